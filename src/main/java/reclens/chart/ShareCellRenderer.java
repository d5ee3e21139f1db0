package reclens.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.plot.XYPlot;
import reclens.text.Numbers;

/** Series x points, with their numbers where there is room. The topmost series of the stack is the topmost row. */
final class ShareCellRenderer extends CellRenderer {
    private static final long serialVersionUID = 1L;

    private final transient SharesSpec spec;
    private final transient ChartStyle style;

    ShareCellRenderer(SharesSpec spec, ChartStyle style) {
        this.spec = spec;
        this.style = style;
    }

    @Override
    int rows() {
        return spec.series().size();
    }

    @Override
    int columns() {
        return spec.points().size();
    }

    @Override
    double start(int c) {
        return c - 0.5;
    }

    /** The series of a row. */
    static int series(SharesSpec spec, int row) {
        return spec.series().size() - 1 - row;
    }

    private double share(int row, int column) {
        return spec.series().get(series(spec, row)).shares()[column];
    }

    @Override
    ChartHit hit(int row, int column, Rectangle2D bounds) {
        int position = column < 0 ? EventLabel.NONE : spec.points().get(column).position();
        double value = column < 0 ? Double.NaN : share(row, column);
        String name = spec.series().get(series(spec, row)).name();
        return new ChartHit(row, column, EventLabel.NONE, position, "", name, value, false, bounds);
    }

    @Override
    void drawCells(Graphics2D g2, Rectangle2D area, XYPlot plot) {
        Ink.smooth(g2);
        Font font = style.regular("size-second");
        double largest = spec.largest();
        for (int r = 0; r < rows(); r++) {
            for (int c = 0; c < columns(); c++) {
                Rectangle2D cell = cell(r, c, area, plot);
                double gap = cell.getWidth() > 6 && cell.getHeight() > 6 ? 0.5 : 0;
                Color ground = style.tokens().sequential().color(share(r, c) / largest);
                g2.setColor(ground);
                g2.fill(new Rectangle2D.Double(
                        cell.getX() + gap, cell.getY() + gap, cell.getWidth() - 2 * gap, cell.getHeight() - 2 * gap));
                if (cell.getWidth() >= style.px(40) && cell.getHeight() >= style.px(18)) {
                    Ink.center(
                            g2,
                            font,
                            style.tokens().ink(ground),
                            Numbers.attention(share(r, c)),
                            cell.getCenterX(),
                            Ink.baseline(font, cell.getCenterY()));
                }
            }
        }
    }
}
