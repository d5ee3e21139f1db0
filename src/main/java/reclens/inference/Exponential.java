package reclens.inference;

/**
 * e^(x - m) over a row, for m not below any x, with a relative error below 2e-7; exactly 0 where the result would be below the
 * normal floats. Range reduction and coefficients as in Cephes' {@code expf} (Moshier).
 *
 * <p>Three short loops instead of one, because the compiler turns the first two into vector instructions.
 */
final class Exponential {
    private static final float LOG2_E = 1.44269504f;
    private static final float LN2_HIGH = 0.693359375f;
    private static final float LN2_LOW = -2.12194440e-4f;
    private static final float ROUNDING = 12582912f; // 1.5 * 2^23: adding it rounds to the nearest whole number
    private static final int ROUNDING_BITS = Float.floatToRawIntBits(ROUNDING) - 127; // 127: bias of the exponent
    private static final float LOWEST = -88; // its power of two, 2^-127, comes out as 0

    private float[] powers = new float[0]; // n + ROUNDING, where e^x = 2^n e^r
    private float[] rest = new float[0]; // r, then e^r

    /** In place on {@code count} values of x from {@code at}; returns their sum. */
    float apply(float[] x, int at, int count, float m) {
        if (rest.length < count) {
            powers = new float[count];
            rest = new float[count];
        }
        reduce(x, at, count, m, powers, rest);
        polynomial(rest, count);
        scale(powers, rest, count, x, at);
        return PartialSums.sum(x, at, count);
    }

    private static void reduce(float[] x, int at, int count, float m, float[] powers, float[] rest) {
        for (int i = 0; i < count; i++) {
            float v = Math.max(x[at + i] - m, LOWEST);
            float shifted = v * LOG2_E + ROUNDING;
            float n = shifted - ROUNDING;
            powers[i] = shifted;
            rest[i] = v - n * LN2_HIGH - n * LN2_LOW;
        }
    }

    private static void polynomial(float[] rest, int count) {
        for (int i = 0; i < count; i++) {
            float r = rest[i];
            float p = 1.9875691500e-4f * r + 1.3981999507e-3f;
            p = p * r + 8.3334519073e-3f;
            p = p * r + 4.1665795894e-2f;
            p = p * r + 1.6666665459e-1f;
            p = p * r + 5.0000001201e-1f;
            rest[i] = p * r * r + r + 1f;
        }
    }

    private static void scale(float[] powers, float[] rest, int count, float[] x, int at) {
        for (int i = 0; i < count; i++) {
            int exponent = Float.floatToRawIntBits(powers[i]) - ROUNDING_BITS;
            x[at + i] = rest[i] * Float.intBitsToFloat(exponent << 23);
        }
    }
}
