package reclens.chart;

import java.util.List;
import java.util.stream.IntStream;

/**
 * One attention matrix: rows are queries, columns keys.
 *
 * @param title for the card: "28 events x 28 events"
 * @param subtitle whether rows sum to 1, with their padding or without
 * @param name layer, head, normalisation and scale, for headings and tooltips
 * @param layer 0-based
 * @param head 0-based; -1 for a mean or maximum over heads
 * @param rows queries [Q]
 * @param columns keys [K]
 * @param weights row-major [Q, K]
 * @param padding share of each row on padding slots [Q]
 * @param showPadding whether the padding column is drawn
 * @param causal whether only cells on and below the diagonal are drawn: keys after the query are masked, or the other half
 *     would repeat this one
 * @param signed whether weights may be negative: colours then diverge from 0
 * @param normalised whether a row and its padding add up to 1
 * @param scale how weights become colours
 * @param limit weight at the end of the colour scale (1 for {@link ScaleMode#ROW_MAX})
 * @param clipped whether some weight lies above {@code limit}
 * @param uniform the weight of an even spread, 1/n; NaN to leave its mark out
 * @param words what stands beside the parts
 * @param order another order of rows and columns than that of the matrix; null for none
 * @param selected position of the selected event; {@link EventLabel#NONE} for none
 */
public record AttentionHeatmapSpec(
        String title,
        String subtitle,
        String name,
        int layer,
        int head,
        List<EventLabel> rows,
        List<EventLabel> columns,
        float[] weights,
        float[] padding,
        boolean showPadding,
        boolean causal,
        boolean signed,
        boolean normalised,
        ScaleMode scale,
        double limit,
        boolean clipped,
        double uniform,
        Words words,
        AttentionOrder order,
        int selected) {
    /**
     * @param query name of the row axis
     * @param key name of the column axis
     * @param unit name of the colour bar: weight and normalisation
     * @param uniform explains the triangle on the colour bar; empty for none
     * @param masked explains the hatched triangle; empty for none
     * @param padding heading of the padding column
     * @param paddingRow names the padding below a row's weights, and says why it gets none; empty where a model has no padding
     */
    public record Words(
            String query, String key, String unit, String uniform, String masked, String padding, String paddingRow) {}

    public AttentionHeatmapSpec {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
        if (weights.length != rows.size() * columns.size() || padding.length != rows.size()) {
            throw new IllegalArgumentException("attention " + rows.size() + " x " + columns.size() + " has "
                    + weights.length + " weights, " + padding.length + " padding shares");
        }
    }

    public float weight(int row, int column) {
        return weights[row * columns.size() + column];
    }

    /** Whether the model cannot see this key from this query. */
    public boolean masked(int row, int column) {
        return causal && (order == null ? column > row : order.columns()[column] > order.rows()[row]);
    }

    /** Whether what is masked is the upper right triangle. */
    boolean triangular() {
        return causal && order == null;
    }

    /** Index of a shown row in the matrix. */
    public int originalRow(int row) {
        return order == null ? row : order.rows()[row];
    }

    /**
     * Rows and columns in another order.
     *
     * @param newName says so
     */
    public AttentionHeatmapSpec ordered(AttentionOrder other, String newName) {
        int k = columns.size();
        float[] moved = new float[weights.length];
        float[] movedPadding = new float[padding.length];
        for (int r = 0; r < rows.size(); r++) {
            movedPadding[r] = padding[other.rows()[r]];
            for (int c = 0; c < k; c++) {
                moved[r * k + c] = weights[other.rows()[r] * k + other.columns()[c]];
            }
        }
        return new AttentionHeatmapSpec(
                title,
                subtitle,
                newName,
                layer,
                head,
                IntStream.of(other.rows()).mapToObj(rows::get).toList(),
                IntStream.of(other.columns()).mapToObj(columns::get).toList(),
                moved,
                movedPadding,
                showPadding,
                causal,
                signed,
                normalised,
                scale,
                limit,
                clipped,
                uniform,
                words,
                other,
                selected);
    }

    public AttentionHeatmapSpec withSelected(int position) {
        return new AttentionHeatmapSpec(
                title,
                subtitle,
                name,
                layer,
                head,
                rows,
                columns,
                weights,
                padding,
                showPadding,
                causal,
                signed,
                normalised,
                scale,
                limit,
                clipped,
                uniform,
                words,
                order,
                position);
    }
}
