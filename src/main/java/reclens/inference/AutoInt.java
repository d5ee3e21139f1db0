package reclens.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * AutoInt (Song et al. 2019, arXiv 1810.11921) as RecBole computes it: z = embedding of each field, then layers of multi-head
 * attention between the fields without residual and norm, then z += residual of the fields, relu, one linear layer; plus a
 * network on all field embeddings. F fields, A attention size, E embedding size.
 */
final class AutoInt extends ContextModel {
    /**
     * One attention layer; the packed projection of PyTorch taken apart.
     *
     * @param query [A, A]
     * @param keyValue keys, then values [2 A, A]
     * @param output [A, A]
     */
    record Layer(Dense query, Dense keyValue, Dense output) {}

    /**
     * @param embedding [A, E]
     * @param residual [A, E]; null when the model has none
     * @param attentionOutput [1, F A]
     * @param mlp on x [F E], each before a relu
     * @param deepOutput [1, last]
     */
    record Parts(
            int heads,
            Dense embedding,
            List<Layer> layers,
            Dense residual,
            Dense attentionOutput,
            List<Dense> mlp,
            Dense deepOutput) {
        Parts {
            layers = List.copyOf(layers);
            mlp = List.copyOf(mlp);
        }
    }

    private static final AttentionMask EVERYTHING = new AttentionMask(0, false, null, 0, null);

    private final Parts parts;
    private final int fields; // F
    private final Heads heads;

    AutoInt(ModelCard card, ContextFields fields, Parts parts) {
        super(card, fields);
        this.parts = parts;
        this.fields = fields.count();
        this.heads = new Heads(parts.heads(), parts.embedding().out());
    }

    @Override
    String normalisation() {
        return "softmax";
    }

    /**
     * One layer's activations for {@code count} candidates.
     *
     * @param query [count F, A]
     * @param keyValue [count F, 2 A]
     * @param weights of the only candidate [H, F, F]; null when there are several
     * @param output [count F, A]
     */
    private record Step(float[] query, float[] keyValue, float[] weights, float[] output) {}

    private Step step(Kernels k, Layer layer, float[] z, int count, boolean keep) {
        float[] query = layer.query().forward(k, z, count * fields);
        float[] keyValue = layer.keyValue().forward(k, z, count * fields);
        float[] mixed = new float[count * fields * heads.width()];
        float[] kept = keep ? new float[heads.count() * fields * fields] : null;
        for (int c = 0; c < count; c++) {
            KeyValues keys = new KeyValues(null, null, 0, keyValue, c * fields, fields);
            k.attention(heads, query, c * fields, fields, keys, EVERYTHING, kept, mixed);
        }
        return new Step(query, keyValue, kept, layer.output().forward(k, mixed, count * fields));
    }

    private List<Step> steps(Kernels k, float[] x, int count, boolean keep) {
        float[] z = parts.embedding().forward(k, x, count * fields);
        List<Step> steps = new ArrayList<>();
        for (Layer layer : parts.layers()) {
            Step step = step(k, layer, z, count, keep);
            steps.add(step);
            z = step.output();
        }
        return steps;
    }

    /** relu(z + residual) [count F, A]. */
    private float[] crossed(Kernels k, float[] x, float[] z, int count) {
        float[] sum = z.clone();
        if (parts.residual() != null) {
            k.add(sum, parts.residual().forward(k, x, count * fields), sum.length);
        }
        for (int i = 0; i < sum.length; i++) {
            sum[i] = Math.max(sum[i], 0);
        }
        return sum;
    }

    @Override
    float[] logits(Kernels k, float[] x, int count) {
        List<Step> steps = steps(k, x, count, false);
        float[] crossed = crossed(k, x, steps.get(steps.size() - 1).output(), count);
        float[] logits = parts.attentionOutput().forward(k, crossed, count);
        float[] h = x;
        for (Dense layer : parts.mlp()) {
            h = layer.forward(k, h, count, Activation.RELU);
        }
        k.add(logits, parts.deepOutput().forward(k, h, count), count);
        return logits;
    }

    @Override
    float[][] attention(Kernels k, float[] x) {
        int square = fields * fields;
        return steps(k, x, 1, true).stream()
                .flatMap(step -> java.util.stream.IntStream.range(0, heads.count())
                        .mapToObj(h -> Arrays.copyOfRange(step.weights(), h * square, (h + 1) * square)))
                .toArray(float[][]::new);
    }

    @Override
    Optional<HeadVectors> head(Kernels k, float[] x, HeadPlace place) {
        InputCheck.checkHead(place, card(), "fields");
        Step step = steps(k, x, 1, false).get(place.layer());
        return Optional.of(HeadVectors.of(place, heads, step.query(), fields, step.keyValue(), false));
    }

    @Override
    float[] backward(Kernels k, float[] x) {
        List<Step> steps = steps(k, x, 1, true);
        float[] crossed = crossed(k, x, steps.get(steps.size() - 1).output(), 1);
        float[] dz = parts.attentionOutput().backward(k, new float[] {1}, 1);
        throughRelu(dz, crossed);
        float[] dx = parts.residual() == null
                ? new float[x.length]
                : parts.residual().backward(k, dz, fields);
        for (int l = steps.size() - 1; l >= 0; l--) {
            dz = attentionGradient(k, parts.layers().get(l), steps.get(l), dz);
        }
        k.add(dx, parts.embedding().backward(k, dz, fields), dx.length);
        k.add(dx, deepGradient(k, x), dx.length);
        return dx;
    }

    private float[] deepGradient(Kernels k, float[] x) {
        List<float[]> activations = new ArrayList<>();
        float[] h = x;
        for (Dense layer : parts.mlp()) {
            h = layer.forward(k, h, 1, Activation.RELU);
            activations.add(h);
        }
        float[] g = parts.deepOutput().backward(k, new float[] {1}, 1);
        for (int l = activations.size() - 1; l >= 0; l--) {
            throughRelu(g, activations.get(l));
            g = parts.mlp().get(l).backward(k, g, 1);
        }
        return g;
    }

    /** d / dz [F, A] of one attention layer's input from d / d output [F, A]. */
    private float[] attentionGradient(Kernels k, Layer layer, Step step, float[] dOutput) {
        int a = heads.width();
        int size = heads.size();
        float[] dMixed = layer.output().backward(k, dOutput, fields);
        float[] dQuery = new float[fields * a];
        float[] dKeyValue = new float[fields * 2 * a];
        float[] dWeights = new float[fields];
        for (int h = 0; h < heads.count(); h++) {
            int column = h * size;
            for (int q = 0; q < fields; q++) {
                int row = (h * fields + q) * fields;
                float mean = 0;
                for (int j = 0; j < fields; j++) {
                    int value = j * 2 * a + a + column;
                    dWeights[j] = Vectors.dot(dMixed, q * a + column, step.keyValue(), value, size);
                    mean += step.weights()[row + j] * dWeights[j];
                    Vectors.add(dKeyValue, value, step.weights()[row + j], dMixed, q * a + column, size);
                }
                for (int j = 0; j < fields; j++) {
                    float dScore = step.weights()[row + j] * (dWeights[j] - mean) * heads.scale();
                    int key = j * 2 * a + column;
                    Vectors.add(dQuery, q * a + column, dScore, step.keyValue(), key, size);
                    Vectors.add(dKeyValue, key, dScore, step.query(), q * a + column, size);
                }
            }
        }
        float[] dz = layer.query().backward(k, dQuery, fields);
        k.add(dz, layer.keyValue().backward(k, dKeyValue, fields), dz.length);
        return dz;
    }

    private static void throughRelu(float[] g, float[] y) {
        for (int i = 0; i < g.length; i++) {
            g[i] = y[i] > 0 ? g[i] : 0;
        }
    }
}
