package reclens.domain;

import java.util.Arrays;
import java.util.Optional;

/** Element types of stored tensors, under the names that safetensors uses. */
public enum DType {
    F64(8, "float64"),
    F32(4, "float32"),
    F16(2, "float16"),
    BF16(2, "bfloat16"),
    I64(8, "int64"),
    I32(4, "int32"),
    I16(2, "int16"),
    I8(1, "int8"),
    U8(1, "uint8"),
    BOOL(1, "bool");

    private final int bytes;
    private final String torchName;

    DType(int bytes, String torchName) {
        this.bytes = bytes;
        this.torchName = torchName;
    }

    public int bytes() {
        return bytes;
    }

    /** The name that PyTorch and NumPy use, such as {@code float32}. */
    public String torchName() {
        return torchName;
    }

    /** The type with this PyTorch name; empty when there is none. */
    public static Optional<DType> ofTorchName(String name) {
        return Arrays.stream(values()).filter(t -> t.torchName.equals(name)).findFirst();
    }
}
