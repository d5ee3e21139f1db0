package reclens.chart;

import java.util.List;
import java.util.Optional;

/**
 * Horizontal bars with a label column, a number column and a total: behaviours, product features, or one attention row.
 *
 * @param title for the card, outside of the chart
 * @param subtitle what the numbers are; second text beside the title
 * @param axis words under the value axis, with the unit; empty for no axis
 * @param signed whether values have a direction: supports, works against
 * @param sequential the largest value of the colour scale that bars are coloured by, as in the heatmap beside; 0 for
 *     plain bars
 * @param rows top to bottom
 * @param limits of the value axis
 * @param agreement initials of the methods that the dots stand for; empty when there are no dots
 * @param agreementNames full names of those methods
 * @param agreementCaption words under the dots
 * @param selected position of the selected event; {@link EventLabel#NONE} for none
 */
public record BarChartSpec(
        String title,
        String subtitle,
        String axis,
        boolean signed,
        double sequential,
        List<BarRow> rows,
        Limits limits,
        List<String> agreement,
        List<String> agreementNames,
        String agreementCaption,
        int selected) {
    public BarChartSpec {
        rows = List.copyOf(rows);
        agreement = List.copyOf(agreement);
        agreementNames = List.copyOf(agreementNames);
    }

    public BarChartSpec withSelected(int position) {
        return new BarChartSpec(
                title,
                subtitle,
                axis,
                signed,
                sequential,
                rows,
                limits,
                agreement,
                agreementNames,
                agreementCaption,
                position);
    }

    /** The same bars with other words: of another quantity on the same events. */
    public BarChartSpec withAxis(String newTitle, String words) {
        return new BarChartSpec(
                newTitle,
                words,
                words,
                signed,
                sequential,
                rows,
                limits,
                agreement,
                agreementNames,
                agreementCaption,
                selected);
    }

    public BarChartSpec withLimits(Limits shared) {
        return new BarChartSpec(
                title,
                subtitle,
                axis,
                signed,
                sequential,
                rows,
                shared,
                agreement,
                agreementNames,
                agreementCaption,
                selected);
    }

    public BarChartSpec withRows(List<BarRow> other) {
        return new BarChartSpec(
                title,
                subtitle,
                axis,
                signed,
                sequential,
                other,
                limits,
                agreement,
                agreementNames,
                agreementCaption,
                selected);
    }

    /** Without the dots. */
    public BarChartSpec withoutAgreement() {
        return new BarChartSpec(
                title, subtitle, axis, signed, sequential, rows, limits, List.of(), List.of(), "", selected);
    }

    /** Without the value axis, for small multiples whose scale stands beside them. */
    public BarChartSpec withoutAxis() {
        return new BarChartSpec(
                title,
                subtitle,
                "",
                signed,
                sequential,
                rows,
                limits,
                agreement,
                agreementNames,
                agreementCaption,
                selected);
    }

    /** The total row, where there is one. */
    public Optional<BarRow> total() {
        return rows.stream().filter(r -> r.kind() == BarRow.Kind.TOTAL).findFirst();
    }

    boolean hasEvents() {
        return rows.stream().anyMatch(r -> r.label().isEvent());
    }
}
