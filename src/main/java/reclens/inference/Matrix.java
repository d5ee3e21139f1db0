package reclens.inference;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;

/**
 * An immutable weight matrix [rows, columns], row-major, in native memory, where BLAS reads it without a copy. The memory
 * goes back when the matrix is unreachable: no call can meet freed weights.
 */
final class Matrix {
    private static final int ALIGNMENT = 64;

    private final FloatBuffer values;
    private final FloatPointer pointer;
    private final int rows;
    private final int columns;
    private volatile float[] panels; // made when first asked for

    private Matrix(FloatBuffer values, int rows, int columns) {
        this.values = values;
        this.pointer = new FloatPointer(values);
        this.rows = rows;
        this.columns = columns;
    }

    static Matrix of(float[] values, int rows, int columns) {
        if (values.length != rows * columns) {
            throw new IllegalArgumentException(
                    "a matrix [" + rows + ", " + columns + "] cannot hold " + values.length + " values");
        }
        return new Matrix(allocate(values.length).put(0, values), rows, columns);
    }

    /** Cache-aligned native memory, freed when unreachable; twice the alignment is added as both ends are rounded. */
    static FloatBuffer allocate(int floats) {
        return ByteBuffer.allocateDirect(Math.addExact(Math.multiplyExact(floats, Float.BYTES), 2 * ALIGNMENT))
                .alignedSlice(ALIGNMENT)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    int rows() {
        return rows;
    }

    int columns() {
        return columns;
    }

    FloatPointer pointer() {
        return pointer;
    }

    /**
     * The transposed matrix in panels of {@code width} of its columns, each panel [columns, width], the last one filled up with
     * zeros. A copy on the heap, kept: always ask for the same width.
     */
    float[] panels(int width) {
        float[] made = panels;
        if (made == null) {
            made = new float[(rows + width - 1) / width * width * columns];
            float[] row = new float[columns];
            for (int r = 0; r < rows; r++) {
                row(r, row, 0);
                int at = r / width * width * columns + r % width;
                for (int c = 0; c < columns; c++) {
                    made[at + c * width] = row[c];
                }
            }
            panels = made;
        }
        return made;
    }

    /** Copies row {@code row} to {@code target[at..at + columns]}. */
    void row(int row, float[] target, int at) {
        values.get(row * columns, target, at, columns);
    }
}
