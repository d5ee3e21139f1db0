package reclens.ui.trust;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import reclens.ui.UiText;

/**
 * Figures of many users as text: methods, then what they are compared with.
 *
 * @param columns keys of the headings
 * @param rows a name, then one figure for each further heading; empty where there is none
 */
record StudyTable(List<Column> columns, List<List<Figure>> rows) {
    /** @param meaning what the figure is and which way is better */
    record Column(String name, String meaning) {}

    /**
     * A name, a count, or a mean.
     *
     * @param interval of a mean; empty for others
     */
    record Figure(String value, String interval) {
        static final Figure NONE = new Figure("", "");

        /** In one line. */
        String text() {
            return interval.isEmpty() ? value : UiText.format("many.interval", value, interval);
        }
    }

    /** As lines of text, headings first. */
    List<List<String>> numbers() {
        List<String> heads = columns.stream()
                .map(c -> c.name().replace("-\n", "").replace('\n', ' '))
                .toList();
        return new ArrayList<>(Stream.concat(
                        Stream.of(heads),
                        rows.stream().map(row -> row.stream().map(Figure::text).toList()))
                .toList());
    }
}
