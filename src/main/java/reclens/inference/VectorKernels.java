package reclens.inference;

/**
 * All primitives with the Java Vector API ({@code jdk.incubator.vector}), which has to be among the modules of the JVM. Products
 * work on {@code float[]} without copies, next to the loops that need their results: a block of rows goes through bias and
 * activation, or through softmax and the product with the values, while it is in the first cache. Keys that a causal query
 * cannot see are left out of both products.
 */
final class VectorKernels implements Kernels {
    /** Rows whose result is used while they are in the cache: a multiple of the tile's. */
    private static final int BLOCK = 8 * VectorTile.ROWS;

    private final VectorLoops loops = new VectorLoops();
    private final BlasKernels blas = new BlasKernels();
    private final float[] edge = new float[VectorTile.ROWS * VectorTile.WIDTH]; // a tile wider than its target
    private float[] keyPanels = new float[0];
    private float[] valuePanels = new float[0];
    private float[] scores = new float[0];

    @Override
    public void linear(float[] x, int rows, Linear layer, Activation activation, float[] y) {
        int in = layer.in();
        int out = layer.out();
        float[] panels = layer.weight().panels(VectorTile.WIDTH);
        for (int r = 0; r < rows; r += BLOCK) {
            int m = Math.min(BLOCK, rows - r);
            for (int c = 0; c < out; c += VectorTile.WIDTH) {
                int width = Math.min(VectorTile.WIDTH, out - c);
                for (int i = 0; i < m; i += VectorTile.ROWS) {
                    int last = Math.min(VectorTile.ROWS, m - i) - 1;
                    product(x, (r + i) * in, in, last, in, panels, c * in, y, (r + i) * out + c, out, width);
                }
            }
            loops.biasAndActivation(y, r * out, m, layer.bias(), activation);
        }
    }

    @Override
    public void attention(
            Heads heads, float[] q, int first, int m, KeyValues keys, AttentionMask mask, float[] kept, float[] out) {
        int d = heads.width();
        int size = heads.size();
        int n = keys.rows();
        int stride = roundUp(n);
        reserve(stride, size, n);
        for (int h = 0; h < heads.count(); h++) {
            pack(keys, h * size, d, size);
            for (int i = 0; i < m; i += VectorTile.ROWS) {
                int last = Math.min(VectorTile.ROWS, m - i) - 1;
                int seen = seen(mask, mask.firstQuery() + i + last, n);
                int at = (first + i) * d + h * size;
                for (int c = 0; c < seen; c += VectorTile.WIDTH) { // S = Q K^T
                    VectorTile.multiply(q, at, d, last, size, keyPanels, c * size, scores, c, stride);
                }
                for (int r = 0; r <= last; r++) {
                    loops.softmax(scores, r * stride, n, heads.scale(), mask, mask.firstQuery() + i + r);
                    if (kept != null) {
                        System.arraycopy(scores, r * stride, kept, (h * m + i + r) * n, n);
                    }
                }
                for (int c = 0; c < size; c += VectorTile.WIDTH) { // P V
                    int width = Math.min(VectorTile.WIDTH, size - c);
                    product(scores, 0, stride, last, seen, valuePanels, c * n, out, at + c, d, width);
                }
            }
        }
    }

    @Override
    public void layerNorm(float[] x, int rows, Norm norm, float[] y) {
        if (norm.gain().length % VectorTile.LANES == 0) {
            VectorLoops.layerNorm(x, rows, norm, y);
        } else {
            Normalisation.layerNorm(x, rows, norm, y);
        }
    }

    @Override
    public void residualNorm(float[] x, float[] r, int rows, Norm norm, float[] y) {
        int d = norm.gain().length;
        if (y != x) {
            System.arraycopy(x, 0, y, 0, rows * d);
        }
        add(y, r, rows * d);
        layerNorm(y, rows, norm, y);
    }

    @Override
    public void add(float[] x, float[] r, int count) {
        VectorLoops.add(x, 0, r, 0, count);
    }

    @Override
    public void activate(float[] x, int count, Activation activation, float[] y) {
        System.arraycopy(x, 0, y, 0, count);
        loops.activate(y, 0, count, activation);
    }

    /** By OpenBLAS: one pass over a long table in native memory, which nothing but the memory limits. */
    @Override
    public void scores(Matrix table, float[] v, float[] y) {
        blas.scores(table, v, y);
    }

    /** How many keys the last of some causal queries sees; all that are not seen have a weight of exactly 0. */
    private static int seen(AttentionMask mask, int query, int n) {
        if (!mask.causal() || mask.additive() != null) {
            return n;
        }
        return Math.min(n, (mask.padding() > 0 ? 1 : 0) + query + 1);
    }

    /** A tile of C = A B that may be narrower than a panel. */
    private void product(
            float[] a, int at, int lda, int last, int k, float[] b, int bt, float[] c, int ct, int ldc, int width) {
        if (width == VectorTile.WIDTH) {
            VectorTile.multiply(a, at, lda, last, k, b, bt, c, ct, ldc);
            return;
        }
        VectorTile.multiply(a, at, lda, last, k, b, bt, edge, 0, VectorTile.WIDTH);
        for (int r = 0; r <= last; r++) {
            System.arraycopy(edge, r * VectorTile.WIDTH, c, ct + r * ldc, width);
        }
    }

    private void reserve(int stride, int size, int n) {
        if (keyPanels.length < stride * size) {
            keyPanels = new float[stride * size];
        }
        if (valuePanels.length < roundUp(size) * n) {
            valuePanels = new float[roundUp(size) * n];
        }
        if (scores.length < VectorTile.ROWS * stride) {
            scores = new float[VectorTile.ROWS * stride];
        }
    }

    /** Keys and values of one head as panels: keys transposed [size, n], values [n, size]. */
    private void pack(KeyValues keys, int from, int d, int size) {
        int n = keys.rows();
        int row = 0;
        if (keys.padding() != null) {
            pack(keys.padding(), 0, 1, row, n, from, d, size);
            row = 1;
        }
        if (keys.prefixRows() > 0) {
            pack(keys.prefix(), 0, keys.prefixRows(), row, n, from, d, size);
            row += keys.prefixRows();
        }
        pack(keys.own(), keys.ownAt(), keys.ownRows(), row, n, from, d, size);
    }

    private void pack(float[] source, int first, int rows, int row, int n, int from, int d, int size) {
        int width = VectorTile.WIDTH;
        for (int i = 0; i < rows; i++) {
            int key = (first + i) * 2 * d + from;
            int column = (row + i) / width * width * size + (row + i) % width;
            for (int j = 0; j < size; j++) {
                keyPanels[column + j * width] = source[key + j];
            }
            for (int c = 0; c < size; c += width) {
                System.arraycopy(
                        source, key + d + c, valuePanels, c * n + (row + i) * width, Math.min(width, size - c));
            }
        }
    }

    private static int roundUp(int count) {
        return (count + VectorTile.WIDTH - 1) / VectorTile.WIDTH * VectorTile.WIDTH;
    }
}
