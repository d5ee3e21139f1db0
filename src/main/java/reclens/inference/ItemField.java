package reclens.inference;

import java.util.Arrays;
import java.util.List;
import reclens.domain.FeatureTables;

/**
 * A feature field of items that a model reads its events with.
 *
 * @param name of the field
 * @param values by item index
 * @param vocabulary what the values mean, list index = value; empty where the files do not tell
 */
public record ItemField(String name, FeatureTables.Field values, List<String> vocabulary) {
    public ItemField {
        vocabulary = List.copyOf(vocabulary);
    }

    /** Different values of an item, in the order of the table; 0, which stands for none, left out. */
    public int[] valuesOf(int item) {
        return Arrays.stream(values.values(), item * values.width(), (item + 1) * values.width())
                .filter(v -> v != 0)
                .distinct()
                .toArray();
    }

    /** Whether the field is the item's own index, as RecBole has it among its fields. */
    boolean isItem() {
        return !values.sequence()
                && values.width() == 1
                && java.util.stream.IntStream.range(0, values.rows()).allMatch(i -> values.values()[i] == i);
    }
}
