package reclens.inference;

/** What {@link Math} has in a precision that costs more than a forward pass can use; for whole rows see {@link Exponential}. */
final class MathFunctions {
    private static final float LOG2_E = 1.44269504f;
    private static final float LN2_HIGH = 0.693359375f;
    private static final float LN2_LOW = -2.12194440e-4f;
    private static final float ROUND_TO_INTEGER = 12582912f; // 1.5 * 2^23: adding it rounds to the nearest whole number

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
}
