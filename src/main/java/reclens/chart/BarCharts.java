package reclens.chart;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.data.category.DefaultCategoryDataset;

/** Assembles the JFreeChart of a {@link BarChartSpec}. */
final class BarCharts {
    private BarCharts() {}

    static JFreeChart chart(BarChartSpec spec, ChartStyle style) {
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        for (int i = 0; i < spec.rows().size(); i++) {
            data.addValue(spec.rows().get(i).value(), "value", Integer.valueOf(i));
        }
        BarLabelAxis labels = new BarLabelAxis(spec, style);
        boolean hasAxis = !spec.axis().isEmpty();
        // On a report the caption stands in the heading, so that the axis carries numbers only.
        TickAxis values = new TickAxis(style.rules() ? "" : spec.axis(), style, 52, spec.signed(), true);
        values.setTickLabelsVisible(hasAxis);
        double low = spec.limits().low();
        double high = spec.limits().high();
        double margin = (high - low) * (hasAxis ? 0.05 : 0.0);
        values.setRange(low < 0 ? low - margin : 0, high > 0 ? high + margin : margin);
        CategoryPlot plot = new CategoryPlot(data, labels, values, new SpecBarRenderer(spec, style, labels));
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        plot.setDomainAxis(1, new BarNumberAxis(spec, style, labels), false);
        plot.setDomainAxisLocation(1, AxisLocation.BOTTOM_OR_RIGHT, false);
        Charts.quiet(plot);
        plot.setAxisOffset(org.jfree.chart.ui.RectangleInsets.ZERO_INSETS);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(hasAxis);
        plot.setRangeGridlinePaint(style.color("grid"));
        plot.setRangeGridlineStroke(Charts.HAIRLINE);
        plot.setRangeZeroBaselineVisible(hasAxis || low < 0);
        plot.setRangeZeroBaselinePaint(style.color("axis"));
        plot.setRangeZeroBaselineStroke(Charts.HAIRLINE);
        return Charts.chart(plot);
    }
}
