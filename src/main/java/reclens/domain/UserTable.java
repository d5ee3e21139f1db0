package reclens.domain;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of the users beside their events.
 *
 * @param features field names in the order of the workspace file
 * @param rows values by user id, then by field
 */
public record UserTable(List<String> features, Map<String, Map<String, String>> rows) {
    public static final UserTable EMPTY = new UserTable(List.of(), Map.of());

    public UserTable {
        features = List.copyOf(features);
        rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
    }

    /** The value of the first field, such as a segment; empty where nothing is known. */
    public String label(String user) {
        return features.isEmpty() ? "" : rows.getOrDefault(user, Map.of()).getOrDefault(features.get(0), "");
    }
}
