package reclens.chart;

import java.util.Arrays;
import java.util.List;

/**
 * Events x feature values: each cell the signed contribution of an event in the column of a value that its item has. Rows are
 * in the order of the bars beside; rows and columns carry their totals.
 *
 * @param title for the card
 * @param subtitle what the numbers are
 * @param rows events, then "other (41 events)" where there are more
 * @param columns feature values, grouped by field
 * @param cells [rows][columns]; NaN where the item does not have the value
 * @param rowTotals [rows] the event's whole contribution
 * @param columnTotals [columns]
 * @param total of all events
 * @param totalRow words of the row of totals
 * @param totalColumn words of the column of totals
 * @param hatched what a hatched cell means
 * @param limits of the colour scale, symmetric for signed values
 * @param signed whether values have a direction
 * @param unit under which the colour bar stands
 * @param selected position of the selected event; {@link EventLabel#NONE} for none
 */
public record FeatureHeatmapSpec(
        String title,
        String subtitle,
        List<EventLabel> rows,
        List<Column> columns,
        double[][] cells,
        double[] rowTotals,
        double[] columnTotals,
        double total,
        String totalRow,
        String totalColumn,
        String hatched,
        Limits limits,
        boolean signed,
        String unit,
        int selected)
        implements ChartSpec {
    /**
     * @param group heading over the columns of one field
     * @param feature field name as the data has it
     * @param value feature value; empty for "none" and for "other"
     * @param label what stands over the column
     * @param other whether the column sums the values that are not shown
     */
    public record Column(String group, String feature, String value, String label, boolean other) {}

    public FeatureHeatmapSpec {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
    }

    public FeatureHeatmapSpec withSelected(int position) {
        return new FeatureHeatmapSpec(
                title,
                subtitle,
                rows,
                columns,
                cells,
                rowTotals,
                columnTotals,
                total,
                totalRow,
                totalColumn,
                hatched,
                limits,
                signed,
                unit,
                position);
    }

    public FeatureHeatmapSpec withLimits(Limits shared) {
        return new FeatureHeatmapSpec(
                title,
                subtitle,
                rows,
                columns,
                cells,
                rowTotals,
                columnTotals,
                total,
                totalRow,
                totalColumn,
                hatched,
                shared,
                signed,
                unit,
                selected);
    }

    /** Whether some cell lies beyond the limits and has the colour of their end. */
    public boolean clipped() {
        return Arrays.stream(cells)
                .flatMapToDouble(Arrays::stream)
                .anyMatch(v -> v > limits.high() * (1 + 1e-9) || signed && v < limits.low() * (1 + 1e-9));
    }

    /** Whether column {@code c} opens a new group. */
    boolean opensGroup(int c) {
        return c == 0 || !columns.get(c).feature().equals(columns.get(c - 1).feature());
    }
}
