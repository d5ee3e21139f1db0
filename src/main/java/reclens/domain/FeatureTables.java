package reclens.domain;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Feature values as the model's indices: what a model that reads features needs beside its weights.
 *
 * @param item fields of items by name, rows = item index
 * @param user fields of users by name, rows = user index
 * @param numbers numbers of items by name, one an item index; 0 where an item has none
 * @param absent why there is no table, by the name of a field that could have had one
 */
public record FeatureTables(
        Map<String, Field> item, Map<String, Field> user, Map<String, float[]> numbers, Map<String, String> absent) {
    public static final FeatureTables EMPTY = new FeatureTables(Map.of(), Map.of());

    public FeatureTables {
        item = Collections.unmodifiableMap(new LinkedHashMap<>(item));
        user = Collections.unmodifiableMap(new LinkedHashMap<>(user));
        numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
        absent = Collections.unmodifiableMap(new LinkedHashMap<>(absent));
    }

    /** Why fields have no table, as one sentence. */
    public String reasons() {
        return absent.entrySet().stream()
                .map(e -> "'" + e.getKey() + "': " + e.getValue())
                .collect(Collectors.joining("; "));
    }

    /** Tables without numbers. */
    public FeatureTables(Map<String, Field> item, Map<String, Field> user) {
        this(item, user, Map.of(), Map.of());
    }

    /** The same tables with these numbers of items. */
    public FeatureTables withNumbers(Map<String, float[]> itemNumbers) {
        return new FeatureTables(item, user, itemNumbers, absent);
    }

    /**
     * One field.
     *
     * @param values value indices [rows, width], padded with 0 on the right
     * @param width most values that a row can have
     * @param sequence whether rows have several values (RecBole's {@code token_seq}), even where the width is 1
     */
    public record Field(int[] values, int width, boolean sequence) {
        public int rows() {
            return values.length / width;
        }
    }
}
