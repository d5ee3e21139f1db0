package reclens.inference;

/** Squashing functions over the first values of a buffer, in place, and their slopes. */
final class Gates {
    /** Beyond it the sigmoid is 0 or 1 in single precision, and {@link MathFunctions#exp} is not defined. */
    private static final float SATURATED = 87f;

    private Gates() {}

    static float sigmoid(float x) {
        return 1f / (1f + MathFunctions.exp(Math.min(-x, SATURATED)));
    }

    static void sigmoid(float[] x, int count) {
        for (int i = 0; i < count; i++) {
            x[i] = sigmoid(x[i]);
        }
    }

    static void tanh(float[] x, int count) {
        for (int i = 0; i < count; i++) {
            x[i] = (float) Math.tanh(x[i]);
        }
    }

    /** g *= y (1 - y): from a gradient of sigmoids y to one of what they were taken of. */
    static void sigmoidBack(float[] g, float[] y, int count) {
        for (int i = 0; i < count; i++) {
            g[i] *= y[i] * (1 - y[i]);
        }
    }

    /** g *= 1 - y^2, the same for hyperbolic tangents y. */
    static void tanhBack(float[] g, float[] y, int count) {
        for (int i = 0; i < count; i++) {
            g[i] *= 1 - y[i] * y[i];
        }
    }
}
