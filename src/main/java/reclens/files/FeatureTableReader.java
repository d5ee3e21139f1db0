package reclens.files;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import reclens.domain.DType;
import reclens.domain.DataException;
import reclens.domain.FeatureTables;
import reclens.domain.Problem;
import reclens.domain.Tensor;

/**
 * Reads feature tables from an {@code .npz} whose arrays are named {@code item.<field>} and {@code user.<field>}: whole
 * numbers, one row an index of the model. An array [rows] is a field of one value, [rows, width] one of several, padded with
 * 0 on the right.
 */
public final class FeatureTableReader {
    private static final String ITEM = "item.";
    private static final String USER = "user.";

    private FeatureTableReader() {}

    /**
     * @throws DataException when the file is no {@code .npz}, has no such array, or one is not of whole numbers from 0 on or of
     *     another rank
     * @throws reclens.domain.NotFoundException when there is no such file
     */
    public static FeatureTables read(Path npz) {
        Map<String, FeatureTables.Field> item = new LinkedHashMap<>();
        Map<String, FeatureTables.Field> user = new LinkedHashMap<>();
        Map<String, Tensor> arrays = NpzReader.read(npz);
        arrays.forEach((name, array) -> {
            if (name.startsWith(ITEM)) {
                item.put(name.substring(ITEM.length()), field(npz, name, array));
            } else if (name.startsWith(USER)) {
                user.put(name.substring(USER.length()), field(npz, name, array));
            }
        });
        if (item.isEmpty() && user.isEmpty()) {
            throw new DataException(Problem.of("the file holds no feature table")
                    .at(npz.toString())
                    .expected("arrays named item.<field> or user.<field>")
                    .found(arrays.isEmpty() ? "no numeric array" : String.join(", ", arrays.keySet())));
        }
        return new FeatureTables(item, user);
    }

    static FeatureTables.Field field(Path npz, String name, Tensor array) {
        if (array.dtype() == DType.F64
                || array.dtype() == DType.F32
                || array.dtype() == DType.F16
                || array.dtype() == DType.BF16) {
            throw bad(
                    npz, name, "does not hold whole numbers", "value indices, such as int64", "dtype " + array.dtype());
        }
        if (array.rank() < 1 || array.rank() > 2 || array.elements() == 0) {
            throw bad(
                    npz,
                    name,
                    "has the wrong shape",
                    "[rows] or [rows, width]",
                    array.shape().toString());
        }
        int width = array.rank() == 1 ? 1 : array.dim(1);
        long[] values = array.toLongs();
        int[] indices = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            if (values[i] < 0 || values[i] > Integer.MAX_VALUE) {
                throw bad(npz, name, "holds a value that is no index", "0 or more", values[i] + " in row " + i / width);
            }
            indices[i] = (int) values[i];
        }
        return new FeatureTables.Field(indices, width, array.rank() == 2);
    }

    private static DataException bad(Path npz, String name, String what, String expected, String found) {
        return new DataException(Problem.of("array '" + name + "' " + what)
                .at(npz.toString())
                .expected(expected)
                .found(found)
                .fix("write one row of value indices for each index of the model"));
    }
}
