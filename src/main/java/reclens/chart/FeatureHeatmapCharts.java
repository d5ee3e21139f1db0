package reclens.chart;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;

/** Assembles the JFreeChart of a {@link FeatureHeatmapSpec}. */
final class FeatureHeatmapCharts {
    private FeatureHeatmapCharts() {}

    static JFreeChart chart(FeatureHeatmapSpec spec, ChartStyle style) {
        FeatureCellRenderer renderer = new FeatureCellRenderer(spec, style);
        SideAxis<?> rows = new FeatureAxes.Rows(spec, style);
        rows.setInverted(true);
        rows.setRange(0, spec.rows().size() + 1.0);
        SideAxis<?> columns = new FeatureAxes.Columns(spec, style);
        columns.setRange(0, renderer.width());
        XYPlot plot = new XYPlot(CellRenderer.placeholder(), columns, rows, renderer);
        plot.setDomainAxisLocation(AxisLocation.TOP_OR_LEFT);
        plot.setRangeAxis(1, new FeatureAxes.Totals(spec, style), false);
        plot.setRangeAxisLocation(1, AxisLocation.BOTTOM_OR_RIGHT, false);
        plot.setRangeAxis(2, new ColorBar(spec, style), false);
        plot.setRangeAxisLocation(2, AxisLocation.BOTTOM_OR_RIGHT, false);
        Charts.quiet(plot);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
        return Charts.chart(plot);
    }

    static double headerHeight(ChartStyle style) {
        return style.compact() ? 0 : style.px(46);
    }
}
