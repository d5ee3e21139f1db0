package reclens.domain;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/**
 * A stored tensor: contiguous, row-major, little-endian, often a view into a mapped file.
 *
 * @param dtype element type
 * @param shape sizes of the axes; empty for a scalar
 * @param segments the bytes in order; more than one only where a map of 2 GiB is not enough. Every segment but the last
 *     holds a whole number of elements
 */
public record Tensor(DType dtype, List<Long> shape, List<ByteBuffer> segments) {
    public Tensor {
        shape = List.copyOf(shape);
        segments = segments.stream()
                .map(s -> s.slice().order(ByteOrder.LITTLE_ENDIAN))
                .toList();
        long bytes = segments.stream().mapToLong(ByteBuffer::remaining).sum();
        long expected = elements(shape) * dtype.bytes();
        if (bytes != expected) {
            throw new IllegalArgumentException(
                    "tensor " + dtype + shape + " needs " + expected + " bytes but has " + bytes);
        }
    }

    public static Tensor ofFloats(float[] values, long... shape) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return new Tensor(DType.F32, Arrays.stream(shape).boxed().toList(), List.of(bytes));
    }

    public long elements() {
        return elements(shape);
    }

    public int rank() {
        return shape.size();
    }

    /** Size of axis {@code axis}, as an int; tensors of models fit. */
    public int dim(int axis) {
        return Math.toIntExact(shape.get(axis));
    }

    /** All elements as floats, in a new array; integers are converted, F64 is rounded. */
    public float[] toFloats() {
        float[] out = new float[Math.toIntExact(elements())];
        int at = 0;
        for (ByteBuffer segment : segments) {
            at = read(segment.duplicate().order(ByteOrder.LITTLE_ENDIAN), out, at);
        }
        return out;
    }

    /**
     * Some elements as doubles, so that large tensors can be gone through without a copy of the whole.
     *
     * @param from index of the first, in row-major order
     * @param out filled from its start
     * @return how many were there; 0 behind the last one
     */
    public int read(long from, double[] out) {
        int count = (int) Math.max(0, Math.min(out.length, elements() - from));
        int at = 0;
        long start = 0;
        for (ByteBuffer segment : segments) {
            long end = start + segment.remaining() / dtype.bytes();
            while (at < count && from + at >= start && from + at < end) {
                out[at] = value(segment, (int) (from + at - start) * dtype.bytes());
                at++;
            }
            start = end;
        }
        return count;
    }

    /** The element at a byte of a segment; half precision and integers are converted. */
    private double value(ByteBuffer b, int at) {
        return switch (dtype) {
            case F64 -> b.getDouble(at);
            case F32 -> b.getFloat(at);
            case F16 -> halfToFloat(b.getShort(at));
            case BF16 -> Float.intBitsToFloat(b.getShort(at) << 16);
            case I64 -> b.getLong(at);
            case I32 -> b.getInt(at);
            case I16 -> b.getShort(at);
            case I8 -> b.get(at);
            case U8, BOOL -> Byte.toUnsignedInt(b.get(at));
        };
    }

    /** All elements as longs, in a new array; only for integer and boolean tensors. */
    public long[] toLongs() {
        long[] out = new long[Math.toIntExact(elements())];
        int at = 0;
        for (ByteBuffer segment : segments) {
            ByteBuffer b = segment.duplicate().order(ByteOrder.LITTLE_ENDIAN);
            while (b.hasRemaining()) {
                out[at++] = switch (dtype) {
                    case I64 -> b.getLong();
                    case I32 -> b.getInt();
                    case I16 -> b.getShort();
                    case I8 -> b.get();
                    case U8, BOOL -> Byte.toUnsignedLong(b.get());
                    case F64, F32, F16, BF16 -> throw new IllegalStateException(dtype + " does not hold integers");
                };
            }
        }
        return out;
    }

    private int read(ByteBuffer b, float[] out, int start) {
        int at = start;
        if (dtype == DType.F32) {
            int count = b.remaining() / 4;
            b.asFloatBuffer().get(out, at, count);
            return at + count;
        }
        for (int byteAt = b.position(); byteAt < b.limit(); byteAt += dtype.bytes()) {
            out[at++] = (float) value(b, byteAt);
        }
        return at;
    }

    /** IEEE 754 binary16; {@code Float.float16ToFloat} needs JDK 20. */
    static float halfToFloat(short half) {
        int sign = (half & 0x8000) << 16;
        int exponent = (half >>> 10) & 0x1f;
        int fraction = half & 0x3ff;
        if (exponent == 0x1f) {
            return Float.intBitsToFloat(sign | 0x7f800000 | fraction << 13);
        }
        if (exponent == 0) {
            float magnitude = fraction * 0x1p-24f;
            return sign == 0 ? magnitude : -magnitude;
        }
        return Float.intBitsToFloat(sign | (exponent + 112) << 23 | fraction << 13);
    }

    private static long elements(List<Long> shape) {
        long product = 1;
        for (long size : shape) {
            product = Math.multiplyExact(product, size);
        }
        return product;
    }
}
