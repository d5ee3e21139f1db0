package reclens.inference;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import reclens.domain.DType;
import reclens.domain.DoubleTensor;
import reclens.domain.MechanismCase;

/**
 * Queries, keys and values of one attention head, projected: what its scores are products of. Q queries, K keys, d the head's
 * size. The rows stand for what the rows and columns of the attention map stand for.
 *
 * @param place the head
 * @param softmax whether each row of weights is a softmax over the keys; else each weight is a sigmoid
 * @param size d
 * @param scale factor of the products
 * @param queries [Q, d]
 * @param keys [K, d]; where {@code paddingSlots} is above 0, row 0 stands for all padding slots
 * @param values [K, d], in the order of the keys
 * @param paddingSlots padding slots that receive attention; they all have the key and value of row 0
 * @param causal whether query i sees only the keys of padding and of events 0 to i
 */
public record HeadVectors(
        HeadPlace place,
        boolean softmax,
        int size,
        double scale,
        float[] queries,
        float[] keys,
        float[] values,
        int paddingSlots,
        boolean causal) {

    /** The columns {@code from} to {@code from + size} of rows {@code width} wide. */
    static float[] columns(float[] rows, int count, int width, int from, int size) {
        float[] out = new float[count * size];
        for (int r = 0; r < count; r++) {
            System.arraycopy(rows, r * width + from, out, r * size, size);
        }
        return out;
    }

    /** Of a softmax head without padding; {@code keyValue} [keys, 2 D] has the keys of all heads, then the values. */
    static HeadVectors of(HeadPlace place, Heads heads, float[] query, int queries, float[] keyValue, boolean causal) {
        int at = place.head() * heads.size();
        int keys = keyValue.length / (2 * heads.width());
        return new HeadVectors(
                place,
                true,
                heads.size(),
                heads.scale(),
                columns(query, queries, heads.width(), at, heads.size()),
                columns(keyValue, keys, 2 * heads.width(), at, heads.size()),
                columns(keyValue, keys, 2 * heads.width(), heads.width() + at, heads.size()),
                0,
                causal);
    }

    /** The same with row 0 of the keys standing for {@code slots} padding slots. */
    HeadVectors withPadding(int slots) {
        return new HeadVectors(place, softmax, size, scale, queries, keys, values, slots, causal);
    }

    public int queryCount() {
        return queries.length / size;
    }

    public int keyCount() {
        return keys.length / size;
    }

    /**
     * The head as a case of its mechanism, whose weights are those of the model. p padding slots of equal key are one column:
     * log p is added to its score, since p e^s = e^(s + log p).
     */
    public MechanismCase toCase(String name) {
        Map<String, DoubleTensor> inputs = new LinkedHashMap<>();
        inputs.put("q", tensor(queries));
        inputs.put("k", tensor(keys));
        inputs.put("v", tensor(values));
        Map<String, Object> params = new LinkedHashMap<>();
        boolean usual = Math.abs(scale * Math.sqrt(size) - 1) < 1e-6;
        if (!usual) {
            params.put("scale", scale);
        }
        if (paddingSlots > 0) {
            inputs.put("mask", mask());
        } else if (causal) {
            params.put("causal", true);
        }
        return new MechanismCase("", name, softmax ? "scaled_dot_product" : "sigmoid_cross", params, inputs, Map.of());
    }

    private DoubleTensor tensor(float[] rows) {
        double[] values = new double[rows.length];
        Arrays.setAll(values, i -> rows[i]);
        return new DoubleTensor(DType.F32, java.util.List.of(rows.length / size, size), values);
    }

    /** [Q, K]: log p at padding, minus infinity after the query where the model is causal. */
    private DoubleTensor mask() {
        int columns = keyCount();
        double[] mask = new double[queryCount() * columns];
        for (int q = 0; q < queryCount(); q++) {
            mask[q * columns] = Math.log(paddingSlots);
            if (causal) {
                Arrays.fill(mask, q * columns + q + 2, (q + 1) * columns, Double.NEGATIVE_INFINITY);
            }
        }
        return new DoubleTensor(DType.F32, java.util.List.of(queryCount(), columns), mask);
    }
}
