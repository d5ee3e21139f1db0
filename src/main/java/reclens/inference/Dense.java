package reclens.inference;

/**
 * A linear layer with its backward pass; the transposed copy lets both use the same product.
 *
 * @param layer y = x W^T + b
 * @param transposed W^T as a layer of its own, without bias
 */
record Dense(Linear layer, Linear transposed) {
    /** @param weight W [out, in], row-major */
    static Dense of(float[] weight, int out, int in, float[] bias) {
        float[] turned = new float[weight.length];
        for (int o = 0; o < out; o++) {
            for (int i = 0; i < in; i++) {
                turned[i * out + o] = weight[o * in + i];
            }
        }
        return new Dense(
                new Linear(Matrix.of(weight, out, in), bias), new Linear(Matrix.of(turned, in, out), new float[in]));
    }

    /** Weight and bias under their usual names. */
    static Dense read(WeightReader weights, String name, int out, int in) {
        return of(weights.floats(name + ".weight", out, in), out, in, weights.floats(name + ".bias", out));
    }

    /** A layer without a bias; {@code name} is the weight's whole name. */
    static Dense unbiased(WeightReader weights, String name, int out, int in) {
        return of(weights.floats(name, out, in), out, in, new float[out]);
    }

    int in() {
        return layer.in();
    }

    int out() {
        return layer.out();
    }

    /** y [rows, out] for x [rows, in]. */
    float[] forward(Kernels k, float[] x, int rows) {
        return forward(k, x, rows, Activation.NONE);
    }

    float[] forward(Kernels k, float[] x, int rows, Activation activation) {
        float[] y = new float[rows * out()];
        k.linear(x, rows, layer, activation, y);
        return y;
    }

    /** d / dx [rows, in] from d / dy [rows, out]. */
    float[] backward(Kernels k, float[] dy, int rows) {
        float[] dx = new float[rows * in()];
        k.linear(dy, rows, transposed, Activation.NONE, dx);
        return dx;
    }
}
