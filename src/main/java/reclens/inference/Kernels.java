package reclens.inference;

/**
 * The numeric primitives of a forward pass on row-major {@code float[]} buffers, which may be longer than what is
 * asked for. An instance has scratch memory of its own
 * and belongs to one thread at a time.
 */
interface Kernels {
    /**
     * y = act(x W^T + b).
     *
     * @param x [rows, in]
     * @param y [rows, out]; may not be x
     */
    void linear(float[] x, int rows, Linear layer, Activation activation, float[] y);

    /**
     * Multi-head attention of some queries over the keys of one sequence, heads concatenated.
     *
     * @param heads H and the width D they share; head h owns the columns h D/H to (h+1) D/H - 1
     * @param q queries [m, D] from row {@code first}, already projected
     * @param keys keys and values [n] of the sequence
     * @param mask what each query may see
     * @param kept where the weights go, [H, m, n] from 0; null when nobody wants them
     * @param out [m, D] from row {@code first}
     */
    void attention(
            Heads heads, float[] q, int first, int m, KeyValues keys, AttentionMask mask, float[] kept, float[] out);

    /** y = LayerNorm(x) for rows of D; y may be x. */
    void layerNorm(float[] x, int rows, Norm norm, float[] y);

    /** y = LayerNorm(x + r) for rows of D, in one pass; y may be x. */
    void residualNorm(float[] x, float[] r, int rows, Norm norm, float[] y);

    /** x += r over {@code count} values. */
    void add(float[] x, float[] r, int count);

    /** y = act(x) over {@code count} values; y may be x. */
    void activate(float[] x, int count, Activation activation, float[] y);

    /** Scores of all rows of a table [I, D]: y[i] = table[i] . v, with v [D]. */
    void scores(Matrix table, float[] v, float[] y);
}
