package reclens.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import reclens.text.Numbers;

/** The upright colour bar beside the cells, with numbers and unit. */
final class ColorBar extends SideAxis<FeatureHeatmapSpec> {
    private static final long serialVersionUID = 1L;
    /** Pixels that the bar takes with its numbers. */
    static final double WIDTH = 66;

    private static final double BAR = 10;
    private static final double LEFT = 14;
    /** A bar beside one or two rows reaches below them, so that its numbers fit. */
    private static final double SHORTEST = 96;

    ColorBar(FeatureHeatmapSpec spec, ChartStyle style) {
        super(spec, style);
    }

    @Override
    double extent(Graphics2D g, Rectangle2D plotArea) {
        return style.compact() ? 0 : WIDTH;
    }

    @Override
    void paint(Graphics2D g, Rectangle2D strip, Rectangle2D cells, Rectangle2D plotArea) {
        if (strip.getWidth() <= 0 || spec.rows().isEmpty()) {
            return;
        }
        // The bar is as long as the cells, the row of totals left out.
        double share = spec.rows().size() / (spec.rows().size() + 1.0);
        double top = cells.getY();
        double height = cells.getHeight() * share - 1;
        if (height < SHORTEST) {
            height = Math.max(height, Math.min(SHORTEST, plotArea.getMaxY() - top - 6));
        }
        double x = strip.getX() + LEFT;
        double low = spec.limits().low();
        double high = spec.limits().high();
        int steps = (int) Math.ceil(height);
        for (int i = 0; i < steps; i++) {
            double value = high - (high - low) * (i + 0.5) / steps;
            g.setColor(FeatureCellRenderer.color(spec, style, value));
            g.fill(new Rectangle2D.Double(x, top + i, BAR, Math.min(1.0, height - i)));
        }
        Font font = style.regular("size-axis");
        double step = Nice.step(high - low, Math.max(1, Math.min(4, height / 28)));
        if (step > high || low < 0 && step > -low) {
            // Too short for round steps: both ends and zero.
            step = Math.min(high, low < 0 ? -low : high);
        }
        for (double v = Math.ceil(low / step - 1e-9) * step; v <= high + step * 1e-6; v += step) {
            double y = top + (high - v) / (high - low) * height;
            g.setColor(style.color("axis"));
            g.setStroke(Charts.HAIRLINE);
            g.draw(new Line2D.Double(x + BAR, y, x + BAR + 3, y));
            double baseline = Math.max(Ink.baseline(font, y), top + style.px(8));
            Ink.left(g, font, style.color("text-second"), number(v, step), x + BAR + 9, baseline);
        }
        String unit = Ink.fit(g, font, spec.unit(), WIDTH - LEFT + 10);
        Ink.left(g, font, style.color("text-second"), unit, x - 4, top - style.px(6));
    }

    /** The number at a mark; the ends say when further values have the same colour. */
    private String number(double value, double step) {
        String text = Numbers.brief(value, 6);
        if (spec.signed() && value > step / 2) {
            text = "+" + text;
        }
        if (!spec.clipped() || Math.abs(value) < spec.limits().high() * 0.999) {
            return text;
        }
        return (value > 0 ? "\u2265 " : "\u2264 ") + text;
    }
}
