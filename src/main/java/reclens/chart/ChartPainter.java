package reclens.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.JFreeChart;

/** Draws specs straight into a picture, for reports. */
public final class ChartPainter {
    private final Graphics2D g;
    private final ChartStyle style;

    public ChartPainter(Graphics2D g, ChartStyle style) {
        this.g = g;
        this.style = style;
    }

    public void bars(BarChartSpec spec, double x, double y, double width, double height) {
        paint(Charts.bars(spec, style), x, y, width, height);
    }

    public void features(FeatureHeatmapSpec spec, double x, double y, double width, double height) {
        paint(Charts.features(spec, style), x, y, width, height);
    }

    public void attention(AttentionHeatmapSpec spec, double x, double y, double width, double height) {
        paint(Charts.attention(spec, style), x, y, width, height);
    }

    public void curve(CurveSpec spec, double x, double y, double width, double height) {
        paint(Charts.curve(spec, style), x, y, width, height);
    }

    /** A small sample of the hatch that means "not that feature". */
    public void hatchSample(double x, double y, double width, double height) {
        Rectangle2D area = new Rectangle2D.Double(x, y, width, height);
        Ink.hatch(g, area, style.color("border"), 4, false);
        g.setColor(style.color("border"));
        g.setStroke(Charts.HAIRLINE);
        g.draw(area);
    }

    private void paint(JFreeChart chart, double x, double y, double width, double height) {
        chart.draw(g, new Rectangle2D.Double(x, y, width, height));
    }
}
