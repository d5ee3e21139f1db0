package reclens.inference;

/**
 * Functions that {@link Math} lacks, or has in a precision that costs more than a forward pass can use. Whole rows are faster
 * with {@link Gelu} and {@link Exponential}.
 */
final class MathFunctions {
    private static final float LOG2_E = 1.44269504f;
    private static final float LN2_HIGH = 0.693359375f;
    private static final float LN2_LOW = -2.12194440e-4f;
    private static final float ROUND_TO_INTEGER = 12582912f; // 1.5 * 2^23: adding it rounds to the nearest whole number
    private static final double SQRT_HALF = Math.sqrt(0.5);

    private MathFunctions() {}

    /**
     * e^x for x at most 88, with a relative error below 2e-7; 0 where the result would be below the normal floats. Range
     * reduction and coefficients as in Cephes' {@code expf} (Moshier).
     */
    static float exp(float x) {
        if (!(x > -87.3f)) {
            return x < 0 ? 0 : x;
        }
        float shifted = x * LOG2_E + ROUND_TO_INTEGER;
        int exponent = Float.floatToRawIntBits(shifted) - Float.floatToRawIntBits(ROUND_TO_INTEGER);
        float whole = shifted - ROUND_TO_INTEGER;
        float r = x - whole * LN2_HIGH - whole * LN2_LOW;
        float p = 1.9875691500e-4f;
        p = p * r + 1.3981999507e-3f;
        p = p * r + 8.3334519073e-3f;
        p = p * r + 4.1665795894e-2f;
        p = p * r + 1.6666665459e-1f;
        p = p * r + 5.0000001201e-1f;
        p = p * r * r + r + 1f;
        return p * Float.intBitsToFloat((exponent + 127) << 23);
    }

    /** x (1 + erf(x / sqrt 2)) / 2. */
    static float gelu(float x) {
        return (float) (0.5 * x * (1 + erf(x * SQRT_HALF)));
    }

    /**
     * The error function with an absolute error below 2e-8: x P(x^2) / Q(x^2), fitted by the script
     * {@code goldens/erf/fit.py} beside the tests; beyond 4 it is 1 to that precision.
     */
    static double erf(double x) {
        double c = Math.max(-4, Math.min(4, x));
        double t = c * c;
        double p = -1.3666524477400562e-08;
        p = p * t + 4.780479715737547e-06;
        p = p * t + 0.00038269080479513476;
        p = p * t + 0.0038395570741015903;
        p = p * t + 0.054332659028866075;
        p = p * t + 0.18471118066271253;
        p = p * t + 1.1283791820959919;
        double q = 6.400871609979852e-05;
        q = q * t + 0.0013095828589309304;
        q = q * t + 0.01545356674999037;
        q = q * t + 0.11382660996454612;
        q = q * t + 0.49702956711880597;
        q = q * t + 1.0;
        return c * p / q;
    }
}
