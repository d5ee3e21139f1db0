package reclens.ui.model;

/**
 * A line of what is known of the model.
 *
 * @param name empty for a line that is a heading
 * @param value a heading's words, or the value
 */
record Fact(String name, String value) {
    boolean isHeading() {
        return name.isEmpty();
    }
}
