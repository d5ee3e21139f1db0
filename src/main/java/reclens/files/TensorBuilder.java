package reclens.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import reclens.domain.DType;
import reclens.domain.DataException;
import reclens.domain.Problem;
import reclens.domain.Tensor;

/** Turns what a pickle says of tensors into tensors: checks them against their storages, copies those with strides. */
final class TensorBuilder {
    private final Path file;
    private final Storages storages;
    /** Bytes that copies of strided tensors may still take; an expanded tensor can state any size. */
    private long copyBudget;

    TensorBuilder(Path file, long fileLength, Storages storages) {
        this.file = file;
        this.storages = storages;
        this.copyBudget = (64L << 20) + 4 * fileLength;
    }

    /** @throws DataException when the tensor does not lie inside its storage or its element type is not supported */
    Tensor build(String name, TensorRef ref) throws IOException {
        DType dtype = ref.storage().dtype();
        if (dtype == null) {
            throw bad(
                    name,
                    "has an element type that is not supported",
                    "float, half, bfloat16, double, integers or bool",
                    ref.storage().type());
        }
        if (ref.storage().view()) {
            throw bad(name, "is a view as only PyTorch before 0.4 writes it", "a whole storage", "a storage view");
        }
        long last = ref.lastElement();
        if (last >= ref.storage().count()) {
            throw bad(
                    name,
                    "reaches beyond its storage",
                    ref.storage().count() + " elements or fewer",
                    "shape " + ref.shape() + ", strides " + ref.strides() + ", offset " + ref.offset());
        }
        long bytes = Sizes.bytes(ref.shape(), dtype);
        List<ByteBuffer> storage = storages.bytes(ref.storage());
        if (bytes == 0) {
            return new Tensor(dtype, ref.shape(), List.of());
        }
        if (ref.isContiguous()) {
            return new Tensor(dtype, ref.shape(), slice(storage, ref.offset() * dtype.bytes(), bytes));
        }
        if (bytes > copyBudget || bytes > ZipBytes.SEGMENT) {
            throw bad(name, "would be far larger than the file", "at most " + copyBudget + " bytes", bytes + " bytes");
        }
        copyBudget -= bytes;
        return new Tensor(dtype, ref.shape(), List.of(contiguous(ref, dtype.bytes(), storage, (int) bytes)));
    }

    /** Views of the bytes from {@code from}, one for each segment that they touch. */
    static List<ByteBuffer> slice(List<ByteBuffer> segments, long from, long length) {
        List<ByteBuffer> slices = new ArrayList<>();
        long start = from;
        long left = length;
        for (ByteBuffer segment : segments) {
            if (start >= segment.capacity()) {
                start -= segment.capacity();
                continue;
            }
            int count = (int) Math.min(left, segment.capacity() - start);
            if (count > 0) {
                slices.add(segment.slice((int) start, count).order(ByteOrder.LITTLE_ENDIAN));
            }
            left -= count;
            start = 0;
            if (left == 0) {
                break;
            }
        }
        return slices;
    }

    private static ByteBuffer contiguous(TensorRef ref, int width, List<ByteBuffer> storage, int bytes) {
        ByteBuffer out = ByteBuffer.allocate(bytes);
        int rank = ref.shape().size();
        long[] index = new long[rank];
        long at = ref.offset();
        while (out.hasRemaining()) {
            long start = at * width;
            ByteBuffer segment = storage.get((int) (start / ZipBytes.SEGMENT));
            out.put(out.position(), segment, (int) (start % ZipBytes.SEGMENT), width);
            out.position(out.position() + width);
            for (int axis = rank - 1; axis >= 0; axis--) {
                at += ref.strides().get(axis);
                if (++index[axis] < ref.shape().get(axis)) {
                    break;
                }
                at -= index[axis] * ref.strides().get(axis);
                index[axis] = 0;
            }
        }
        return out.flip();
    }

    private DataException bad(String name, String what, String expected, String found) {
        return new DataException(Problem.of("tensor '" + name + "' " + what)
                .at(file.toString())
                .expected(expected)
                .found(found));
    }
}
