package reclens.inference;

/** Activations of one pass, reused from pass to pass by one thread. R rows, D hidden size, F inner size. */
final class PassBuffers {
    float[] x = new float[0]; // [R, D] the states
    float[] normed; // [R, D]
    float[] keyValue; // [R, 2 D]
    float[] query; // [R, D]
    float[] mixed; // [R, D] values mixed by attention, heads concatenated
    float[] branch; // [R, D] what is added to the states
    float[] inner; // [R, F]

    private int capacity;

    void reserve(int rows, int hidden, int innerSize) {
        if (rows > capacity) {
            capacity = rows;
            x = new float[rows * hidden];
            normed = new float[rows * hidden];
            keyValue = new float[rows * 2 * hidden];
            query = new float[rows * hidden];
            mixed = new float[rows * hidden];
            branch = new float[rows * hidden];
            inner = new float[rows * innerSize];
        }
    }
}
