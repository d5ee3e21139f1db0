package reclens.inference;

import java.util.List;
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

    int count() {
        return names.size();
    }

    /** Writes the embedded fields [fields, D] of an item to {@code target}, from {@code at}. */
    void embed(int item, float[] target, int at) {
        int to = at;
        for (int f = 0; f < single.size(); f++, to += width) {
            table.row(offsets[f] + single.get(f).values()[item], target, to);
        }
        float[] row = new float[width];
        for (int f = 0; f < several.size(); f++, to += width) {
            pool(several.get(f), tables.get(f), item, row, target, to);
        }
    }

    private void pool(FeatureTables.Field field, Matrix values, int item, float[] row, float[] target, int to) {
        java.util.Arrays.fill(target, to, to + width, 0f);
        int count = 0;
        for (int i = item * field.width(); i < (item + 1) * field.width(); i++) {
            int value = field.values()[i];
            if (value != 0) {
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
