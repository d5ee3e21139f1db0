package reclens.inference;

/** The way back through what stands between two matrix products, row by row. */
final class BackwardLoops {
    private static final float INVERSE_ROOT_TWO_PI = 0.3989422804f;
    private static final float NEAR_ZERO = 1e-3f;

    private BackwardLoops() {}

    /**
     * dy becomes dy act'(x) over {@code count} values.
     *
     * @param x from before the activation
     * @param y act(x)
     */
    static void activation(float[] x, float[] y, int count, Activation activation, float[] dy) {
        for (int i = 0; i < count; i++) {
            dy[i] *= switch (activation) {
                case NONE -> 1f;
                case RELU -> x[i] > 0 ? 1f : 0f;
                case GELU -> geluSlope(x[i], y[i]);
            };
        }
    }

    /** Phi(x) + x phi(x), with Phi(x) = gelu(x) / x. */
    private static float geluSlope(float x, float gelu) {
        float density = INVERSE_ROOT_TWO_PI * MathFunctions.exp(-0.5f * x * x);
        float cumulative = Math.abs(x) < NEAR_ZERO ? 0.5f + INVERSE_ROOT_TWO_PI * x : gelu / x;
        return cumulative + x * density;
    }

    /**
     * dx for y = LayerNorm(x), rows of D; dx may be dy.
     *
     * @param x what entered the LayerNorm
     */
    static void layerNorm(float[] x, float[] dy, int rows, Norm norm, float[] dx) {
        float[] gain = norm.gain();
        int d = gain.length;
        for (int at = 0; at < rows * d; at += d) {
            double mean = 0;
            for (int j = 0; j < d; j++) {
                mean += x[at + j];
            }
            mean /= d;
            double variance = 0;
            for (int j = 0; j < d; j++) {
                variance += (x[at + j] - mean) * (x[at + j] - mean);
            }
            double scale = 1 / Math.sqrt(variance / d + norm.eps());
            double sum = 0; // of g = dy gain
            double along = 0; // of g times the normalised x
            for (int j = 0; j < d; j++) {
                double g = dy[at + j] * gain[j];
                sum += g;
                along += g * (x[at + j] - mean) * scale;
            }
            for (int j = 0; j < d; j++) {
                double normed = (x[at + j] - mean) * scale;
                dx[at + j] = (float) (scale * (dy[at + j] * gain[j] - sum / d - normed * along / d));
            }
        }
    }

    /**
     * Scores' gradient dS = scale P (dP - sum_k P dP), rows of n, from the weights' gradient dP, in place. A column of lumped
     * padding needs no care: its weight is the sum of equal ones.
     *
     * @param weights P, from {@code at}
     */
    static void softmax(float[] weights, int at, float[] dWeights, int rows, int n, float scale) {
        for (int row = 0; row < rows * n; row += n) {
            double sum = 0;
            for (int j = row; j < row + n; j++) {
                sum += (double) weights[at + j] * dWeights[j];
            }
            float mean = (float) sum;
            for (int j = row; j < row + n; j++) {
                dWeights[j] = scale * weights[at + j] * (dWeights[j] - mean);
            }
        }
    }

    /** y[at + i] += x[i] over {@code count} values. */
    static void addAt(float[] y, int at, float[] x, int count) {
        for (int i = 0; i < count; i++) {
            y[at + i] += x[i];
        }
    }
}
