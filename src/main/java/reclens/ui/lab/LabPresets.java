package reclens.ui.lab;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import reclens.domain.DoubleTensor;
import reclens.domain.MechanismCase;

/** Small tensors to start from, for each mechanism of attention. */
final class LabPresets {
    private static final List<String> OF_QUERIES_KEYS_VALUES = List.of(
            "scaled_dot_product",
            "dot_product",
            "bilinear",
            "additive",
            "cosine",
            "tanh_dot",
            "adaptive",
            "sigmoid_cross");
    private static final int QUERIES = 3;
    private static final int KEYS = 5;
    /** Last size of queries and keys. */
    static final int SIZE = 4;

    private static final int VALUE_SIZE = 2;
    private static final int HEADS = 2;
    private static final long SEED = 7;

    private LabPresets() {}

    /** The mechanisms that the lab offers. */
    static List<String> mechanisms() {
        return Stream.concat(
                        OF_QUERIES_KEYS_VALUES.stream(),
                        Stream.of("torch.nn.MultiheadAttention", "stacked_self_attention"))
                .toList();
    }

    /** Three queries 1, 0 and -1, five keys of 1, five values of 2: every weight is 0.2, every output 2. */
    static MechanismCase workedExample() {
        return new MechanismCase(
                "",
                "worked example",
                "scaled_dot_product",
                Map.of(),
                inputs(
                        DoubleTensor.of(new double[] {1, 0, -1}, QUERIES, 1),
                        DoubleTensor.of(new double[] {1, 1, 1, 1, 1}, KEYS, 1),
                        DoubleTensor.of(new double[] {2, 2, 2, 2, 2}, KEYS, 1)),
                Map.of());
    }

    /** Seeded random tensors that fit the mechanism. */
    static MechanismCase random(String mechanism) {
        Random random = new Random(SEED);
        return switch (mechanism) {
            case "torch.nn.MultiheadAttention" -> {
                DoubleTensor x = tensor(random, 1, KEYS, SIZE);
                Map<String, DoubleTensor> weights = new LinkedHashMap<>();
                weights.put("in_proj_weight", tensor(random, 3 * SIZE, SIZE));
                weights.put("out_proj.weight", tensor(random, SIZE, SIZE));
                yield new MechanismCase(
                        "",
                        "",
                        mechanism,
                        Map.of("embed_dim", (long) SIZE, "num_heads", (long) HEADS, "bias", false, "batch_first", true),
                        inputs(x, x, x),
                        weights);
            }
            case "stacked_self_attention" -> {
                Map<String, DoubleTensor> weights = new LinkedHashMap<>();
                for (int layer = 0; layer < 2; layer++) {
                    weights.put("layers." + layer + ".in_proj_weight", tensor(random, 3 * SIZE, SIZE));
                    weights.put("layers." + layer + ".out_proj.weight", tensor(random, SIZE, SIZE));
                }
                yield new MechanismCase(
                        "",
                        "",
                        mechanism,
                        Map.of("num_heads", (long) HEADS, "batch_first", true),
                        Map.of("x", tensor(random, 1, KEYS, SIZE)),
                        weights);
            }
            default ->
                new MechanismCase(
                        "", "", mechanism, Map.of(), qkv(random), weights(mechanism, random, SIZE, SIZE, VALUE_SIZE));
        };
    }

    private static Map<String, DoubleTensor> qkv(Random random) {
        return inputs(tensor(random, QUERIES, SIZE), tensor(random, KEYS, SIZE), tensor(random, KEYS, VALUE_SIZE));
    }

    /** Whether its inputs are q, k and v alone, so that those of another such mechanism will do. */
    static boolean takesQueriesKeysValues(String mechanism) {
        return OF_QUERIES_KEYS_VALUES.contains(mechanism);
    }

    /** Seeded random parameters for queries, keys and values of the given last sizes; empty where there are none. */
    static Map<String, DoubleTensor> weights(String mechanism, int querySize, int keySize, int valueSize) {
        return weights(mechanism, new Random(SEED), querySize, keySize, valueSize);
    }

    private static Map<String, DoubleTensor> weights(
            String mechanism, Random random, int querySize, int keySize, int valueSize) {
        Map<String, DoubleTensor> weights = new LinkedHashMap<>();
        switch (mechanism) {
            case "bilinear" -> weights.put("W", tensor(random, querySize, keySize));
            case "additive" -> {
                weights.put("Wq", tensor(random, SIZE, querySize));
                weights.put("Wk", tensor(random, SIZE, keySize));
                weights.put("v", tensor(random, SIZE));
            }
            case "adaptive" -> weights.put("W", tensor(random, valueSize, 1));
            default -> {}
        }
        return weights;
    }

    private static Map<String, DoubleTensor> inputs(DoubleTensor q, DoubleTensor k, DoubleTensor v) {
        Map<String, DoubleTensor> inputs = new LinkedHashMap<>();
        inputs.put("q", q);
        inputs.put("k", k);
        inputs.put("v", v);
        return inputs;
    }

    private static DoubleTensor tensor(Random random, int... shape) {
        int size = 1;
        for (int axis : shape) {
            size *= axis;
        }
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = Math.round(random.nextGaussian() * 100) / 100.0;
        }
        return DoubleTensor.of(values, shape);
    }
}
