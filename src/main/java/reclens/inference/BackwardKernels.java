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
     * Gradients of multi-head attention with respect to its projected queries, keys and values.
     *
     * @param q queries [m, D]
     * @param padding the key and value [2 D] that all padding slots have; null when padding receives no attention
     * @param kv keys and values [n, 2 D] of the rows
     * @param kept weights [H, m, columns], the padding column first
     * @param dOut gradient of the mixed values [m, D]
     * @param dq [m, D]
     * @param dkv [n, 2 D]
     */
    void attention(
            Heads heads,
            float[] q,
            int m,
            float[] padding,
            float[] kv,
            int n,
            float[] kept,
            float[] dOut,
            float[] dq,
            float[] dkv) {
        int d = heads.width();
        int size = heads.size();
        int lead = padding == null ? 0 : 1;
        int columns = lead + n;
        queries.write(0, q, 0, m * d);
        outputs.write(0, dOut, 0, m * d);
        keyValues.reserve(columns * 2 * d);
        if (padding != null) {
            keyValues.write(0, padding, 0, 2 * d);
        }
        keyValues.write(lead * 2 * d, kv, 0, n * 2 * d);
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
        dQueries.read(0, dq, 0, m * d);
        dKeyValues.read(lead * 2 * d, dkv, 0, n * 2 * d);
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
