package reclens.inference;

/**
 * gelu(x) = x (1 + erf(x / sqrt 2)) / 2 over a row, with an absolute error below 2e-7 (beyond 2, half a unit in the last place
 * more).
 *
 * <p>gelu(x) = max(x, 0) - h(|x|), where h(u) = u erfc(u / sqrt 2) / 2 is a bump below 0.17, for which a quotient of polynomials
 * u P(u) / Q(u) was fitted by {@code goldens/gelu/fit.py} beside the tests. No branch, no table, and loops short enough for
 * the compiler to turn into vector instructions: one loop over all of it takes five times as long.
 */
final class Gelu {
    private static final float END = 6; // from here on the bump is below 6e-9

    private float[] u = new float[0];
    private float[] p = new float[0];
    private float[] q = new float[0];

    /** In place on {@code count} values of x from {@code at}. */
    void apply(float[] x, int at, int count) {
        if (u.length < count) {
            u = new float[count];
            p = new float[count];
            q = new float[count];
        }
        absolute(x, at, count, u);
        numerator(u, count, p);
        upperDenominator(u, count, q);
        lowerDenominator(u, count, q);
        subtract(x, at, count, p, q);
    }

    private static void subtract(float[] x, int at, int count, float[] p, float[] q) {
        for (int i = 0; i < count; i++) {
            x[at + i] = Math.max(x[at + i], 0f) - p[i] / q[i];
        }
    }

    private static void absolute(float[] x, int at, int count, float[] u) {
        for (int i = 0; i < count; i++) {
            u[i] = Math.min(Math.abs(x[at + i]), END);
        }
    }

    private static void numerator(float[] u, int count, float[] p) {
        for (int i = 0; i < count; i++) {
            float v = u[i];
            float s = -9.97782355e-05f * v + 0.00271663888f;
            s = s * v - 0.0297044234f;
            s = s * v + 0.163140423f;
            s = s * v - 0.450298845f;
            s = s * v + 0.500001927f;
            p[i] = s * v;
        }
    }

    private static void upperDenominator(float[] u, int count, float[] q) {
        for (int i = 0; i < count; i++) {
            float v = u[i];
            float s = 0.0001594878f * v - 0.000952163384f;
            s = s * v + 0.00385908448f;
            s = s * v - 0.00594293087f;
            s = s * v + 0.0124769742f;
            q[i] = s;
        }
    }

    private static void lowerDenominator(float[] u, int count, float[] q) {
        for (int i = 0; i < count; i++) {
            float v = u[i];
            float s = q[i] * v + 0.0147870272f;
            s = s * v + 0.00545917771f;
            s = s * v + 0.243586167f;
            s = s * v - 0.10261793f;
            q[i] = s * v + 1f;
        }
    }
}
