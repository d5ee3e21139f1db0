package reclens.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import reclens.domain.DType;
import reclens.domain.DataException;
import reclens.domain.Problem;
import reclens.domain.Tensor;

/**
 * Reads NumPy's {@code .npz}: a zip of {@code .npy} arrays, format versions 1 to 3.
 *
 * <p>Arrays of text or objects have no tensor; they are left out of the result.
 */
public final class NpzReader {
    private static final Pattern DESCRIPTION = Pattern.compile("'descr'\\s*:\\s*'([^']*)'");
    private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([0-9,\\s]*)\\)");

    private NpzReader() {}

    /**
     * The numeric arrays by name, in the order of the file.
     *
     * @throws DataException when the file is no {@code .npz}, is cut short, or holds an array in Fortran or big-endian order
     */
    public static Map<String, Tensor> read(Path file) {
        InputFile.length(file);
        Map<String, Tensor> arrays = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                if (entry.getName().endsWith(".npy")) {
                    String name = entry.getName().substring(0, entry.getName().length() - ".npy".length());
                    Tensor tensor = array(file, name, ZipBytes.whole(file, zip, entry));
                    if (tensor != null) {
                        arrays.put(name, tensor);
                    }
                }
            }
        } catch (ZipException e) {
            throw new DataException(
                    Problem.of("not a readable .npz file: " + e.getMessage())
                            .at(file.toString())
                            .expected("a zip of .npy arrays"),
                    e);
        } catch (IOException e) {
            throw InputFile.unreadable(file, e);
        }
        return arrays;
    }

    /** The array, or null when it is not numeric. */
    private static Tensor array(Path file, String name, byte[] bytes) {
        if (bytes.length < 12
                || bytes[0] != (byte) 0x93
                || !new String(bytes, 1, 5, StandardCharsets.US_ASCII).equals("NUMPY")) {
            throw bad(file, name, "is not a .npy array", "the magic \\x93NUMPY", "other bytes");
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        boolean wide = bytes[6] >= 2;
        int start = wide ? 12 : 10;
        long headerLength = wide ? Integer.toUnsignedLong(buffer.getInt(8)) : Short.toUnsignedInt(buffer.getShort(8));
        if (headerLength > bytes.length - start) {
            throw bad(file, name, "has a header that is cut short", headerLength + " bytes", bytes.length + " bytes");
        }
        String header = new String(bytes, start, (int) headerLength, StandardCharsets.UTF_8);
        String description = field(file, name, header, DESCRIPTION);
        if (description.matches("[<>|=]?[USOV]\\d*")) {
            return null;
        }
        DType dtype = dtype(file, name, description);
        List<Long> shape = shape(file, name, field(file, name, header, SHAPE));
        if (field(file, name, header, ORDER).equals("True") && shape.size() > 1) {
            throw bad(file, name, "is stored in Fortran order", "C order", "fortran_order: True");
        }
        int from = start + (int) headerLength;
        long needed = Sizes.bytes(shape, dtype);
        if (needed != bytes.length - from) {
            throw bad(
                    file,
                    name,
                    "does not have the bytes of its shape",
                    needed + " bytes for " + description + " " + shape,
                    bytes.length - from + " bytes");
        }
        return new Tensor(dtype, shape, List.of(buffer.slice(from, bytes.length - from)));
    }

    private static String field(Path file, String name, String header, Pattern pattern) {
        Matcher matcher = pattern.matcher(header);
        if (!matcher.find()) {
            throw bad(file, name, "has a header that cannot be read", "descr, fortran_order, shape", header.strip());
        }
        return matcher.group(1);
    }

    private static List<Long> shape(Path file, String name, String text) {
        List<Long> shape = new ArrayList<>();
        for (String size : text.split(",")) {
            if (size.isBlank()) {
                continue;
            }
            if (size.strip().length() > 15) {
                throw bad(file, name, "has an impossible shape", "sizes that fit the file", "(" + text + ")");
            }
            shape.add(Long.parseLong(size.strip()));
        }
        return shape;
    }

    private static DType dtype(Path file, String name, String description) {
        return switch (description) {
            case "<f4", "=f4" -> DType.F32;
            case "<f8", "=f8" -> DType.F64;
            case "<f2", "=f2" -> DType.F16;
            case "<i8", "=i8" -> DType.I64;
            case "<i4", "=i4" -> DType.I32;
            case "<i2", "=i2" -> DType.I16;
            case "|i1", "<i1" -> DType.I8;
            case "|u1", "<u1" -> DType.U8;
            case "|b1", "<b1" -> DType.BOOL;
            default ->
                throw bad(
                        file,
                        name,
                        "has an element type that is not supported",
                        "little-endian f2, f4, f8, i1, i2, i4, i8, u1 or bool",
                        description);
        };
    }

    private static DataException bad(Path file, String name, String what, String expected, String found) {
        return new DataException(Problem.of("array '" + name + "' " + what)
                .at(file.toString())
                .expected(expected)
                .found(found));
    }
}
