package reclens.bench;

import java.util.stream.Stream;
import reclens.domain.AttentionMap;

/** Where a golden has the weights of an attention map, by kind of model. */
@FunctionalInterface
interface GoldenAttention {
    /** The largest difference for one case; 0 where the golden does not hold it. */
    double error(AttentionMap map, GoldenFile golden, int number);

    /** Layers x heads x queries x keys over all slots of the window; weights over feature fields per event. */
    GoldenAttention TRANSFORMER = (map, golden, number) -> {
        if (map.stream().equals("fields")) {
            return difference(map.weights(), golden.of("feature_field_weights", number));
        }
        String layer = "attn_layer" + map.layer();
        String name = map.stream().equals("features")
                ? "feature_" + layer
                : Stream.of(layer, layer + "_full", "item_" + layer)
                        .filter(golden::has)
                        .findFirst()
                        .orElseThrow();
        float[] expected = golden.of(name, number); // [H, L, L]
        if (expected == null) {
            return 0;
        }
        int window = golden.dim(name, 3);
        int first = golden.firstSlot(map.rows(), window);
        double largest = 0;
        for (int q = 0; q < map.rows(); q++) {
            double padding = 0;
            for (int slot = 0; slot < window; slot++) {
                float weight = expected[(map.head() * window + first + q) * window + slot];
                int event = slot - first;
                if (event >= 0 && event < map.rows()) {
                    largest = Math.max(largest, Math.abs(map.weight(q, event) - weight));
                } else {
                    padding += weight;
                }
            }
            int slots = Math.max(1, window - map.rows());
            largest = Math.max(largest, Math.abs(map.paddingMass()[q] - padding) / slots);
        }
        return largest;
    };

    /** Fields x fields per layer and head, for the best item. */
    GoldenAttention FIELDS = (map, golden, number) -> {
        float[] heads = golden.of("top1_attn_layer" + map.layer(), number); // [H, F, F]
        int size = map.weights().length;
        return difference(
                map.weights(), java.util.Arrays.copyOfRange(heads, map.head() * size, (map.head() + 1) * size));
    };

    /** Pairs of fields, the upper triangle. */
    GoldenAttention PAIRS = (map, golden, number) -> {
        float[] pairs = golden.of("top1_pair_weights", number);
        double largest = 0;
        int at = 0;
        for (int i = 0; i < map.rows(); i++) {
            for (int j = i + 1; j < map.columns(); j++) {
                largest = Math.max(largest, Math.abs(map.weight(i, j) - pairs[at++]));
            }
        }
        return largest;
    };

    /** One weight per event, in an array [cases, L]. */
    static GoldenAttention row(String name) {
        return (map, golden, number) -> difference(map.weights(), golden.of(name, number));
    }

    /** Over the values that the model has; what the golden has beyond them is padding. */
    static double difference(float[] found, float[] expected) {
        double largest = 0;
        for (int i = 0; i < found.length; i++) {
            largest = Math.max(largest, Math.abs(found[i] - expected[i]));
        }
        return largest;
    }
}
