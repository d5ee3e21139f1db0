package reclens.chart;

import java.awt.BasicStroke;
import java.awt.RenderingHints;
import java.awt.Stroke;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;

/**
 * Draws specs as JFreeCharts: no outline, no background, no title of their own, every colour from the tokens. A chart is
 * made anew when its spec or the theme changes.
 */
public final class Charts {
    static final Stroke HAIRLINE = new BasicStroke(1f);

    private Charts() {}

    /** Behaviours, product features, or one attention row. */
    public static JFreeChart bars(BarChartSpec spec, ChartStyle style) {
        return BarCharts.chart(spec, style);
    }

    /** Events x feature values. */
    public static JFreeChart features(FeatureHeatmapSpec spec, ChartStyle style) {
        return FeatureHeatmapCharts.chart(spec, style);
    }

    /** Attention of one head; small multiples with {@link ChartStyle#asCompact()}. */
    public static JFreeChart attention(AttentionHeatmapSpec spec, ChartStyle style) {
        return AttentionHeatmapCharts.chart(spec, style);
    }

    /** Shows some rows and columns of an attention chart only: from {@code top} to {@code bottom}, {@code left} to {@code right}. */
    public static void show(JFreeChart attention, double top, double bottom, double left, double right) {
        XYPlot plot = (XYPlot) attention.getPlot();
        attention.setNotify(false);
        plot.getRangeAxis().setRange(top, bottom);
        plot.getDomainAxis().setRange(left, right);
        attention.setNotify(true);
    }

    /** The deletion curve. */
    public static JFreeChart curve(CurveSpec spec, ChartStyle style) {
        return CurveCharts.chart(spec, style);
    }

    /** Shares over time as stacked areas. */
    public static JFreeChart shareAreas(SharesSpec spec, ChartStyle style) {
        return SharesCharts.areas(spec, style);
    }

    /** Shares over time as a heatmap whose points line up with those of {@link #shareAreas}. */
    public static JFreeChart shareMap(SharesSpec spec, ChartStyle style) {
        return SharesCharts.heatmap(spec, style);
    }

    /** How many values lie in each bin. */
    public static JFreeChart histogram(HistogramSpec spec, ChartStyle style) {
        return HistogramCharts.chart(spec, style);
    }

    /** Height in pixels at which rows are {@code rowHeight} high. */
    public static double height(BarChartSpec spec, ChartStyle style, double rowHeight) {
        boolean caption = !spec.agreement().isEmpty() || !spec.axis().isEmpty() && !style.rules();
        double axis = spec.axis().isEmpty() ? 0 : caption ? 36 : 22;
        return spec.rows().size() * rowHeight + style.px(axis);
    }

    /** Height in pixels at which rows are {@code rowHeight} high; its first {@link #headerHeight} are column labels. */
    public static double height(FeatureHeatmapSpec spec, ChartStyle style, double rowHeight) {
        return headerHeight(spec, style) + (spec.rows().size() + 1) * rowHeight;
    }

    /** Height in pixels of the column labels of a heatmap of product features. */
    public static double headerHeight(FeatureHeatmapSpec spec, ChartStyle style) {
        return FeatureHeatmapCharts.headerHeight(style);
    }

    /**
     * Height in pixels that an attention matrix takes: its cells are no higher than {@code cell}, and the labels below a
     * matrix of a few rows are whole.
     */
    public static double height(AttentionHeatmapSpec spec, ChartStyle style, double cell) {
        return AttentionAxes.height(spec, style, cell);
    }

    static void quiet(Plot plot) {
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        plot.setNoDataMessage(null);
    }

    static JFreeChart chart(Plot plot) {
        JFreeChart chart = new JFreeChart(null, null, plot, false);
        chart.setBackgroundPaint(null);
        chart.setBorderVisible(false);
        chart.setPadding(RectangleInsets.ZERO_INSETS);
        chart.setAntiAlias(true);
        chart.setTextAntiAlias(true);
        chart.getRenderingHints().put(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        chart.getRenderingHints().put(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        return chart;
    }
}
