package reclens.inference;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;

import org.bytedeco.javacpp.FloatPointer;

/** The way back through the products of {@link Kernels}, by OpenBLAS. Belongs to one thread at a time. */
final class BackwardKernels {
    private final Stage queries = new Stage();
    private final Stage keyValues = new Stage();
    private final Stage outputs = new Stage();
    private final Stage weights = new Stage();
    private final Stage scores = new Stage();
    private final Stage dQueries = new Stage();
    private final Stage dKeyValues = new Stage();

    /**
     * dx = dy W for y = x W^T + b.
     *
     * @param dy [rows, out]
     * @param dx [rows, in]; may not be dy
     */
    void linear(float[] dy, int rows, Linear layer, float[] dx) {
        int in = layer.in();
        int out = layer.out();
        FloatPointer a = queries.write(0, dy, 0, rows * out);
        FloatPointer c = dQueries.reserve(rows * in);
        cblas_sgemm(
                CblasRowMajor,
                CblasNoTrans,
                CblasNoTrans,
                rows,
                in,
                out,
                1f,
                a,
                out,
                layer.weight().pointer(),
                in,
                0f,
                c,
                in);
        dQueries.read(0, dx, 0, rows * in);
    }

    /**
     * The queries of one sequence within longer buffers.
     *
     * @param q queries [m, D] from row {@code at}
     * @param dOut gradient of the mixed values, likewise
     * @param dq where the gradient of the queries goes, likewise
     */
    record Queries(float[] q, float[] dOut, float[] dq, int at, int m) {}

    /**
     * The keys and values of one sequence within longer buffers.
     *
     * @param kv keys and values [n, 2 D] from row {@code at}
     * @param dkv where their gradient goes, likewise
     */
    record Keys(float[] kv, float[] dkv, int at, int n) {}

    /**
     * Gradients of multi-head attention with respect to its projected queries, keys and values.
     *
     * @param padding the key and value [2 D] that all padding slots have; null when padding receives no attention
     * @param kept weights [H, m, columns], the padding column first
     * @param dKept where the gradient of the weights goes [H, m, columns]; null when nobody wants it
     */
    void attention(Heads heads, Queries ofQueries, float[] padding, Keys ofKeys, float[] kept, float[] dKept) {
        int m = ofQueries.m;
        int n = ofKeys.n;
        int d = heads.width();
        int size = heads.size();
        int lead = padding == null ? 0 : 1;
        int columns = lead + n;
        queries.write(0, ofQueries.q, ofQueries.at * d, m * d);
        outputs.write(0, ofQueries.dOut, ofQueries.at * d, m * d);
        keyValues.reserve(columns * 2 * d);
        if (padding != null) {
            keyValues.write(0, padding, 0, 2 * d);
        }
        keyValues.write(lead * 2 * d, ofKeys.kv, ofKeys.at * 2 * d, n * 2 * d);
        weights.write(0, kept, 0, heads.count() * m * columns);
        scores.reserve(m * columns);
        dQueries.reserve(m * d);
        dKeyValues.reserve(columns * 2 * d);
        float[] s = new float[m * columns];
        for (int h = 0; h < heads.count(); h++) {
            int key = h * size;
            int value = d + h * size;
            int at = h * m * columns;
            // dP = dO V^T
            product(
                    false,
                    true,
                    m,
                    columns,
                    size,
                    outputs.at(key),
                    d,
                    keyValues.at(value),
                    2 * d,
                    scores.at(0),
                    columns);
            scores.read(0, s, 0, m * columns);
            if (dKept != null) {
                System.arraycopy(s, 0, dKept, at, m * columns);
            }
            BackwardLoops.softmax(kept, at, s, m, columns, heads.scale());
            scores.write(0, s, 0, m * columns);
            // dQ = dS K, dK = dS^T Q, dV = P^T dO
            product(
                    false,
                    false,
                    m,
                    size,
                    columns,
                    scores.at(0),
                    columns,
                    keyValues.at(key),
                    2 * d,
                    dQueries.at(key),
                    d);
            product(
                    true,
                    false,
                    columns,
                    size,
                    m,
                    scores.at(0),
                    columns,
                    queries.at(key),
                    d,
                    dKeyValues.at(key),
                    2 * d);
            product(
                    true,
                    false,
                    columns,
                    size,
                    m,
                    weights.at(at),
                    columns,
                    outputs.at(key),
                    d,
                    dKeyValues.at(value),
                    2 * d);
        }
        dQueries.read(0, ofQueries.dq, ofQueries.at * d, m * d);
        dKeyValues.read(lead * 2 * d, ofKeys.dkv, ofKeys.at * 2 * d, n * 2 * d);
    }

    /** C [m, n] = op(A) op(B), with k inner. */
    private static void product(
            boolean transA,
            boolean transB,
            int m,
            int n,
            int k,
            FloatPointer a,
            int lda,
            FloatPointer b,
            int ldb,
            FloatPointer c,
            int ldc) {
        cblas_sgemm(
                CblasRowMajor,
                transA ? CblasTrans : CblasNoTrans,
                transB ? CblasTrans : CblasNoTrans,
                m,
                n,
                k,
                1f,
                a,
                lda,
                b,
                ldb,
                0f,
                c,
                ldc);
    }
}
