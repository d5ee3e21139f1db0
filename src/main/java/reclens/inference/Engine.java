package reclens.inference;

/** The numeric engine under the models. */
public final class Engine {
    private Engine() {}

    /**
     * Loads the native library and runs it once, so that the first model opens faster. For a background thread while the
     * window comes up; harmless when called again.
     *
     * @throws reclens.domain.DataException when the native library cannot be loaded
     */
    public static void warmUp() {
        Linear layer = new Linear(Matrix.of(new float[] {1}, 1, 1), new float[1]);
        kernels().linear(new float[1], 1, layer, Activation.NONE, new float[1]);
    }

    static Kernels kernels() {
        return new BlasKernels();
    }
}
