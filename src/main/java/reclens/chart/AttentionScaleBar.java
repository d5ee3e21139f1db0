package reclens.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import reclens.text.Numbers;

/** The level colour bar of an attention matrix: numbers, unit and normalisation, a triangle at the weight of an even spread. */
final class AttentionScaleBar {
    private static final double LENGTH = 160;
    private static final double HEIGHT = 11;
    private static final int INTERVALS = 5;

    private AttentionScaleBar() {}

    static void paint(
            Graphics2D g, AttentionHeatmapSpec spec, ChartStyle style, Rectangle2D strip, Rectangle2D plotArea) {
        Font font = style.regular("size-axis");
        double length = Math.min(style.px(LENGTH), plotArea.getWidth() * 0.4);
        double x = Math.min(strip.getMaxX(), plotArea.getMaxX()) - length - style.px(14);
        double y = strip.getY() + style.px(10);
        HeatScale scale = new HeatScale(spec);
        ColorMap colors = scale.colors(style);
        int steps = (int) Math.ceil(length);
        for (int i = 0; i < steps; i++) {
            g.setColor(colors.color((i + 0.5) / steps));
            g.fill(new Rectangle2D.Double(x + i, y, Math.min(1, length - i), style.px(HEIGHT)));
        }
        double below = y + style.px(HEIGHT);
        List<Double> ticks = ticks(spec);
        for (int i = 0; i < ticks.size(); i++) {
            double value = ticks.get(i);
            double at = x + length * scale.place(value);
            g.setColor(style.color("axis"));
            g.setStroke(Charts.HAIRLINE);
            g.draw(new Line2D.Double(at, below, at, below + 3));
            String text = number(spec, value, i == 0, i == ticks.size() - 1);
            Ink.center(g, font, style.color("text-second"), text, at, below + style.px(14));
        }
        if (Double.isFinite(spec.uniform())) {
            double at = x + length * Math.min(1, scale.place(spec.uniform()));
            Path2D triangle = new Path2D.Double();
            triangle.moveTo(at, y - 1);
            triangle.lineTo(at - 4, y - 7);
            triangle.lineTo(at + 4, y - 7);
            triangle.closePath();
            g.setColor(style.color("text"));
            g.fill(triangle);
        }
        double right = x - style.px(14);
        double room = right - plotArea.getX();
        Ink.right(
                g,
                font,
                style.color("text-second"),
                Ink.fit(g, font, spec.words().unit(), room),
                right,
                y + style.px(8));
        if (!spec.words().uniform().isEmpty()) {
            String words = Ink.fit(g, font, spec.words().uniform(), room - 12);
            Ink.right(g, font, style.color("text-second"), words, right, y + style.px(23));
            double left = right - Ink.width(g, font, words) - style.px(10);
            Path2D triangle = new Path2D.Double();
            triangle.moveTo(left, y + style.px(16));
            triangle.lineTo(left + 7, y + style.px(16));
            triangle.lineTo(left + 3.5, y + style.px(21.5));
            triangle.closePath();
            g.setColor(style.color("text-second"));
            g.fill(triangle);
        }
    }

    /** Round weights, one a decade on the logarithmic scale, and the end of the scale. */
    private static List<Double> ticks(AttentionHeatmapSpec spec) {
        List<Double> ticks = new ArrayList<>();
        if (spec.scale() == ScaleMode.LOG) {
            for (double decade = HeatScale.DECADES; decade >= 0; decade--) {
                ticks.add(spec.limit() * Math.pow(10, -decade));
            }
            return ticks;
        }
        if (spec.signed()) {
            return List.of(-spec.limit(), -spec.limit() / 2, 0.0, spec.limit() / 2, spec.limit());
        }
        double step = Nice.step(spec.limit(), INTERVALS);
        for (int i = 0; i * step < spec.limit() - 0.45 * step; i++) {
            ticks.add(i * step);
        }
        ticks.add(spec.limit());
        return ticks;
    }

    /** The number under a mark of the bar; at the ends it says when further weights have the same colour. */
    private static String number(AttentionHeatmapSpec spec, double value, boolean first, boolean last) {
        boolean log = spec.scale() == ScaleMode.LOG;
        if (spec.signed()) {
            return Numbers.value(value, true);
        }
        int decimals = value <= 0 ? 0 : Math.min(9, Math.max(1, (int) Math.ceil(-Math.log10(value)) + (log ? 0 : 1)));
        String text = Numbers.brief(value, decimals);
        return last && spec.clipped() ? "\u2265 " + text : first && log ? "\u2264 " + text : text;
    }
}
