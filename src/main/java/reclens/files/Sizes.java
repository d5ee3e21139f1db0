package reclens.files;

import java.util.List;
import reclens.domain.DType;

/** Byte counts of shapes that a file states and that need not be true. */
final class Sizes {
    private Sizes() {}

    /** Number of elements; {@link Long#MAX_VALUE} where a size is negative or the product does not fit. */
    static long elements(List<Long> shape) {
        long product = 1;
        boolean empty = false;
        for (long size : shape) {
            if (size < 0) {
                return Long.MAX_VALUE;
            }
            empty |= size == 0;
            if (size > 0) {
                product = Math.multiplyHigh(product, size) != 0 || product * size < 0 ? Long.MAX_VALUE : product * size;
            }
        }
        return product == Long.MAX_VALUE ? product : empty ? 0 : product;
    }

    /** Bytes of a contiguous tensor; {@link Long#MAX_VALUE} where that does not fit. */
    static long bytes(List<Long> shape, DType dtype) {
        long elements = elements(shape);
        return elements > Long.MAX_VALUE / dtype.bytes() ? Long.MAX_VALUE : elements * dtype.bytes();
    }
}
