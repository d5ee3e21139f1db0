package reclens.explanation;

import java.util.Optional;
import reclens.inference.Ability;
import reclens.inference.AttentionParts;
import reclens.inference.RecommenderModel;

/** The vectors that the keys of one attention sub-layer pass on to its queries. D hidden size. */
final class SublayerVectors {
    private final AttentionParts.Layer layer;
    private final double[] part; // [D]

    SublayerVectors(AttentionParts.Layer layer) {
        this.layer = layer;
        this.part = new double[layer.width()];
    }

    static Optional<String> refusal(RecommenderModel model) {
        return model.abilities().contains(Ability.ATTENTION_PARTS)
                ? Optional.empty()
                : Optional.of(
                        "it weighs the vectors that self-attention passes from event to event, layer by layer, and this"
                                + " model has no such layers");
    }

    /** Number of padding slots that column 0 stands for; 0 when none does. */
    int padding() {
        return layer.padding();
    }

    /**
     * {@code sum_h A^h[q][i] f^h(x_i)} [D]; valid until the next call.
     *
     * @param query index of the query in the layer
     * @param column padding column first, where there is one
     */
    double[] mixed(int query, int column) {
        java.util.Arrays.fill(part, 0);
        for (int h = 0; h < layer.heads(); h++) {
            double weight = layer.weights()[(h * layer.queries() + query) * layer.columns() + column];
            int at = (column * layer.heads() + h) * part.length;
            for (int j = 0; j < part.length && weight != 0; j++) {
                part[j] += weight * layer.values()[at + j];
            }
        }
        return part;
    }

    /** {@link #mixed}, and the residual where the key is the query itself, through the LayerNorm that follows, if any. */
    double[] transformed(int query, int column) {
        mixed(query, column);
        if (column - (layer.columns() - layer.rows()) == layer.first() + query) {
            for (int j = 0; j < part.length; j++) {
                part[j] += layer.residual()[query * part.length + j];
            }
        }
        return normed(query, part);
    }

    /** What no key passes on: the output projection's bias and the LayerNorm's [D]. */
    double[] constant(int query) {
        double[] bias = new double[part.length];
        for (int j = 0; j < bias.length; j++) {
            bias[j] = layer.bias()[j];
        }
        normed(query, bias);
        for (int j = 0; j < bias.length && layer.shift() != null; j++) {
            bias[j] += layer.shift()[j];
        }
        return bias;
    }

    /** y_q, the output of the sub-layer [D]. */
    double[] output(int query) {
        double[] y = new double[part.length];
        for (int j = 0; j < y.length; j++) {
            y[j] = layer.before()[query * y.length + j];
        }
        normed(query, y);
        for (int j = 0; j < y.length && layer.shift() != null; j++) {
            y[j] += layer.shift()[j];
        }
        return y;
    }

    /** {@code g (z - mean z) / sqrt(var(pre_q) + eps)} in place; z itself where no LayerNorm follows. */
    private double[] normed(int query, double[] z) {
        if (layer.gain() == null) {
            return z;
        }
        double mean = 0;
        for (double v : z) {
            mean += v / z.length;
        }
        double scale = scale(query);
        for (int j = 0; j < z.length; j++) {
            z[j] = layer.gain()[j] * (z[j] - mean) * scale;
        }
        return z;
    }

    private double scale(int query) {
        int d = part.length;
        double mean = 0;
        for (int j = 0; j < d; j++) {
            mean += (double) layer.before()[query * d + j] / d;
        }
        double variance = 0;
        for (int j = 0; j < d; j++) {
            double off = layer.before()[query * d + j] - mean;
            variance += off * off / d;
        }
        return 1 / Math.sqrt(variance + layer.eps());
    }
}
