package reclens.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.HashMap;
import java.util.Map;
import org.jfree.chart.plot.XYPlot;

/**
 * Stacked areas with their names on them. JFreeChart's own stacked renderer draws a polygon for each half step, whose edges show
 * as seams; here an area is one path.
 */
final class ShareAreaRenderer extends CellRenderer {
    private static final long serialVersionUID = 1L;
    private static final double AIR = 4;
    private static final double GRID = 4;

    private final transient SharesSpec spec;
    private final transient ChartStyle style;
    /** Lower edges of the series, and the upper one of the last [S + 1][P]. */
    private final double[][] edges;

    /** Middle of the name of each series that has room for it. */
    private final transient Map<Integer, Point2D> names = new HashMap<>();

    ShareAreaRenderer(SharesSpec spec, ChartStyle style) {
        this.spec = spec;
        this.style = style;
        this.edges = new double[spec.series().size() + 1][spec.points().size()];
        for (int s = 0; s < spec.series().size(); s++) {
            for (int p = 0; p < spec.points().size(); p++) {
                edges[s + 1][p] = edges[s][p] + spec.series().get(s).shares()[p];
            }
        }
    }

    @Override
    int rows() {
        return spec.series().isEmpty() ? 0 : 1;
    }

    @Override
    int columns() {
        return spec.points().size();
    }

    @Override
    double start(int c) {
        return c - 0.5;
    }

    /** A point is a column over the whole height. */
    @Override
    Rectangle2D row(int row, Rectangle2D dataArea, XYPlot plot) {
        return dataArea;
    }

    @Override
    ChartHit hit(int row, int column, Rectangle2D bounds) {
        int position = column < 0 ? EventLabel.NONE : spec.points().get(column).position();
        return new ChartHit(row, column, EventLabel.NONE, position, "", "", Double.NaN, false, bounds);
    }

    /** Whether the name of a series stands on its area; known once {@link #findNames} was called. */
    boolean isNamed(int series) {
        return names.containsKey(series);
    }

    /** Middle of a series at the last point, as a share. */
    double lastShare(int series) {
        int last = columns() - 1;
        return (edges[series][last] + edges[series + 1][last]) / 2;
    }

    @Override
    void drawCells(Graphics2D g2, Rectangle2D area, XYPlot plot) {
        Ink.smooth(g2);
        g2.setColor(style.color("inset"));
        g2.fill(area);
        for (int s = 0; s < spec.series().size(); s++) {
            Path2D path = path(s, area);
            g2.setColor(style.color(spec.series().get(s).token()));
            g2.fill(path);
            if (spec.series().get(s).kind() == SharesSpec.Kind.NO_ITEM) {
                java.awt.Shape clip = g2.getClip();
                g2.clip(path);
                Ink.hatch(g2, area, style.color("hatch-padding"), 8, true);
                g2.setClip(clip);
            }
        }
        g2.setColor(style.color("surface"));
        g2.setStroke(new BasicStroke(1f));
        for (int s = 1; s < spec.series().size(); s++) {
            g2.draw(edge(s, area, new Path2D.Double(), false));
        }
        findNames(g2, area);
        names.forEach((s, place) -> drawName(g2, s, place));
    }

    private void drawName(Graphics2D g2, int s, Point2D place) {
        SharesSpec.Series series = spec.series().get(s);
        Font font = style.bold("size-second");
        Color ink = series.kind() == SharesSpec.Kind.NO_ITEM
                ? style.color("text")
                : style.tokens().strongerInk(style.color(series.token()));
        Ink.center(g2, font, ink, series.name(), place.getX(), Ink.baseline(font, place.getY()));
    }

    private double x(double point, Rectangle2D area) {
        return area.getX() + (point + 0.5) / columns() * area.getWidth();
    }

    private static double y(double share, Rectangle2D area) {
        return area.getMaxY() - Math.min(1, share) * area.getHeight();
    }

    private Path2D path(int s, Rectangle2D area) {
        Path2D path = edge(s + 1, area, new Path2D.Double(), false);
        edge(s, area, path, true);
        path.closePath();
        return path;
    }

    /** An edge reaches half a step beyond the first and the last point, so that one point alone shows as well. */
    private Path2D edge(int s, Rectangle2D area, Path2D path, boolean backwards) {
        int n = columns();
        double[] xs = new double[n + 2];
        double[] ys = new double[n + 2];
        for (int i = 0; i < n + 2; i++) {
            int p = Math.max(0, Math.min(n - 1, i - 1));
            xs[i] = i == 0 ? area.getMinX() : i == n + 1 ? area.getMaxX() : x(p, area);
            ys[i] = y(edges[s][p], area);
        }
        for (int i = 0; i < n + 2; i++) {
            int at = backwards ? n + 1 - i : i;
            if (i == 0 && !backwards) {
                path.moveTo(xs[at], ys[at]);
            } else {
                path.lineTo(xs[at], ys[at]);
            }
        }
        return path;
    }

    /** A name stands where its area is thickest over the length of the text, and nowhere where it does not fit. */
    void findNames(Graphics2D g2, Rectangle2D area) {
        names.clear();
        Font font = style.bold("size-second");
        double needed = font.getSize2D() + style.px(AIR);
        for (int s = 0; s < spec.series().size(); s++) {
            double half = Ink.width(g2, font, spec.series().get(s).name()) / 2 + style.px(AIR);
            double best = needed;
            for (double x = area.getMinX() + half; x <= area.getMaxX() - half; x += GRID) {
                double[] room = room(s, x - half, x + half, area);
                if (room[1] - room[0] > best) {
                    best = room[1] - room[0];
                    names.put(s, new Point2D.Double(x, (room[0] + room[1]) / 2));
                }
            }
        }
    }

    /** Top and bottom of what an area covers from {@code left} to {@code right}, with a step more on both sides. */
    private double[] room(int s, double left, double right, Rectangle2D area) {
        double top = area.getMinY();
        double bottom = area.getMaxY();
        double step = area.getWidth() / columns();
        for (int p = 0; p < columns(); p++) {
            double x = x(p, area);
            if (x >= left - step && x <= right + step) {
                top = Math.max(top, y(edges[s + 1][p], area));
                bottom = Math.min(bottom, y(edges[s][p], area));
            }
        }
        return new double[] {top, bottom};
    }
}
