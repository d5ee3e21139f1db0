package reclens.files;

import java.util.Map;
import reclens.domain.DType;

/**
 * A storage that a pickled tensor names.
 *
 * @param type Python's name of the storage class
 * @param key its key in the file
 * @param count stated number of elements
 * @param view whether it is a view into another storage, as files before PyTorch 0.4 have it
 */
record StorageRef(String type, String key, long count, boolean view) {
    private static final Map<String, DType> TYPES = Map.of(
            "DoubleStorage", DType.F64,
            "FloatStorage", DType.F32,
            "HalfStorage", DType.F16,
            "BFloat16Storage", DType.BF16,
            "LongStorage", DType.I64,
            "IntStorage", DType.I32,
            "ShortStorage", DType.I16,
            "CharStorage", DType.I8,
            "ByteStorage", DType.U8,
            "BoolStorage", DType.BOOL);

    /** A persistent id: {@code ("storage", class, key, location, count)}, in the legacy format with a view after it. */
    static StorageRef of(Object[] id) {
        if (id.length < 5
                || !"storage".equals(id[0])
                || !(id[1] instanceof PyGlobal type)
                || !(id[4] instanceof Number n)) {
            throw new IllegalArgumentException("a persistent id that names no storage");
        }
        return new StorageRef(type.name(), String.valueOf(id[2]), n.longValue(), id.length > 5 && id[5] != null);
    }

    /** The element type; null when it is not supported. */
    DType dtype() {
        return TYPES.get(type);
    }
}
