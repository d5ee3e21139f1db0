package reclens.inference;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.blas_set_num_threads;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemv;

import org.bytedeco.javacpp.FloatPointer;

/**
 * Matrix products by OpenBLAS, one BLAS thread each, the rest as fused loops. The binding copies every {@code float[]}
 * argument there and back, weights included, so products run on native memory: weights stay there, activations are staged
 * through scratch memory (decision 0002).
 */
final class BlasKernels implements Kernels {
    /** Read by the library when it is loaded. */
    private static final String THREADS = "OPENBLAS_NUM_THREADS";

    static {
        if (!threadsAreSet()) {
            blas_set_num_threads(1);
        }
    }

    private final Stage left = new Stage();
    private final Stage right = new Stage();
    private final Stage weights = new Stage();
    private final Stage result = new Stage();
    private final FusedLoops loops = new FusedLoops();
    private float[] rows = new float[0];

    /**
     * Whether the environment asks for one thread already. Asking by a call looks up a symbol in every loaded library; where
     * another thread loads a library in that moment, both wait for each other for ever (seen with glibc and GTK).
     */
    static boolean threadsAreSet() {
        return "1".equals(System.getenv(THREADS));
    }

    @Override
    public void linear(float[] x, int rows, Linear layer, Activation activation, float[] y) {
        int in = layer.in();
        int out = layer.out();
        FloatPointer px = left.write(0, x, 0, rows * in); // [rows, in]
        FloatPointer py = result.reserve(rows * out); // [rows, out]
        timesTransposed(rows, out, in, px, in, layer.weight().pointer(), in, py);
        result.read(0, y, 0, rows * out);
        loops.biasAndActivation(y, rows, layer.bias(), activation);
    }

    @Override
    public void attention(
            Heads heads, float[] q, int first, int m, KeyValues keys, AttentionMask mask, float[] kept, float[] out) {
        int d = heads.width();
        int size = heads.size();
        int n = keys.rows();
        left.write(0, q, first * d, m * d); // Q [m, D]
        stage(keys, 2 * d); // K and V side by side [n, 2 D]
        weights.reserve(m * n);
        result.reserve(m * d);
        float[] s = kept == null ? scratch(m * n) : kept;
        for (int h = 0; h < heads.count(); h++) {
            int at = kept == null ? 0 : h * m * n;
            timesTransposed(m, n, size, left.at(h * size), d, right.at(h * size), 2 * d, weights.at(0)); // S = Q K^T
            weights.read(0, s, at, m * n);
            loops.softmax(s, at, m, n, heads.scale(), mask);
            weights.write(0, s, at, m * n);
            times(m, size, n, weights.at(0), n, right.at(d + h * size), 2 * d, result.at(h * size), d); // P V
        }
        result.read(0, out, first * d, m * d);
    }

    @Override
    public void layerNorm(float[] x, int rows, Norm norm, float[] y) {
        Normalisation.layerNorm(x, rows, norm, y);
    }

    @Override
    public void residualNorm(float[] x, float[] r, int rows, Norm norm, float[] y) {
        Normalisation.residualNorm(x, r, rows, norm, y);
    }

    @Override
    public void add(float[] x, float[] r, int count) {
        for (int i = 0; i < count; i++) {
            x[i] += r[i];
        }
    }

    @Override
    public void activate(float[] x, int count, Activation activation, float[] y) {
        System.arraycopy(x, 0, y, 0, count);
        loops.activate(y, 0, count, activation);
    }

    @Override
    public void scores(Matrix table, float[] v, float[] y) {
        int d = table.columns();
        FloatPointer px = left.write(0, v, 0, d);
        FloatPointer py = result.reserve(table.rows());
        timesTransposed(1, table.rows(), d, px, d, table.pointer(), d, py);
        result.read(0, y, 0, table.rows());
    }

    private void stage(KeyValues keys, int width) {
        right.reserve(keys.rows() * width);
        int at = 0;
        if (keys.padding() != null) {
            right.write(0, keys.padding(), 0, width);
            at = width;
        }
        if (keys.prefixRows() > 0) {
            right.write(at, keys.prefix(), 0, keys.prefixRows() * width);
            at += keys.prefixRows() * width;
        }
        right.write(at, keys.own(), keys.ownAt() * width, keys.ownRows() * width);
    }

    private float[] scratch(int size) {
        if (rows.length < size) {
            rows = new float[size];
        }
        return rows;
    }

    /** C [m, n] = A [m, k] B^T, with B [n, k]; one row goes to the matrix-vector product, which is made for it. */
    private static void timesTransposed(
            int m, int n, int k, FloatPointer a, int lda, FloatPointer b, int ldb, FloatPointer c) {
        if (m == 1) {
            cblas_sgemv(CblasRowMajor, CblasNoTrans, n, k, 1f, b, ldb, a, 1, 0f, c, 1);
        } else {
            cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasTrans, m, n, k, 1f, a, lda, b, ldb, 0f, c, n);
        }
    }

    /** C [m, n] = A [m, k] B, with B [k, n]. */
    private static void times(
            int m, int n, int k, FloatPointer a, int lda, FloatPointer b, int ldb, FloatPointer c, int ldc) {
        if (m == 1) {
            cblas_sgemv(CblasRowMajor, CblasTrans, k, n, 1f, b, ldb, a, 1, 0f, c, 1);
        } else {
            cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, m, n, k, 1f, a, lda, b, ldb, 0f, c, ldc);
        }
    }
}
