package reclens.chart;

import java.util.List;

/**
 * Score while events are removed, by one method's order beside its two baselines.
 *
 * @param title for the card
 * @param subtitle what the numbers are
 * @param xAxis words under the x axis; may be empty
 * @param yAxis words beside the y axis; may be empty
 * @param x share of events removed, from 0 [P]
 * @param xLabels what stands under each point; empty where nothing does [P]
 * @param chosen score in the method's order [P]
 * @param recency score, most recent first [P]
 * @param randomMean mean of random orders [P]
 * @param randomLow 5% of random orders [P]
 * @param randomHigh 95% [P]
 * @param names what stands on the curves
 * @param marks points to point out, such as a planted cause
 */
public record CurveSpec(
        String title,
        String subtitle,
        String xAxis,
        String yAxis,
        double[] x,
        List<String> xLabels,
        double[] chosen,
        double[] recency,
        double[] randomMean,
        double[] randomLow,
        double[] randomHigh,
        Names names,
        List<Mark> marks)
        implements ChartSpec {
    /** What stands on the curves. */
    public record Names(String chosen, String recency, String band, String mean) {}

    /**
     * @param point index of a point of the chosen curve
     * @param text what stands beside it
     * @param filled whether the diamond is filled
     */
    public record Mark(int point, String text, boolean filled) {}

    public CurveSpec {
        xLabels = List.copyOf(xLabels);
        marks = List.copyOf(marks);
    }
}
