package reclens.inference;

/** LayerNorm in PyTorch's definition, two passes over a row. */
final class Normalisation {
    private Normalisation() {}

    /** y = LayerNorm(x) for rows of D; y may be x. */
    static void layerNorm(float[] x, int rows, Norm norm, float[] y) {
        int d = norm.gain().length;
        for (int r = 0; r < rows; r++) {
            row(x, r * d, norm, y);
        }
    }

    /** y = LayerNorm(x + r) for rows of D; y may be x. */
    static void residualNorm(float[] x, float[] r, int rows, Norm norm, float[] y) {
        int d = norm.gain().length;
        for (int at = 0; at < rows * d; at += d) {
            for (int j = at; j < at + d; j++) {
                y[j] = x[j] + r[j];
            }
            row(y, at, norm, y);
        }
    }

    private static void row(float[] x, int at, Norm norm, float[] y) {
        int d = norm.gain().length;
        float mean = PartialSums.sum(x, at, d) / d;
        float scale = (float) (1 / Math.sqrt(PartialSums.squares(x, at, d, mean) / (double) d + norm.eps()));
        scale(x, at, mean, scale, norm.gain(), norm.bias(), y);
    }

    private static void scale(float[] x, int at, float mean, float scale, float[] gain, float[] bias, float[] y) {
        for (int j = 0; j < gain.length; j++) {
            y[at + j] = (x[at + j] - mean) * scale * gain[j] + bias[j];
        }
    }
}
