package reclens.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.jfree.chart.plot.XYPlot;
import reclens.text.Numbers;

/** Cells of an attention matrix: rectangles while they are large, sampled pixels when there are many. */
final class AttentionCellRenderer extends CellRenderer {
    private static final long serialVersionUID = 1L;
    /** Cells smaller than this many pixels are sampled. */
    private static final double SMALLEST_DRAWN = 5;

    private static final double HATCH_GAP = 8;

    private final transient AttentionHeatmapSpec spec;
    private final transient ChartStyle style;
    private final transient HeatScale scale;
    private final transient HeatRaster raster;

    AttentionCellRenderer(AttentionHeatmapSpec spec, ChartStyle style) {
        this.spec = spec;
        this.style = style;
        this.scale = new HeatScale(spec);
        this.raster = new HeatRaster(spec, scale, scale.colors(style));
    }

    @Override
    int rows() {
        return spec.rows().size();
    }

    @Override
    int columns() {
        return spec.columns().size();
    }

    @Override
    double start(int c) {
        return c;
    }

    @Override
    ChartHit hit(int row, int column, Rectangle2D bounds) {
        return new ChartHit(
                row,
                column,
                spec.rows().get(row).position(),
                column < 0 ? EventLabel.NONE : spec.columns().get(column).position(),
                "",
                "",
                column < 0 ? Double.NaN : spec.weight(row, column),
                column >= 0 && spec.masked(row, column),
                bounds);
    }

    @Override
    void drawCells(Graphics2D g2, Rectangle2D area, XYPlot plot) {
        Ink.smooth(g2);
        double top = Math.max(0, plot.getRangeAxis().getLowerBound());
        double bottom = Math.min(rows(), plot.getRangeAxis().getUpperBound());
        double left = Math.max(0, plot.getDomainAxis().getLowerBound());
        double right = Math.min(columns(), plot.getDomainAxis().getUpperBound());
        if (bottom <= top || right <= left) {
            return;
        }
        Rectangle2D visible = visible(area, plot, top, bottom, left, right);
        if (spec.causal()) {
            Ink.hatch(g2, visible, style.color("hatch"), HATCH_GAP, false);
        }
        double cellWidth = visible.getWidth() / (right - left);
        double cellHeight = visible.getHeight() / (bottom - top);
        if (cellWidth < SMALLEST_DRAWN || cellHeight < SMALLEST_DRAWN) {
            sample(g2, visible, top, bottom, left, right);
        } else {
            rectangles(g2, area, plot, (int) top, (int) Math.ceil(bottom), (int) left, (int) Math.ceil(right));
        }
        masked(g2, visible, left, top, cellWidth, cellHeight);
        selected(g2, area, plot);
    }

    private static Rectangle2D visible(
            Rectangle2D area, XYPlot plot, double top, double bottom, double left, double right) {
        double x0 = plot.getDomainAxis().valueToJava2D(left, area, plot.getDomainAxisEdge());
        double x1 = plot.getDomainAxis().valueToJava2D(right, area, plot.getDomainAxisEdge());
        double y0 = plot.getRangeAxis().valueToJava2D(top, area, plot.getRangeAxisEdge());
        double y1 = plot.getRangeAxis().valueToJava2D(bottom, area, plot.getRangeAxisEdge());
        return new Rectangle2D.Double(x0, y0, x1 - x0, y1 - y0);
    }

    private void sample(Graphics2D g2, Rectangle2D visible, double top, double bottom, double left, double right) {
        AffineTransform transform = g2.getTransform();
        int width = Math.max(1, (int) Math.round(visible.getWidth() * Math.max(1, transform.getScaleX())));
        int height = Math.max(1, (int) Math.round(visible.getHeight() * Math.max(1, transform.getScaleY())));
        BufferedImage image = raster.image(top, bottom, left, right, width, height);
        if (transform.getScaleX() == 1 && transform.getScaleY() == 1) {
            // Whole pixels need no resampling.
            g2.drawImage(image, (int) Math.round(visible.getX()), (int) Math.round(visible.getY()), null);
            return;
        }
        AffineTransform place = AffineTransform.getTranslateInstance(visible.getX(), visible.getY());
        place.scale(visible.getWidth() / width, visible.getHeight() / height);
        g2.drawImage(image, place, null);
    }

    private void rectangles(Graphics2D g2, Rectangle2D area, XYPlot plot, int r0, int r1, int c0, int c1) {
        boolean numbers = false;
        ColorMap colors = scale.colors(style);
        Font font = style.regular("size-second");
        for (int r = r0; r < r1; r++) {
            int end = spec.triangular() ? Math.min(c1, r + 1) : c1;
            if (end <= c0) {
                continue;
            }
            Rectangle2D first = cell(r, c0, area, plot);
            Rectangle2D last = cell(r, end - 1, area, plot);
            boolean whole = spec.triangular() || !spec.causal();
            if (whole) {
                g2.setColor(style.color("surface"));
                g2.fill(new Rectangle2D.Double(
                        first.getX(), first.getY(), last.getMaxX() - first.getX(), first.getHeight()));
            }
            numbers = first.getWidth() >= 40 && first.getHeight() >= 18;
            for (int c = c0; c < end; c++) {
                if (!whole && spec.masked(r, c)) {
                    continue;
                }
                Rectangle2D cell = cell(r, c, area, plot);
                if (!whole) {
                    g2.setColor(style.color("surface"));
                    g2.fill(cell);
                }
                double weight = spec.weight(r, c);
                Color ground = colors.color(scale.place(weight * scale.rowFactor(r)));
                g2.setColor(ground);
                g2.fill(new Rectangle2D.Double(
                        cell.getX() + 0.5, cell.getY() + 0.5, cell.getWidth() - 1, cell.getHeight() - 1));
                if (numbers) {
                    double y = Ink.baseline(font, cell.getCenterY());
                    Ink.center(g2, font, style.tokens().ink(ground), number(weight), cell.getCenterX(), y);
                }
            }
        }
    }

    private String number(double weight) {
        return spec.signed() ? Numbers.value(weight, true) : Numbers.attention(weight);
    }

    /** Says what the hatched triangle is, where it is large enough for the words. */
    private void masked(
            Graphics2D g2, Rectangle2D visible, double left, double top, double cellWidth, double cellHeight) {
        Font font = style.regular("size-axis");
        String words = spec.words().masked();
        if (!spec.triangular() || style.compact() || words.isEmpty() || rows() < 6) {
            return;
        }
        double width = Ink.width(g2, font, words);
        if (width + 24 < visible.getWidth() * 0.6 && visible.getHeight() > 120) {
            double middle = visible.getY() + Math.max(16, Math.min(24, cellHeight * 1.2));
            double x = visible.getMaxX() - width - 12;
            double column = left + (x - 5 - visible.getX()) / cellWidth;
            double row = top + (middle + 9 - visible.getY()) / cellHeight;
            if (Math.floor(column) <= row) {
                return;
            }
            g2.setColor(style.color("surface"));
            g2.fill(new Rectangle2D.Double(x - 5, middle - 9, width + 10, 18));
            Ink.left(g2, font, style.color("text-third"), words, x, Ink.baseline(font, middle));
        }
    }

    /** The box round the row and the column of the selected event: white in a dark casing. */
    private void selected(Graphics2D g2, Rectangle2D area, XYPlot plot) {
        if (spec.selected() == EventLabel.NONE || style.compact()) {
            return;
        }
        for (int r = 0; r < rows(); r++) {
            if (spec.rows().get(r).position() == spec.selected()) {
                int last = spec.triangular() ? Math.min(r, columns() - 1) : columns() - 1;
                box(g2, cell(r, 0, area, plot), cell(r, last, area, plot));
            }
        }
        for (int c = 0; c < columns(); c++) {
            if (spec.columns().get(c).position() == spec.selected()) {
                int first = spec.triangular() ? Math.min(c, rows() - 1) : 0;
                box(g2, cell(first, c, area, plot), cell(rows() - 1, c, area, plot));
            }
        }
    }

    private void box(Graphics2D g2, Rectangle2D from, Rectangle2D to) {
        Rectangle2D box = from.createUnion(to);
        g2.setColor(style.color("mark-casing"));
        g2.setStroke(new BasicStroke(3.5f));
        g2.draw(box);
        g2.setColor(style.color("mark"));
        g2.setStroke(new BasicStroke(1.5f));
        g2.draw(box);
    }
}
