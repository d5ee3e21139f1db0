package reclens.files;

import java.util.ArrayList;
import java.util.List;

/**
 * A tensor as a pickle describes it; nothing of it is checked yet.
 *
 * @param storage where its elements lie
 * @param offset first element
 * @param shape sizes of the axes
 * @param strides distance of neighbours along each axis, in elements
 */
record TensorRef(StorageRef storage, long offset, List<Long> shape, List<Long> strides) {
    /** Arguments of {@code torch._utils._rebuild_tensor_v2}: storage, offset, shape, strides, ... */
    static TensorRef of(List<Object> arguments) {
        if (arguments.size() < 4
                || !(arguments.get(0) instanceof StorageRef storage)
                || !(arguments.get(1) instanceof Number offset)) {
            throw new IllegalArgumentException("a tensor without storage, offset, shape and strides");
        }
        TensorRef tensor = new TensorRef(storage, offset.longValue(), longs(arguments.get(2)), longs(arguments.get(3)));
        if (tensor.shape.size() != tensor.strides.size()) {
            throw new IllegalArgumentException("a tensor of shape " + tensor.shape + " with strides " + tensor.strides);
        }
        return tensor;
    }

    static List<Long> longs(Object tuple) {
        Object[] values = tuple instanceof List<?> list ? list.toArray() : (Object[]) tuple;
        List<Long> longs = new ArrayList<>(values.length);
        for (Object value : values) {
            longs.add(((Number) value).longValue());
        }
        return longs;
    }

    boolean isContiguous() {
        long expected = 1;
        for (int axis = shape.size() - 1; axis >= 0; axis--) {
            if (shape.get(axis) != 1 && strides.get(axis) != expected) {
                return false;
            }
            expected *= shape.get(axis);
        }
        return true;
    }

    /** Index of the last element in the storage; -1 for an empty tensor, {@link Long#MAX_VALUE} when it cannot be. */
    long lastElement() {
        if (offset < 0) {
            return Long.MAX_VALUE;
        }
        if (shape.contains(0L)) {
            return -1;
        }
        long last = offset;
        try {
            for (int axis = 0; axis < shape.size(); axis++) {
                long size = shape.get(axis);
                long stride = strides.get(axis);
                if (size < 0 || stride < 0) {
                    return Long.MAX_VALUE;
                }
                last = Math.addExact(last, Math.multiplyExact(size - 1, stride));
            }
        } catch (ArithmeticException e) {
            return Long.MAX_VALUE;
        }
        return last;
    }
}
