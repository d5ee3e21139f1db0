package reclens.inference;

import reclens.domain.DataException;
import reclens.domain.Problem;

/** The numeric engine under the models. */
public final class Engine {
    private static final boolean VECTORS = vectors();

    private Engine() {}

    /**
     * Loads the native library and runs every primitive once, so that the first model opens and answers faster. For a
     * background thread while the window comes up; harmless when called again.
     *
     * @throws DataException when the native library cannot be unpacked or loaded
     */
    public static void warmUp() {
        load();
        Kernels kernels = kernels();
        float[] x = {1, 2, 3, 4}; // [2, 2]
        float[] y = new float[8];
        Linear layer = new Linear(Matrix.of(new float[8], 4, 2), new float[4]);
        kernels.linear(x, 2, layer, Activation.GELU, y); // [2, 4]
        KeyValues keys = new KeyValues(null, null, 0, y, 0, 2);
        kernels.attention(
                new Heads(1, 2), x, 0, 2, keys, new AttentionMask(0, true, null, 0, null), null, new float[4]);
        kernels.scores(layer.weight(), x, y);
    }

    /**
     * Loads the native library on this thread where it cannot be loaded beside other libraries. To be called before threads
     * are started that may load any.
     *
     * @throws DataException when the native library cannot be unpacked or loaded
     */
    public static void loadUndisturbed() {
        if (!BlasKernels.threadsAreSet()) {
            load();
        }
    }

    /** @throws DataException when the native library cannot be unpacked or loaded */
    static void load() {
        try {
            kernels().scores(Matrix.of(new float[] {1}, 1, 1), new float[1], new float[1]);
        } catch (LinkageError e) {
            throw new DataException(
                    Problem.of("the native library for matrix products cannot be loaded")
                            .at(System.getProperty("user.home") + "/.javacpp")
                            .expected("a folder that can be written, to unpack it into, and an unharmed download of it")
                            .found(String.valueOf(e.getMessage()))
                            .fix("make the folder writable or name another with -Dorg.bytedeco.javacpp.cachedir=DIR"),
                    e);
        }
    }

    static Kernels kernels() {
        if (VECTORS) {
            return new VectorKernels();
        }
        return new BlasKernels();
    }

    /** Whether the JVM was started with the Vector API. Vectors of four numbers gain nothing over OpenBLAS. */
    private static boolean vectors() {
        return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
                && compilesVectors(System.getProperty("java.vm.info", ""))
                && VectorTile.LANES >= 8;
    }

    /**
     * Whether the JVM has its optimising compiler, without which every vector is an object and costs a hundred times as much.
     *
     * @param mode the system property java.vm.info
     */
    static boolean compilesVectors(String mode) {
        return !mode.contains("interpreted") && !mode.contains("emulated-client");
    }
}
