package reclens.ui.chart;

import java.util.List;

/**
 * What is said about a part of a chart on hover and to screen readers.
 *
 * @param value exact value
 * @param note beside the value; may be empty
 * @param lines what the value is of
 */
record TipText(String value, String note, List<String> lines) {
    String spoken() {
        return String.join(", ", lines) + ": " + value + (note.isEmpty() ? "" : ", " + note);
    }
}
