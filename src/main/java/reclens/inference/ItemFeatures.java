package reclens.inference;

import java.util.List;
import java.util.Map;

/**
 * Feature fields of items, embedded as RecBole does: first the fields of one value, whose values share one table with an
 * offset for each field, then the fields of several values, each with a table of its own and pooled.
 *
 * @param lookups of the fields, in the order of the model
 * @param width D
 */
record ItemFeatures(List<FieldLookup> lookups, int width) {
    int count() {
        return lookups.size();
    }

    /** Of the fields, in the order of the model. */
    List<String> names() {
        return lookups.stream().map(FieldLookup::name).toList();
    }

    /** The fields as they are shown. */
    List<ItemField> fields(Map<String, List<String>> vocabularies) {
        return lookups.stream()
                .map(f -> new ItemField(f.name(), f.values(), vocabularies.getOrDefault(f.name(), List.of())))
                .filter(f -> !f.isItem())
                .toList();
    }

    /**
     * Writes the embedded fields [fields, D] of an item to {@code target}, from {@code at}.
     *
     * @param without a value that the item is read without; null where nothing is missing
     */
    void embed(int item, FeatureValue without, float[] target, int at) {
        for (int f = 0; f < lookups.size(); f++) {
            FieldLookup field = lookups.get(f);
            boolean misses = without != null && field.name().equals(without.field());
            field.row(0, item, misses ? without.value() : FieldLookup.NOTHING, target, at + f * width);
        }
    }
}
