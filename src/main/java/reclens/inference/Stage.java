package reclens.inference;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;

/** Native scratch memory that grows as needed. The pointers it returns are valid until the next {@link #reserve} that grows. */
final class Stage {
    private FloatBuffer buffer;
    private FloatPointer start;
    private FloatPointer moving;

    Stage() {
        grow(1024);
    }

    /** Makes room for {@code floats} values; what was there before is lost when it grows. */
    FloatPointer reserve(int floats) {
        if (buffer.capacity() < floats) {
            grow(Math.max(floats, 2 * buffer.capacity()));
        }
        return start;
    }

    /** Copies {@code count} values in, to {@code target}; returns the start of the memory. */
    FloatPointer write(int target, float[] source, int at, int count) {
        if (target == 0) {
            reserve(count);
        }
        buffer.put(target, source, at, count);
        return start;
    }

    void read(int from, float[] target, int at, int count) {
        buffer.get(from, target, at, count);
    }

    /** The memory from element {@code offset} on. One such pointer exists: use it before the next call. */
    FloatPointer at(int offset) {
        return moving.position(offset);
    }

    private void grow(int floats) {
        buffer = Matrix.allocate(floats);
        start = new FloatPointer(buffer);
        moving = new FloatPointer(buffer);
    }
}
