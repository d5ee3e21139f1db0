package reclens.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;

/** Sets text with plain Graphics2D calls that the window's canvas supports as well. */
public final class Ink {
    private static final String ELLIPSIS = "\u2026";

    private Ink() {}

    /** Smooth edges and text, metrics that do not depend on the scale. */
    public static void smooth(Graphics2D g) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    public static double width(Graphics2D g, Font font, String text) {
        Font shown = Fonts.get().forText(font, text);
        return shown.getStringBounds(text, g.getFontRenderContext()).getWidth();
    }

    /** Baseline that centres capitals and digits on {@code middle}. */
    public static double baseline(Font font, double middle) {
        return middle + font.getSize2D() * 0.355;
    }

    /** Text from {@code x} on, its baseline at {@code y}; returns where it ends. */
    public static double left(Graphics2D g, Font font, Color color, String text, double x, double y) {
        Font shown = Fonts.get().forText(font, text);
        g.setFont(shown);
        g.setColor(color);
        g.drawString(text, (float) x, (float) y);
        return x + shown.getStringBounds(text, g.getFontRenderContext()).getWidth();
    }

    /** Text that ends at {@code x}. */
    public static void right(Graphics2D g, Font font, Color color, String text, double x, double y) {
        left(g, font, color, text, x - width(g, font, text), y);
    }

    /** Text centred on {@code x}. */
    public static void center(Graphics2D g, Font font, Color color, String text, double x, double y) {
        left(g, font, color, text, x - width(g, font, text) / 2, y);
    }

    /** Text that reads upwards, ending at the top at {@code y} when {@code fromTop}, else centred on {@code y}. */
    static void upwards(Graphics2D g, Font font, Color color, String text, double x, double y, boolean fromTop) {
        AffineTransform saved = g.getTransform();
        g.translate(x, y);
        g.rotate(-Math.PI / 2);
        double width = width(g, font, text);
        left(g, font, color, text, fromTop ? -width : -width / 2, 0);
        g.setTransform(saved);
    }

    /** The text, cut at its end with an ellipsis where it is wider than {@code room}; empty where nothing fits. */
    public static String fit(Graphics2D g, Font font, String text, double room) {
        if (text.isEmpty() || width(g, font, text) <= room) {
            return text;
        }
        int low = 0;
        int high = text.length();
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (width(g, font, cut(text, middle)) <= room) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low == 0 ? "" : cut(text, low);
    }

    /** Fills a rectangle with lines at 45 degrees, rising to the right, or falling when {@code opposite}. */
    static void hatch(Graphics2D g, Rectangle2D area, Color color, double gap, boolean opposite) {
        if (area.getWidth() <= 0 || area.getHeight() <= 0) {
            return;
        }
        g.setColor(color);
        g.setStroke(new java.awt.BasicStroke(1f));
        double x0 = area.getMinX();
        double y0 = area.getMinY();
        double x1 = area.getMaxX();
        double y1 = area.getMaxY();
        // Lines x + y = c (or x - y = c) on a grid that all areas share, so that neighbours join up.
        double from = opposite ? x0 - y1 : x0 + y0;
        double to = opposite ? x1 - y0 : x1 + y1;
        for (double c = Math.ceil(from / gap) * gap; c < to; c += gap) {
            double left = Math.max(x0, opposite ? c + y0 : c - y1);
            double right = Math.min(x1, opposite ? c + y1 : c - y0);
            if (right > left) {
                double yLeft = opposite ? left - c : c - left;
                double yRight = opposite ? right - c : c - right;
                g.draw(new java.awt.geom.Line2D.Double(left, yLeft, right, yRight));
            }
        }
    }

    static FontMetrics metrics(Graphics2D g, Font font) {
        return g.getFontMetrics(font);
    }

    private static String cut(String text, int length) {
        int end = length > 0 && Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        return text.substring(0, end).stripTrailing() + ELLIPSIS;
    }
}
