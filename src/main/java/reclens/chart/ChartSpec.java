package reclens.chart;

/** What every chart of one card has. */
public interface ChartSpec {
    /** What the chart shows. */
    String title();

    /** Of what, and with which settings. */
    String subtitle();
}
