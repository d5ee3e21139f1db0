package reclens.inference;

/** Arithmetic on short rows inside of longer buffers. */
final class Vectors {
    private Vectors() {}

    static float dot(float[] a, int aAt, float[] b, int bAt, int count) {
        float sum = 0;
        for (int i = 0; i < count; i++) {
            sum += a[aAt + i] * b[bAt + i];
        }
        return sum;
    }

    /** y += factor x. */
    static void add(float[] y, int yAt, float factor, float[] x, int xAt, int count) {
        for (int i = 0; i < count; i++) {
            y[yAt + i] += factor * x[xAt + i];
        }
    }
}
