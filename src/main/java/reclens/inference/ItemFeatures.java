package reclens.inference;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import reclens.domain.FeatureTables;

/**
 * Feature fields of items, embedded as RecBole does: first the fields of one value, whose values share one table with an
 * offset for each field, then the fields of several values, each with a table of its own and pooled.
 *
 * @param names of the fields, in the order of the model
 * @param single fields of one value
 * @param offsets row of each single field's value 0 in {@code table}
 * @param table values of all single fields [V, D]; null where there is no such field
 * @param several fields of several values; value 0 is padding and left out
 * @param tables one for each of them [V, D]
 * @param mean whether values are averaged; otherwise they are added up
 * @param width D
 */
record ItemFeatures(
        List<String> names,
        List<FeatureTables.Field> single,
        int[] offsets,
        Matrix table,
        List<FeatureTables.Field> several,
        List<Matrix> tables,
        boolean mean,
        int width) {
    /** RecBole adds it to the number of values, so that an item without one has 0. */
    private static final float NO_VALUES = 1e-8f;

    private static final int NOTHING = -1;

    int count() {
        return names.size();
    }

    /** The fields as they are shown. */
    List<ItemField> fields(Map<String, List<String>> vocabularies) {
        return IntStream.range(0, count())
                .mapToObj(f -> new ItemField(
                        names.get(f),
                        f < single.size() ? single.get(f) : several.get(f - single.size()),
                        vocabularies.getOrDefault(names.get(f), List.of())))
                .filter(f -> !f.isItem())
                .toList();
    }

    /**
     * Writes the embedded fields [fields, D] of an item to {@code target}, from {@code at}.
     *
     * @param without a value that the item is read without; null where nothing is missing
     */
    void embed(int item, FeatureValue without, float[] target, int at) {
        int to = at;
        for (int f = 0; f < single.size(); f++, to += width) {
            int value = single.get(f).values()[item];
            if (value == missing(without, f)) {
                Arrays.fill(target, to, to + width, 0f);
            } else {
                table.row(offsets[f] + value, target, to);
            }
        }
        float[] row = new float[width];
        for (int f = 0; f < several.size(); f++, to += width) {
            pool(several.get(f), tables.get(f), item, missing(without, single.size() + f), row, target, to);
        }
    }

    /** The value of a field that is left out; a value that no item has where nothing is. */
    private int missing(FeatureValue without, int field) {
        return without != null && names.get(field).equals(without.field()) ? without.value() : NOTHING;
    }

    private void pool(
            FeatureTables.Field field, Matrix values, int item, int missing, float[] row, float[] target, int to) {
        Arrays.fill(target, to, to + width, 0f);
        int count = 0;
        for (int i = item * field.width(); i < (item + 1) * field.width(); i++) {
            int value = field.values()[i];
            if (value != 0 && value != missing) {
                values.row(value, row, 0);
                BackwardLoops.addAt(target, to, row, width);
                count++;
            }
        }
        for (int j = to; mean && j < to + width; j++) {
            target[j] /= count + NO_VALUES;
        }
    }
}
