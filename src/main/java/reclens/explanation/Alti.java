package reclens.explanation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reclens.inference.AttentionParts;
import reclens.inference.RecommenderModel;

/**
 * A6: ALTI (Ferrando et al. 2022, arXiv 2203.04212). With T[q,i] the vector that key i passes on to query q, residual and LayerNorm
 * included, and y_q the output of the attention sub-layer: {@code c = max(0, |y_q| - |y_q - T[q,i]|)} in the 1-norm, rows
 * normalised, layers multiplied; the scoring row is taken. A row of zeros becomes the identity's.
 */
record Alti() implements ExplanationMethod {

    @Override
    public Optional<String> refusal(RecommenderModel model) {
        return SublayerVectors.refusal(model);
    }

    @Override
    public Attribution attribute(AttributionContext context) {
        Map<String, Object> details = new LinkedHashMap<>();
        if (context.input().length() == 0) {
            return new Attribution(Method.ALTI, new double[0], Double.NaN, details);
        }
        AttentionParts parts = context.parts().get();
        List<AttentionParts.Layer> layers = parts.layers();
        AttentionParts.Layer last = layers.get(layers.size() - 1);
        RowShares reach = RowShares.startingAt(parts.rows(), last.first() + last.queries() - 1);
        for (int l = layers.size() - 1; l >= 0; l--) {
            context.cancellation().check();
            reach = through(layers.get(l), reach);
        }
        details.put("layers", layers.size());
        details.put("heads", "sum");
        ScoringStream.nameIfSeveral(context, details);
        return reach.attribution(Method.ALTI, context.input().length(), details);
    }

    private static RowShares through(AttentionParts.Layer layer, RowShares reach) {
        RowShares next = RowShares.none(reach.kinds());
        next.add(RowShares.PADDING, reach.padding()[0]); // padding reads nothing but padding
        SublayerVectors vectors = new SublayerVectors(layer);
        int lead = layer.columns() - layer.rows();
        for (int q = 0; q < layer.queries(); q++) {
            double share = reach.rows()[layer.first() + q];
            if (share == 0) {
                continue;
            }
            double[] row = contributions(vectors, q, layer.columns());
            double sum = java.util.Arrays.stream(row).sum();
            for (int c = 0; c < row.length && sum > 0; c++) {
                next.add(c - lead, share * row[c] / sum);
            }
            if (sum == 0) {
                next.add(layer.first() + q, share);
            }
        }
        return next;
    }

    private static double[] contributions(SublayerVectors vectors, int query, int columns) {
        double[] y = vectors.output(query);
        double length = length(y, null, 1);
        double[] row = new double[columns];
        for (int c = 0; c < columns; c++) {
            int slots = c == 0 && vectors.padding() > 0 ? vectors.padding() : 1; // equal ones, each a node of its own
            row[c] = slots * Math.max(0, length - length(y, vectors.transformed(query, c), slots));
        }
        return row;
    }

    /** {@code |y - t / slots|} in the 1-norm. */
    private static double length(double[] y, double[] t, int slots) {
        double sum = 0;
        for (int j = 0; j < y.length; j++) {
            sum += Math.abs(y[j] - (t == null ? 0 : t[j] / slots));
        }
        return sum;
    }
}
