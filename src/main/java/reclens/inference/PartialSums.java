package reclens.inference;

/** Sums over a row in four parts, because a single sum waits for every addition. */
final class PartialSums {
    private PartialSums() {}

    static float sum(float[] x, int at, int count) {
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        int j = at;
        for (; j + 3 < at + count; j += 4) {
            s0 += x[j];
            s1 += x[j + 1];
            s2 += x[j + 2];
            s3 += x[j + 3];
        }
        for (; j < at + count; j++) {
            s0 += x[j];
        }
        return (s0 + s1) + (s2 + s3);
    }

    /** Sum of the squared distances from {@code mean}. */
    static float squares(float[] x, int at, int count, float mean) {
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        int j = at;
        for (; j + 3 < at + count; j += 4) {
            float c0 = x[j] - mean;
            float c1 = x[j + 1] - mean;
            float c2 = x[j + 2] - mean;
            float c3 = x[j + 3] - mean;
            s0 += c0 * c0;
            s1 += c1 * c1;
            s2 += c2 * c2;
            s3 += c3 * c3;
        }
        for (; j < at + count; j++) {
            s0 += (x[j] - mean) * (x[j] - mean);
        }
        return (s0 + s1) + (s2 + s3);
    }
}
