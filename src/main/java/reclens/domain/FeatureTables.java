package reclens.domain;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Feature values as the model's indices: what a model that reads features needs beside its weights.
 *
 * @param item fields of items by name, rows = item index
 * @param user fields of users by name, rows = user index
 */
public record FeatureTables(Map<String, Field> item, Map<String, Field> user) {
    public static final FeatureTables EMPTY = new FeatureTables(Map.of(), Map.of());

    public FeatureTables {
        item = Collections.unmodifiableMap(new LinkedHashMap<>(item));
        user = Collections.unmodifiableMap(new LinkedHashMap<>(user));
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
