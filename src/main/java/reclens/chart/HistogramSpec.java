package reclens.chart;

/**
 * How many values lie in each of many bins side by side.
 *
 * @param title for the card
 * @param subtitle what the values are
 * @param xAxis words under the axis of values
 * @param yAxis words beside the axis of counts
 * @param edges of the bins, ascending [B + 1]
 * @param counts [B]
 * @param logarithmic whether heights are logarithms, so that bins with few values show beside one with very many
 * @param mark a value to point out, such as the mean; NaN for none
 * @param markText what stands beside it
 */
public record HistogramSpec(
        String title,
        String subtitle,
        String xAxis,
        String yAxis,
        double[] edges,
        long[] counts,
        boolean logarithmic,
        double mark,
        String markText)
        implements ChartSpec {
    public HistogramSpec {
        if (edges.length != counts.length + 1) {
            throw new IllegalArgumentException(
                    counts.length + " bins need " + (counts.length + 1) + " edges, not " + edges.length);
        }
    }

    long largest() {
        return java.util.Arrays.stream(counts).max().orElse(0);
    }
}
