package reclens.chart;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;

/** Assembles the JFreeChart of an {@link AttentionHeatmapSpec}. */
final class AttentionHeatmapCharts {
    private AttentionHeatmapCharts() {}

    static JFreeChart chart(AttentionHeatmapSpec spec, ChartStyle style) {
        SideAxis<?> rows = new AttentionAxes.Rows(spec, style);
        rows.setInverted(true);
        rows.setRange(0, Math.max(1, spec.rows().size()));
        SideAxis<?> columns = new AttentionAxes.Columns(spec, style);
        columns.setRange(0, Math.max(1, spec.columns().size()));
        XYPlot plot = new XYPlot(CellRenderer.placeholder(), columns, rows, new AttentionCellRenderer(spec, style));
        plot.setDomainAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        plot.setDomainAxis(1, new AttentionAxes.Header(spec, style), false);
        plot.setDomainAxisLocation(1, AxisLocation.TOP_OR_LEFT, false);
        plot.setRangeAxis(1, new AttentionAxes.PaddingColumn(spec, style), false);
        plot.setRangeAxisLocation(1, AxisLocation.BOTTOM_OR_RIGHT, false);
        Charts.quiet(plot);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
        return Charts.chart(plot);
    }
}
