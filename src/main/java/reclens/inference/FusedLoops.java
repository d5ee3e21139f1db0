package reclens.inference;

/** Loops that do between two matrix products all that one row needs, while it is in the cache. */
final class FusedLoops {
    private FusedLoops() {}

    static void biasAndActivation(float[] y, int rows, float[] bias, Activation activation) {
        for (int r = 0; r < rows; r++) {
            int row = r * bias.length;
            switch (activation) {
                case NONE -> {
                    for (int j = 0; j < bias.length; j++) {
                        y[row + j] += bias[j];
                    }
                }
                case RELU -> {
                    for (int j = 0; j < bias.length; j++) {
                        y[row + j] = Math.max(y[row + j] + bias[j], 0f);
                    }
                }
                case GELU -> {
                    for (int j = 0; j < bias.length; j++) {
                        y[row + j] = MathFunctions.gelu(y[row + j] + bias[j]);
                    }
                }
                default -> throw new IllegalArgumentException(activation.name());
            }
        }
    }

    static void layerNorm(float[] x, int rows, Norm norm, float[] y) {
        int d = norm.gain().length;
        for (int r = 0; r < rows; r++) {
            normRow(x, r * d, norm, y);
        }
    }

    static void residualNorm(float[] x, float[] r, int rows, Norm norm, float[] y) {
        int d = norm.gain().length;
        for (int row = 0; row < rows; row++) {
            int at = row * d;
            for (int j = at; j < at + d; j++) {
                y[j] = x[j] + r[j];
            }
            normRow(y, at, norm, y);
        }
    }

    /** Four partial sums, because one alone waits for every addition. */
    private static void normRow(float[] x, int at, Norm norm, float[] y) {
        float[] gain = norm.gain();
        float[] bias = norm.bias();
        int d = gain.length;
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        int j = 0;
        for (; j + 3 < d; j += 4) {
            s0 += x[at + j];
            s1 += x[at + j + 1];
            s2 += x[at + j + 2];
            s3 += x[at + j + 3];
        }
        for (; j < d; j++) {
            s0 += x[at + j];
        }
        float mean = ((s0 + s1) + (s2 + s3)) / d;
        s0 = 0;
        s1 = 0;
        s2 = 0;
        s3 = 0;
        for (j = 0; j + 3 < d; j += 4) {
            float c0 = x[at + j] - mean;
            float c1 = x[at + j + 1] - mean;
            float c2 = x[at + j + 2] - mean;
            float c3 = x[at + j + 3] - mean;
            s0 += c0 * c0;
            s1 += c1 * c1;
            s2 += c2 * c2;
            s3 += c3 * c3;
        }
        for (; j < d; j++) {
            float c = x[at + j] - mean;
            s0 += c * c;
        }
        double variance = ((s0 + s1) + (s2 + s3)) / d;
        float scale = (float) (1 / Math.sqrt(variance + norm.eps()));
        for (j = 0; j < d; j++) {
            y[at + j] = (x[at + j] - mean) * scale * gain[j] + bias[j];
        }
    }

    /** Scores [m, n] from {@code at} become weights in place: scaled, masked, softmax over each row. */
    static void softmax(float[] s, int at, int m, int n, float scale, AttentionMask mask) {
        for (int r = 0; r < m; r++) {
            if (mask.additive() == null) {
                booleanSoftmax(s, at + r * n, n, scale, mask, mask.firstQuery() + r);
            } else {
                additiveSoftmax(s, at + r * n, n, scale, mask, mask.firstQuery() + r);
            }
        }
    }

    private static void booleanSoftmax(float[] s, int at, int n, float scale, AttentionMask mask, int query) {
        int lead = mask.padding() > 0 ? 1 : 0;
        int end = mask.causal() ? Math.min(n, lead + query + 1) : n; // one past the last key that may be seen
        float max = Float.NEGATIVE_INFINITY;
        for (int j = 0; j < end; j++) {
            boolean forbidden = j >= lead && mask.hidden() != null && mask.hidden()[j - lead];
            s[at + j] = forbidden ? Float.NEGATIVE_INFINITY : s[at + j] * scale;
            max = Math.max(max, s[at + j]);
        }
        if (max == Float.NEGATIVE_INFINITY) { // every key is hidden: the query keeps its own, so that nothing is NaN
            java.util.Arrays.fill(s, at, at + n, 0f);
            s[at + lead + query] = 1;
            return;
        }
        normalise(s, at, end, max, mask.padding());
        java.util.Arrays.fill(s, at + end, at + n, 0f);
    }

    private static void additiveSoftmax(float[] s, int at, int n, float scale, AttentionMask mask, int query) {
        float max = Float.NEGATIVE_INFINITY;
        for (int j = 0; j < n; j++) {
            s[at + j] = s[at + j] * scale + (mask.forbids(query, j) ? mask.additive() : 0f);
            max = Math.max(max, s[at + j]);
        }
        normalise(s, at, n, max, 0);
    }

    private static void normalise(float[] s, int at, int n, float max, int paddingSlots) {
        for (int j = 0; j < n; j++) {
            s[at + j] = MathFunctions.exp(s[at + j] - max);
        }
        if (paddingSlots > 0) {
            s[at] *= paddingSlots;
        }
        float sum = 0;
        for (int j = 0; j < n; j++) {
            sum += s[at + j];
        }
        float inverse = 1 / sum;
        for (int j = 0; j < n; j++) {
            s[at + j] *= inverse;
        }
    }
}
