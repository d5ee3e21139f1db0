package reclens.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.plot.XYPlot;
import reclens.text.Numbers;

/** Cells of events x feature values, with their numbers where there is room, and the row of totals below. */
final class FeatureCellRenderer extends CellRenderer {
    private static final long serialVersionUID = 1L;
    private static final double GROUP_GAP = 0.35;
    private static final double HATCH_GAP = 8;

    private final transient FeatureHeatmapSpec spec;
    private final transient ChartStyle style;
    private final double[] starts;

    FeatureCellRenderer(FeatureHeatmapSpec spec, ChartStyle style) {
        this.spec = spec;
        this.style = style;
        this.starts = new double[spec.columns().size()];
        double at = 0;
        for (int c = 0; c < starts.length; c++) {
            at += c > 0 && spec.opensGroup(c) ? GROUP_GAP : 0;
            starts[c] = at++;
        }
    }

    /** Length of the domain axis. */
    double width() {
        return starts.length == 0 ? 1 : starts[starts.length - 1] + 1;
    }

    @Override
    int rows() {
        return spec.rows().size();
    }

    @Override
    int columns() {
        return starts.length;
    }

    @Override
    double start(int c) {
        return starts[c];
    }

    @Override
    ChartHit hit(int row, int column, Rectangle2D bounds) {
        FeatureHeatmapSpec.Column c = column < 0 ? null : spec.columns().get(column);
        double value = column < 0 ? spec.rowTotals()[row] : spec.cells()[row][column];
        return new ChartHit(
                row,
                column,
                spec.rows().get(row).position(),
                EventLabel.NONE,
                c == null ? "" : c.feature(),
                c == null ? "" : c.value(),
                value,
                Double.isNaN(value),
                bounds);
    }

    /** The colour of a value. */
    static Color color(FeatureHeatmapSpec spec, ChartStyle style, double value) {
        return new Color(
                spec.signed()
                        ? style.tokens()
                                .diverging()
                                .signedArgb(value, spec.limits().magnitude())
                        : style.tokens().sequential().argb(value / spec.limits().high()));
    }

    @Override
    void drawCells(Graphics2D g2, Rectangle2D dataArea, XYPlot plot) {
        Ink.smooth(g2);
        for (int r = 0; r < rows(); r++) {
            for (int c = 0; c < columns(); c++) {
                drawCell(
                        g2,
                        cell(r, c, dataArea, plot),
                        spec.cells()[r][c],
                        spec.rows().get(r));
            }
        }
        Rectangle2D totals = row(rows(), dataArea, plot);
        g2.setColor(style.color(style.rules() ? "text" : "border-quiet"));
        g2.setStroke(new BasicStroke(style.rules() ? 1.2f : 2));
        for (int c = 0; c < columns(); c++) {
            Rectangle2D band = column(c, dataArea, plot);
            if (style.rules()) {
                g2.draw(new Line2D.Double(band.getMinX(), totals.getY(), band.getMaxX(), totals.getY()));
            }
            Font font = style.bold("size-second");
            String number = Numbers.value(spec.columnTotals()[c], spec.signed());
            if (Ink.width(g2, font, number) <= band.getWidth() + 2) {
                Ink.center(
                        g2,
                        font,
                        style.color("text"),
                        number,
                        band.getCenterX(),
                        Ink.baseline(font, totals.getCenterY()));
            }
        }
    }

    private void drawCell(Graphics2D g2, Rectangle2D cell, double value, EventLabel label) {
        double gap = cell.getWidth() > 6 && cell.getHeight() > 6 ? 1 : 0;
        Rectangle2D inner = new Rectangle2D.Double(
                cell.getX() + gap, cell.getY() + gap / 2, cell.getWidth() - 2 * gap, cell.getHeight() - gap);
        if (Double.isNaN(value)) {
            boolean selected = label.at(spec.selected());
            g2.setColor(style.color(selected ? "selected" : "surface"));
            g2.fill(inner);
            Ink.hatch(g2, inner, style.color("hatch"), HATCH_GAP, false);
            return;
        }
        Color ground = color(spec, style, value);
        g2.setColor(ground);
        g2.fill(inner);
        Font font = style.regular("size-second");
        if (cell.getWidth() >= 40 && cell.getHeight() >= 18) {
            Color ink = style.tokens().ink(ground);
            String number = Numbers.value(value, spec.signed());
            Ink.center(g2, font, ink, number, cell.getCenterX(), Ink.baseline(font, cell.getCenterY()));
        }
    }
}
