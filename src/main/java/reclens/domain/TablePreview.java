package reclens.domain;

import java.util.List;
import java.util.Map;

/**
 * The beginning of a file of events.
 *
 * @param columns names of the columns; numbers from 1 where the file has no header
 * @param rows fields of the first lines
 * @param roles which column is taken for {@code user}, {@code item}, {@code event} and {@code time}; a role that no column
 *     seems to play is missing
 */
public record TablePreview(List<String> columns, List<List<String>> rows, Map<String, String> roles) {
    public TablePreview {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        roles = Map.copyOf(roles);
    }
}
