package reclens.inference;

import java.util.List;
import java.util.Map;

/**
 * The fields behind DIN's item vectors, for vectors that lack a value.
 *
 * @param lookups in the order of the vectors
 * @param vocabularies what values mean, by field
 */
record DinFields(List<FieldLookup> lookups, Map<String, List<String>> vocabularies) {
    /** Fields other than the item itself. */
    List<ItemField> shown() {
        return lookups.stream()
                .map(f -> new ItemField(f.name(), f.values(), vocabularies.getOrDefault(f.name(), List.of())))
                .filter(f -> !f.isItem())
                .toList();
    }

    /** Item vectors [n, D], each read without a value. */
    float[] without(FeatureValue removed, int[] items) {
        int width = lookups.stream().mapToInt(FieldLookup::width).sum();
        float[] vectors = new float[items.length * width];
        for (int i = 0; i < items.length; i++) {
            int at = i * width;
            for (FieldLookup field : lookups) {
                if (field.name().equals(removed.field())) {
                    field.row(0, items[i], removed.value(), vectors, at);
                } else {
                    field.row(0, items[i], vectors, at);
                }
                at += field.width();
            }
        }
        return vectors;
    }
}
