package reclens.ui.compare;

/**
 * One line of the chart.
 *
 * @param style how it looks
 * @param type type of the event, for its mark; empty where there is none
 * @param position in the history such as "#59"; empty where there is none
 * @param title of the item or feature
 * @param a value of the first side; NaN where it has none
 * @param b value of the second side; NaN where it has none
 * @param event position of the event in the unedited history of the selected user; -1 where it is none
 */
record AlignedRow(
        Style style, String type, String position, String title, double a, double b, double difference, int event) {
    enum Style {
        ROW,
        OTHER,
        TOTAL
    }
}
