package reclens.inference;

import java.util.List;

/**
 * Layers with an activation between them.
 *
 * @param layers first to last; none is the identity
 * @param activation between layers
 * @param last whether the activation also follows the last layer
 */
record Network(List<Dense> layers, Squash activation, boolean last) {
    Network {
        layers = List.copyOf(layers);
    }

    /** What stands between two layers. */
    enum Squash {
        NONE,
        RELU,
        TANH,
        SIGMOID;

        void apply(float[] x) {
            switch (this) {
                case RELU -> {
                    for (int i = 0; i < x.length; i++) {
                        x[i] = Math.max(x[i], 0);
                    }
                }
                case TANH -> Gates.tanh(x, x.length);
                case SIGMOID -> Gates.sigmoid(x, x.length);
                default -> {}
            }
        }

        /** In place from a gradient of values y to one of what they were taken of. */
        void back(float[] g, float[] y) {
            switch (this) {
                case RELU -> {
                    for (int i = 0; i < g.length; i++) {
                        g[i] = y[i] > 0 ? g[i] : 0;
                    }
                }
                case TANH -> Gates.tanhBack(g, y, g.length);
                case SIGMOID -> Gates.sigmoidBack(g, y, g.length);
                default -> {}
            }
        }
    }

    int out(int in) {
        return layers.isEmpty() ? in : layers.get(layers.size() - 1).out();
    }

    /** What each layer gave, activated [layers][rows, out]; of the identity, x itself. */
    float[][] run(Kernels k, float[] x, int rows) {
        if (layers.isEmpty()) {
            return new float[][] {x};
        }
        float[][] outputs = new float[layers.size()][];
        float[] h = x;
        for (int l = 0; l < outputs.length; l++) {
            h = layers.get(l).forward(k, h, rows);
            if (activates(l)) {
                activation.apply(h);
            }
            outputs[l] = h;
        }
        return outputs;
    }

    float[] forward(Kernels k, float[] x, int rows) {
        float[][] outputs = run(k, x, rows);
        return outputs[outputs.length - 1];
    }

    /** d / dx [rows, in] from d / dy [rows, out], which it may overwrite. */
    float[] backward(Kernels k, float[][] outputs, float[] dy, int rows) {
        float[] g = dy;
        for (int l = layers.size() - 1; l >= 0; l--) {
            if (activates(l)) {
                activation.back(g, outputs[l]);
            }
            g = layers.get(l).backward(k, g, rows);
        }
        return g;
    }

    private boolean activates(int layer) {
        return last || layer < layers.size() - 1;
    }
}
