package reclens.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.renderer.category.AbstractCategoryItemRenderer;
import org.jfree.chart.renderer.category.CategoryItemRendererState;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.category.CategoryDataset;

/** Bars of 60% of their row, from zero, coloured by what they stand for. */
final class SpecBarRenderer extends AbstractCategoryItemRenderer {
    private static final long serialVersionUID = 1L;
    private static final double SHARE_OF_ROW = 0.6;
    /** Pixels between the end of a bar that runs off the axis and the middle of its break. */
    private static final double BREAK = 14;

    private final transient BarChartSpec spec;
    private final transient ChartStyle style;
    private final transient BarLabelAxis rows;

    SpecBarRenderer(BarChartSpec spec, ChartStyle style, BarLabelAxis rows) {
        this.spec = spec;
        this.style = style;
        this.rows = rows;
    }

    BarChartSpec spec() {
        return spec;
    }

    BarLabelAxis rows() {
        return rows;
    }

    @Override
    public void drawItem(
            Graphics2D g2,
            CategoryItemRendererState state,
            Rectangle2D dataArea,
            CategoryPlot plot,
            CategoryAxis domainAxis,
            ValueAxis rangeAxis,
            CategoryDataset dataset,
            int row,
            int column,
            int pass) {
        BarRow bar = spec.rows().get(column);
        if (bar.kind() == BarRow.Kind.TOTAL) {
            rows.ruleOverGrid(g2, rows.row(column, dataArea));
        }
        if (!bar.hasBar() || !Double.isFinite(bar.value())) {
            return;
        }
        Rectangle2D band = rows.row(column, dataArea);
        if (bar.value() != 0) {
            drawBar(g2, bar, band, dataArea, rangeAxis);
        }
        if (bar.range() != null) {
            drawRange(g2, bar.range(), band.getCenterY(), dataArea, rangeAxis);
        }
    }

    private void drawBar(Graphics2D g2, BarRow bar, Rectangle2D band, Rectangle2D dataArea, ValueAxis rangeAxis) {
        double zero = rangeAxis.valueToJava2D(0, dataArea, RectangleEdge.BOTTOM);
        double shown = Math.max(rangeAxis.getLowerBound(), Math.min(rangeAxis.getUpperBound(), bar.value()));
        double end = rangeAxis.valueToJava2D(shown, dataArea, RectangleEdge.BOTTOM);
        double height = Math.max(2, Math.min(band.getHeight() * SHARE_OF_ROW, band.getHeight() - 2));
        double length = Math.max(0.75, Math.abs(end - zero));
        Rectangle2D shape = new Rectangle2D.Double(
                bar.value() < 0 ? zero - length : zero, band.getCenterY() - height / 2, length, height);
        if (bar.kind() == BarRow.Kind.PADDING) {
            Ink.hatch(g2, shape, style.color("hatch-padding"), 4, true);
            return;
        }
        double radius = 2 * style.tokens().size("radius-bar");
        g2.setColor(color(bar));
        g2.fill(new RoundRectangle2D.Double(
                shape.getX(), shape.getY(), shape.getWidth(), shape.getHeight(), radius, radius));
        if (shown != bar.value()) {
            drawBreak(g2, end + (bar.value() < 0 ? BREAK : -BREAK), shape);
        }
    }

    /** Cased, since it crosses the end of its bar. */
    private void drawRange(Graphics2D g2, BarRow.Range range, double y, Rectangle2D dataArea, ValueAxis rangeAxis) {
        double low = rangeAxis.valueToJava2D(range.low(), dataArea, RectangleEdge.BOTTOM);
        double high = rangeAxis.valueToJava2D(range.high(), dataArea, RectangleEdge.BOTTOM);
        double cap = style.px(4);
        for (boolean casing : new boolean[] {true, false}) {
            g2.setColor(style.color(casing ? "surface" : "text"));
            g2.setStroke(new BasicStroke(casing ? 3.5f : 1.5f));
            g2.draw(new Line2D.Double(low, y, high, y));
            g2.draw(new Line2D.Double(low, y - cap, low, y + cap));
            g2.draw(new Line2D.Double(high, y - cap, high, y + cap));
        }
    }

    /** Two slanted gaps: the bar is longer than it is drawn. */
    private void drawBreak(Graphics2D g2, double x, Rectangle2D bar) {
        g2.setColor(style.color("surface"));
        g2.setStroke(new BasicStroke(2));
        for (double at : new double[] {x - 2.5, x + 2.5}) {
            g2.draw(new Line2D.Double(at - 2, bar.getMaxY() + 1, at + 2, bar.getMinY() - 1));
        }
    }

    private Color color(BarRow bar) {
        if (bar.kind() == BarRow.Kind.OTHER) {
            return style.color("other");
        }
        if (spec.sequential() > 0 && bar.value() >= 0) {
            return style.tokens().sequential().color(bar.value() / spec.sequential());
        }
        return style.color(bar.value() < 0 ? "against" : "supports");
    }
}
