package reclens.ui.trust;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Figures of many users as text: methods, then what they are compared with.
 *
 * @param columns keys of the headings
 * @param rows a name, then one figure for each further heading; empty where there is none
 */
record StudyTable(List<Column> columns, List<List<String>> rows) {
    /** @param meaning what the figure is and which way is better */
    record Column(String name, String meaning) {}

    /** As lines of text, headings first. */
    List<List<String>> numbers() {
        List<String> heads = columns.stream()
                .map(c -> c.name().replace("-\n", "").replace('\n', ' '))
                .toList();
        return new ArrayList<>(Stream.concat(Stream.of(heads), rows.stream()).toList());
    }
}
