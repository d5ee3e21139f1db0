package reclens.inference;

/**
 * Attentional factorization machine (Xiao et al. 2017, arXiv 1708.04617) as RecBole computes it. For every pair of fields i < j,
 * p = x_i * x_j; a = softmax over all pairs of h . relu(W p); second order = (sum a p) . v. The map has a_ij at row i, column j and
 * zeros elsewhere: all of it sums to 1, not each row.
 */
final class Afm extends ContextModel {
    /**
     * @param w W [A, E]
     * @param h [A]
     * @param v the parameter {@code p} of the checkpoint [E]
     */
    record Parts(Dense w, float[] h, float[] v) {}

    private final Parts parts;
    private final int fields;
    private final int width; // E
    private final int[][] pairs;

    Afm(ModelCard card, ContextFields fields, Parts parts) {
        super(card, fields);
        this.parts = parts;
        this.fields = fields.count();
        this.width = fields.width();
        this.pairs = pairs(fields.count());
    }

    private static int[][] pairs(int fields) {
        int[][] pairs = new int[fields * (fields - 1) / 2][];
        int at = 0;
        for (int i = 0; i < fields; i++) {
            for (int j = i + 1; j < fields; j++) {
                pairs[at++] = new int[] {i, j};
            }
        }
        return pairs;
    }

    @Override
    String normalisation() {
        return "softmax over pairs";
    }

    private float[] products(float[] x, int count) {
        float[] products = new float[count * pairs.length * width];
        int at = 0;
        for (int c = 0; c < count; c++) {
            for (int[] pair : pairs) {
                int i = (c * fields + pair[0]) * width;
                int j = (c * fields + pair[1]) * width;
                for (int e = 0; e < width; e++) {
                    products[at++] = x[i + e] * x[j + e];
                }
            }
        }
        return products;
    }

    /** Weights [count, pairs] from what W made of the products [count * pairs, A]. */
    private float[] weights(float[] hidden, int count) {
        int a = parts.h().length;
        float[] weights = new float[count * pairs.length];
        for (int c = 0; c < count; c++) {
            int first = c * pairs.length;
            float max = Float.NEGATIVE_INFINITY;
            for (int p = first; p < first + pairs.length; p++) {
                weights[p] = Vectors.dot(hidden, p * a, parts.h(), 0, a);
                max = Math.max(max, weights[p]);
            }
            float sum = 0;
            for (int p = first; p < first + pairs.length; p++) {
                weights[p] = MathFunctions.exp(weights[p] - max);
                sum += weights[p];
            }
            for (int p = first; p < first + pairs.length; p++) {
                weights[p] /= sum;
            }
        }
        return weights;
    }

    @Override
    float[] logits(Kernels k, float[] x, int count) {
        float[] products = products(x, count);
        float[] weights = weights(parts.w().forward(k, products, count * pairs.length, Activation.RELU), count);
        float[] logits = new float[count];
        for (int p = 0; p < weights.length; p++) {
            logits[p / pairs.length] += weights[p] * Vectors.dot(products, p * width, parts.v(), 0, width);
        }
        return logits;
    }

    @Override
    float[][] attention(Kernels k, float[] x) {
        float[] weights = weights(parts.w().forward(k, products(x, 1), pairs.length, Activation.RELU), 1);
        float[] square = new float[fields * fields];
        for (int p = 0; p < pairs.length; p++) {
            square[pairs[p][0] * fields + pairs[p][1]] = weights[p];
        }
        return new float[][] {square};
    }

    @Override
    float[] backward(Kernels k, float[] x) {
        float[] products = products(x, 1);
        float[] hidden = parts.w().forward(k, products, pairs.length, Activation.RELU);
        float[] weights = weights(hidden, 1);
        float[] dWeights = new float[pairs.length];
        float mean = 0;
        for (int p = 0; p < pairs.length; p++) {
            dWeights[p] = Vectors.dot(products, p * width, parts.v(), 0, width);
            mean += weights[p] * dWeights[p];
        }
        int a = parts.h().length;
        float[] dHidden = new float[hidden.length];
        for (int p = 0; p < pairs.length; p++) {
            float dLogit = weights[p] * (dWeights[p] - mean); // through the softmax
            for (int i = 0; i < a; i++) {
                dHidden[p * a + i] = hidden[p * a + i] > 0 ? dLogit * parts.h()[i] : 0;
            }
        }
        float[] dProducts = parts.w().backward(k, dHidden, pairs.length);
        float[] dx = new float[fields * width];
        for (int p = 0; p < pairs.length; p++) {
            Vectors.add(dProducts, p * width, weights[p], parts.v(), 0, width);
            int i = pairs[p][0] * width;
            int j = pairs[p][1] * width;
            for (int e = 0; e < width; e++) {
                dx[i + e] += dProducts[p * width + e] * x[j + e];
                dx[j + e] += dProducts[p * width + e] * x[i + e];
            }
        }
        return dx;
    }
}
