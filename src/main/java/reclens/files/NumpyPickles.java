package reclens.files;

import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import reclens.domain.DType;
import reclens.domain.Tensor;

/** NumPy arrays inside a pickle: {@code _reconstruct} with a state of version, shape, dtype, order and bytes. */
final class NumpyPickles {
    private static final Map<String, DType> TYPES = Map.of(
            "f8", DType.F64,
            "f4", DType.F32,
            "f2", DType.F16,
            "i8", DType.I64,
            "i4", DType.I32,
            "i2", DType.I16,
            "i1", DType.I8,
            "u1", DType.U8,
            "b1", DType.BOOL);

    private NumpyPickles() {}

    static boolean isArray(Object value) {
        return value instanceof PyObject object
                && (object.isA("numpy.core.multiarray._reconstruct")
                        || object.isA("numpy._core.multiarray._reconstruct"));
    }

    /** The array as a tensor; null when it is not numeric, not in C order, big-endian, or does not have its bytes. */
    static Tensor tensor(PyObject array) {
        if (!(array.state instanceof Object[] state)
                || state.length < 5
                || !(state[1] instanceof Object[] shape)
                || !(state[4] instanceof byte[] bytes)) {
            return null;
        }
        DType dtype = dtype(state[2]);
        List<Long> sizes = TensorRef.longs(shape);
        boolean fortran = Boolean.TRUE.equals(state[3]) && sizes.size() > 1;
        if (dtype == null || fortran || Sizes.bytes(sizes, dtype) != bytes.length) {
            return null;
        }
        return new Tensor(dtype, sizes, List.of(ByteBuffer.wrap(bytes)));
    }

    private static DType dtype(Object value) {
        if (!(value instanceof PyObject object) || !object.isA("numpy.dtype") || object.arguments.isEmpty()) {
            return null;
        }
        boolean bigEndian = object.state instanceof Object[] state && state.length > 1 && ">".equals(state[1]);
        return bigEndian ? null : TYPES.get(String.valueOf(object.arguments.get(0)));
    }

    /** The value of a NumPy scalar, as a long or double; null when it is none. */
    static Object scalar(PyObject object) {
        boolean isScalar = object.isA("numpy.core.multiarray.scalar") || object.isA("numpy._core.multiarray.scalar");
        if (!isScalar || object.arguments.size() < 2 || !(object.arguments.get(1) instanceof byte[] bytes)) {
            return null;
        }
        DType dtype = dtype(object.arguments.get(0));
        if (dtype == null || bytes.length != dtype.bytes()) {
            return null;
        }
        Tensor tensor = new Tensor(dtype, Collections.emptyList(), List.of(ByteBuffer.wrap(bytes)));
        return switch (dtype) {
            case F64 -> tensor.segments().get(0).getDouble(0);
            case F32, F16, BF16 -> (double) tensor.toFloats()[0];
            case BOOL -> tensor.toLongs()[0] != 0;
            default -> tensor.toLongs()[0];
        };
    }
}
