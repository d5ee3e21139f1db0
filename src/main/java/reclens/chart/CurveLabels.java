package reclens.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Puts words beside their curves where they touch no other curve and no other words. */
final class CurveLabels {
    private static final int STEPS = 24;

    private final Graphics2D g;
    private final Rectangle2D area;
    private final List<List<Point2D>> lines;
    private final double height;
    private final List<Rectangle2D> taken;

    /**
     * @param lines the chosen curve, recency, random mean, and the lower and upper edge of the band
     * @param words where other words stand already
     */
    CurveLabels(Graphics2D g, Rectangle2D area, List<List<Point2D>> lines, List<Rectangle2D> words, double height) {
        this.taken = new ArrayList<>(words);
        this.g = g;
        this.area = area;
        this.lines = lines;
        this.height = height;
    }

    /** Words beside line {@code line}: below or above it, where there is most distance from the other lines. */
    void place(int line, String text, Font font, Color color) {
        if (text.isEmpty() || lines.get(line).isEmpty()) {
            return;
        }
        double width = Ink.width(g, font, text);
        Rectangle2D best = null;
        double bestScore = Double.NEGATIVE_INFINITY;
        for (int i = 1; i < STEPS; i++) {
            double x = area.getX() + 6 + (area.getWidth() - width - 12) * i / STEPS;
            double[] span = span(lines.get(line), x, x + width);
            for (double y : new double[] {span[1] + 4, span[0] - 4 - height}) {
                Rectangle2D box = new Rectangle2D.Double(x, y, width, height);
                // Labels in the left middle read first; steep pieces of a curve make words seem far from it.
                double score = score(box, line) - 1.5 * (span[1] - span[0]) - Math.abs(i - STEPS * 0.4) * 0.4;
                if (score > bestScore) {
                    bestScore = score;
                    best = box;
                }
            }
        }
        set(best, text, font, color);
    }

    /** Words inside the band of random orders; its mean makes way for them. */
    void placeInBand(String text, Font font, Color color, Color band) {
        if (text.isEmpty() || lines.get(3).isEmpty() || lines.get(4).isEmpty()) {
            return;
        }
        double width = Ink.width(g, font, text);
        Rectangle2D best = null;
        double bestScore = Double.NEGATIVE_INFINITY;
        for (int i = 0; i <= STEPS; i++) {
            double x = area.getX() + 6 + (area.getWidth() - width - 12) * i / STEPS;
            double top = span(lines.get(4), x, x + width)[1];
            double bottom = span(lines.get(3), x, x + width)[0];
            for (double share = 0; share <= 1; share += 0.125) {
                double y = top + (bottom - top - height) * share;
                Rectangle2D box = new Rectangle2D.Double(x, y, width, height);
                double inside = Math.min(0, bottom - top - height) * 4;
                double score = score(box, 2) + inside;
                if (score > bestScore) {
                    bestScore = score;
                    best = box;
                }
            }
        }
        if (best != null) {
            g.setColor(band);
            g.fill(best);
        }
        set(best, text, font, color);
    }

    private void set(Rectangle2D box, String text, Font font, Color color) {
        if (box != null) {
            taken.add(box);
            Ink.left(g, font, color, text, box.getX(), box.getMaxY() - height * 0.2);
        }
    }

    /** Distance to the nearest other line, at most 30; far below zero where the box is crossed or outside. */
    private double score(Rectangle2D box, int own) {
        double nearest = 30;
        double toOwn = Double.POSITIVE_INFINITY;
        double toOther = Double.POSITIVE_INFINITY;
        for (int l = 0; l < lines.size(); l++) {
            boolean ignored = own == 2 && l == 2;
            for (int p = 1; p < lines.get(l).size() && !ignored; p++) {
                Line2D piece =
                        new Line2D.Double(lines.get(l).get(p - 1), lines.get(l).get(p));
                if (piece.intersects(box)) {
                    nearest = Math.min(nearest, l == 3 || l == 4 ? -20 : -100);
                } else if (l != own) {
                    nearest = Math.min(nearest, distance(piece, box));
                    toOther = l < 2 ? Math.min(toOther, distance(piece, box)) : toOther;
                } else {
                    toOwn = Math.min(toOwn, distance(piece, box));
                }
            }
        }
        // Words that are nearer to the other curve would name that one.
        boolean misleading = toOwn < Double.POSITIVE_INFINITY && toOwn > toOther;
        boolean outside = !area.contains(box);
        boolean collides = taken.stream().anyMatch(box::intersects);
        return nearest - (misleading ? 60 : 0) - (outside ? 200 : 0) - (collides ? 200 : 0);
    }

    private static double distance(Line2D line, Rectangle2D box) {
        double a = line.ptSegDist(box.getMinX(), box.getMinY());
        double b = line.ptSegDist(box.getMaxX(), box.getMinY());
        double c = line.ptSegDist(box.getMinX(), box.getMaxY());
        double d = line.ptSegDist(box.getMaxX(), box.getMaxY());
        return Math.min(Math.min(a, b), Math.min(c, d));
    }

    /** Smallest and largest y of a line between two x, its ends extended. */
    private static double[] span(List<Point2D> line, double from, double to) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double x = from; x <= to + 0.5; x += Math.max(1, (to - from) / 12)) {
            double y = y(line, x);
            low = Math.min(low, y);
            high = Math.max(high, y);
        }
        return new double[] {low, high};
    }

    private static double y(List<Point2D> line, double x) {
        Point2D before = line.get(0);
        for (Point2D point : line) {
            if (point.getX() >= x) {
                double dx = point.getX() - before.getX();
                double t = dx <= 0 ? 0 : (x - before.getX()) / dx;
                return before.getY() + (point.getY() - before.getY()) * t;
            }
            before = point;
        }
        return before.getY();
    }
}
