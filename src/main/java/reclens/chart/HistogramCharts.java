package reclens.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;
import reclens.text.Numbers;

/** Assembles the JFreeChart of a {@link HistogramSpec}. */
final class HistogramCharts {
    private static final double AIR = 1.06;

    private HistogramCharts() {}

    static JFreeChart chart(HistogramSpec spec, ChartStyle style) {
        int bins = spec.counts().length;
        TickAxis values = new TickAxis(spec.xAxis(), style, 70, false, false);
        values.setRange(bins == 0 ? 0 : spec.edges()[0], bins == 0 ? 1 : spec.edges()[bins]);
        NumberAxis counts =
                spec.logarithmic() ? new Powers(spec, style) : new TickAxis(spec.yAxis(), style, 42, false, false);
        counts.setRange(0, Math.max(height(spec, 1), height(spec, spec.largest())) * AIR);
        XYPlot plot = new XYPlot(CellRenderer.placeholder(), values, counts, new HistogramRenderer(spec, style));
        plot.setDomainAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        Charts.quiet(plot);
        plot.setInsets(new RectangleInsets(style.px(8), 0, 0, style.px(16))); // half of the outermost numbers
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(!spec.logarithmic());
        plot.setRangeGridlinePaint(style.color("grid"));
        plot.setRangeGridlineStroke(Charts.HAIRLINE);
        return Charts.chart(plot);
    }

    /** How high a bin stands on the axis: log10(1 + count), so that 0 is 0 and 1 is not. */
    static double height(HistogramSpec spec, long count) {
        return spec.logarithmic() ? Math.log10(1.0 + count) : count;
    }

    /** The axis of logarithms: 0, 1, 10, 100 and so on, as many as have room. */
    private static final class Powers extends SideAxis<HistogramSpec> {
        private static final long serialVersionUID = 1L;

        Powers(HistogramSpec spec, ChartStyle style) {
            super(spec, style);
        }

        @Override
        double extent(Graphics2D g, Rectangle2D plotArea) {
            Font font = style.regular("size-axis");
            return Ink.width(g, font, Numbers.count(spec.largest())) + style.px(28);
        }

        @Override
        void paint(Graphics2D g, Rectangle2D strip, Rectangle2D cells, Rectangle2D plotArea) {
            Font font = style.regular("size-axis");
            XYPlot plot = (XYPlot) getPlot();
            double lowest = Double.MAX_VALUE;
            for (long count = 0; count <= spec.largest(); count = count == 0 ? 1 : count * 10) {
                double y = valueToJava2D(height(spec, count), cells, plot.getRangeAxisEdge());
                if (y <= lowest - style.px(14)) {
                    lowest = y;
                    Ink.right(
                            g,
                            font,
                            style.color("text-second"),
                            Numbers.count(count),
                            strip.getMaxX() - style.px(8),
                            Ink.baseline(font, y));
                }
            }
            Ink.upwards(
                    g,
                    font,
                    style.color("text-second"),
                    spec.yAxis(),
                    strip.getX() + style.px(10),
                    cells.getCenterY(),
                    false);
        }
    }
}
