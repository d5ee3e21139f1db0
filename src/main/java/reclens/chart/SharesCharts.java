package reclens.chart;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;

/** Assembles the JFreeCharts of a {@link SharesSpec}: stacked areas, and a heatmap on the same axis of time. */
final class SharesCharts {
    private SharesCharts() {}

    static JFreeChart areas(SharesSpec spec, ChartStyle style) {
        TickAxis shares = new TickAxis(spec.axis(), style, 42, false, false);
        shares.setTickLabelInsets(new RectangleInsets(2, 2, 2, style.px(8)));
        shares.setRange(0, 1);
        shares.setFixedDimension(SharesAxes.left(style));
        return chart(spec, style, new ShareAreaRenderer(spec, style), shares, new SharesAxes.Names(spec, style));
    }

    static JFreeChart heatmap(SharesSpec spec, ChartStyle style) {
        SideAxis<?> rows = new SharesAxes.Rows(spec, style);
        rows.setInverted(true);
        rows.setRange(0, Math.max(1, spec.series().size()));
        return chart(spec, style, new ShareCellRenderer(spec, style), rows, new SharesAxes.Scale(spec, style));
    }

    private static JFreeChart chart(
            SharesSpec spec, ChartStyle style, CellRenderer renderer, ValueAxis left, SideAxis<?> right) {
        SideAxis<?> time = new SharesAxes.Time(spec, style, renderer instanceof ShareAreaRenderer);
        time.setRange(-0.5, Math.max(1, spec.points().size()) - 0.5);
        XYPlot plot = new XYPlot(CellRenderer.placeholder(), time, left, renderer);
        plot.setDomainAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        plot.setRangeAxis(1, right, false);
        plot.setRangeAxisLocation(1, AxisLocation.BOTTOM_OR_RIGHT, false);
        Charts.quiet(plot);
        plot.setInsets(new RectangleInsets(style.px(8), 0, 0, 0)); // half of the topmost number
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
        return Charts.chart(plot);
    }
}
