package reclens.chart;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.plot.XYPlot;

/** Bars without gaps: a bin is a column over the whole height, so that a low bar can be pointed at. */
final class HistogramRenderer extends CellRenderer {
    private static final long serialVersionUID = 1L;
    /** Bins that are narrower get no gap, or the gaps would be all there is. */
    private static final double GAP_FROM = 4;

    private final transient HistogramSpec spec;
    private final transient ChartStyle style;

    HistogramRenderer(HistogramSpec spec, ChartStyle style) {
        this.spec = spec;
        this.style = style;
    }

    @Override
    int rows() {
        return spec.counts().length == 0 ? 0 : 1;
    }

    @Override
    int columns() {
        return spec.counts().length;
    }

    @Override
    double start(int c) {
        return spec.edges()[c];
    }

    @Override
    double end(int c) {
        return spec.edges()[c + 1];
    }

    @Override
    Rectangle2D row(int row, Rectangle2D dataArea, XYPlot plot) {
        return dataArea;
    }

    @Override
    ChartHit hit(int row, int column, Rectangle2D bounds) {
        double count = column < 0 ? Double.NaN : spec.counts()[column];
        return new ChartHit(row, column, EventLabel.NONE, EventLabel.NONE, "", "", count, false, bounds);
    }

    @Override
    void drawCells(Graphics2D g2, Rectangle2D area, XYPlot plot) {
        Ink.smooth(g2);
        for (int b = 0; b < columns(); b++) {
            if (spec.counts()[b] > 0) {
                Rectangle2D bin = column(b, area, plot);
                double gap = bin.getWidth() >= GAP_FROM ? 1 : 0;
                double top = plot.getRangeAxis()
                        .valueToJava2D(HistogramCharts.height(spec, spec.counts()[b]), area, plot.getRangeAxisEdge());
                double height = Math.max(1, area.getMaxY() - top); // one value among millions shows too
                g2.setColor(style.color("supports"));
                g2.fill(new Rectangle2D.Double(
                        bin.getX() + gap / 2, area.getMaxY() - height, Math.max(0.5, bin.getWidth() - gap), height));
            }
        }
        if (!Double.isNaN(spec.mark())) {
            drawMark(g2, area, plot);
        }
    }

    private void drawMark(Graphics2D g2, Rectangle2D area, XYPlot plot) {
        double x = plot.getDomainAxis().valueToJava2D(spec.mark(), area, plot.getDomainAxisEdge());
        g2.setColor(style.color("text-second"));
        g2.setStroke(new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, new float[] {4, 3}, 0));
        g2.draw(new Line2D.Double(x, area.getMinY(), x, area.getMaxY()));
        Font font = style.regular("size-axis");
        boolean right = x < area.getCenterX();
        double y = area.getMinY() + style.px(9);
        if (right) {
            Ink.left(g2, font, style.color("text-second"), spec.markText(), x + style.px(5), y);
        } else {
            Ink.right(g2, font, style.color("text-second"), spec.markText(), x - style.px(5), y);
        }
    }
}
