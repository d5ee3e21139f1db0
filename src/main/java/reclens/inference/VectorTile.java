package reclens.inference;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The product of a few rows with one panel of columns, in registers: six rows by two vectors need twelve accumulators, which
 * fit the sixteen registers of AVX2 and keep both multipliers of AVX-512 busy.
 */
final class VectorTile {
    static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    static final int LANES = SPECIES.length();
    /** Columns of a panel. */
    static final int WIDTH = 2 * LANES;
    /** Rows of a tile. */
    static final int ROWS = 6;

    private VectorTile() {}

    /**
     * C = A B for {@code last + 1} rows, at most six, of A [.., k] and C [.., WIDTH]; rows beyond the last repeat it, which
     * writes the same values again.
     *
     * @param a from {@code at}, rows {@code lda} apart
     * @param b one panel [k, WIDTH] from {@code bt}
     * @param c from {@code ct}, rows {@code ldc} apart
     */
    static void multiply(float[] a, int at, int lda, int last, int k, float[] b, int bt, float[] c, int ct, int ldc) {
        if (last == 0) {
            row(a, at, k, b, bt, c, ct);
            return;
        }
        int a0 = at;
        int a1 = at + lda;
        int a2 = at + Math.min(2, last) * lda;
        int a3 = at + Math.min(3, last) * lda;
        int a4 = at + Math.min(4, last) * lda;
        int a5 = at + Math.min(5, last) * lda;
        FloatVector c00 = FloatVector.zero(SPECIES);
        FloatVector c01 = c00;
        FloatVector c10 = c00;
        FloatVector c11 = c00;
        FloatVector c20 = c00;
        FloatVector c21 = c00;
        FloatVector c30 = c00;
        FloatVector c31 = c00;
        FloatVector c40 = c00;
        FloatVector c41 = c00;
        FloatVector c50 = c00;
        FloatVector c51 = c00;
        for (int i = 0; i < k; i++) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, bt + i * WIDTH);
            FloatVector b1 = FloatVector.fromArray(SPECIES, b, bt + i * WIDTH + LANES);
            FloatVector x = FloatVector.broadcast(SPECIES, a[a0 + i]);
            c00 = x.fma(b0, c00);
            c01 = x.fma(b1, c01);
            x = FloatVector.broadcast(SPECIES, a[a1 + i]);
            c10 = x.fma(b0, c10);
            c11 = x.fma(b1, c11);
            x = FloatVector.broadcast(SPECIES, a[a2 + i]);
            c20 = x.fma(b0, c20);
            c21 = x.fma(b1, c21);
            x = FloatVector.broadcast(SPECIES, a[a3 + i]);
            c30 = x.fma(b0, c30);
            c31 = x.fma(b1, c31);
            x = FloatVector.broadcast(SPECIES, a[a4 + i]);
            c40 = x.fma(b0, c40);
            c41 = x.fma(b1, c41);
            x = FloatVector.broadcast(SPECIES, a[a5 + i]);
            c50 = x.fma(b0, c50);
            c51 = x.fma(b1, c51);
        }
        store(c00, c01, c, ct);
        store(c10, c11, c, ct + ldc);
        store(c20, c21, c, ct + Math.min(2, last) * ldc);
        store(c30, c31, c, ct + Math.min(3, last) * ldc);
        store(c40, c41, c, ct + Math.min(4, last) * ldc);
        store(c50, c51, c, ct + Math.min(5, last) * ldc);
    }

    /** One row; four accumulators, because each addition waits for the one before. */
    private static void row(float[] a, int at, int k, float[] b, int bt, float[] c, int ct) {
        FloatVector c0 = FloatVector.zero(SPECIES);
        FloatVector c1 = c0;
        FloatVector d0 = c0;
        FloatVector d1 = c0;
        int i = 0;
        for (; i + 1 < k; i += 2) {
            FloatVector x = FloatVector.broadcast(SPECIES, a[at + i]);
            FloatVector y = FloatVector.broadcast(SPECIES, a[at + i + 1]);
            int from = bt + i * WIDTH;
            c0 = x.fma(FloatVector.fromArray(SPECIES, b, from), c0);
            c1 = x.fma(FloatVector.fromArray(SPECIES, b, from + LANES), c1);
            d0 = y.fma(FloatVector.fromArray(SPECIES, b, from + WIDTH), d0);
            d1 = y.fma(FloatVector.fromArray(SPECIES, b, from + WIDTH + LANES), d1);
        }
        if (i < k) {
            FloatVector x = FloatVector.broadcast(SPECIES, a[at + i]);
            c0 = x.fma(FloatVector.fromArray(SPECIES, b, bt + i * WIDTH), c0);
            c1 = x.fma(FloatVector.fromArray(SPECIES, b, bt + i * WIDTH + LANES), c1);
        }
        store(c0.add(d0), c1.add(d1), c, ct);
    }

    private static void store(FloatVector left, FloatVector right, float[] c, int ct) {
        left.intoArray(c, ct);
        right.intoArray(c, ct + LANES);
    }
}
