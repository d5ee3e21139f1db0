package reclens.domain;

import java.util.Arrays;
import java.util.List;

/**
 * A small dense tensor that is computed with in double precision: contiguous, row-major.
 *
 * @param dtype what the values were given as; a sum of two F32 tensors may have to be rounded as F32
 * @param shape sizes of the axes; empty for a scalar
 * @param values the elements; booleans are 0 and 1
 */
public record DoubleTensor(DType dtype, List<Integer> shape, double[] values) {
    public DoubleTensor {
        shape = List.copyOf(shape);
        int expected = shape.stream().reduce(1, Math::multiplyExact);
        if (values.length != expected) {
            throw new IllegalArgumentException(
                    "a tensor of shape " + shape + " has " + expected + " values, not " + values.length);
        }
    }

    /** A tensor of computed values. */
    public static DoubleTensor of(double[] values, int... shape) {
        return new DoubleTensor(DType.F64, Arrays.stream(shape).boxed().toList(), values);
    }

    public int rank() {
        return shape.size();
    }

    /** Size of an axis; negative axes count from the end, -1 is the last. */
    public int dim(int axis) {
        return shape.get(axis < 0 ? shape.size() + axis : axis);
    }

    public int[] dims() {
        return shape.stream().mapToInt(Integer::intValue).toArray();
    }

    public boolean isBoolean() {
        return dtype == DType.BOOL;
    }
}
