package reclens.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jfree.chart.plot.XYPlot;
import reclens.text.Numbers;

/** What stands around shares over time. Both charts leave the same room at the sides, so that their points line up. */
final class SharesAxes {
    private static final double LEFT = 132;
    private static final double RIGHT = 96;
    private static final double CHIP = 10;

    private SharesAxes() {}

    static double left(ChartStyle style) {
        return style.px(LEFT);
    }

    private static void chip(Graphics2D g, SharesSpec.Series series, ChartStyle style, double x, double middle) {
        double size = style.px(CHIP);
        Rectangle2D chip = new Rectangle2D.Double(x, middle - size / 2, size, size);
        g.setColor(style.color(series.token()));
        g.fill(chip);
        if (series.kind() == SharesSpec.Kind.NO_ITEM) {
            Ink.hatch(g, chip, style.color("hatch-padding"), 4, true);
        }
    }

    /** Positions and days of the points, and over them a strip with the series of each point's own event. */
    static final class Time extends SideAxis<SharesSpec> {
        private static final long serialVersionUID = 1L;
        private static final double STRIP = 12;
        private final boolean strip;

        Time(SharesSpec spec, ChartStyle style, boolean strip) {
            super(spec, style);
            this.strip = strip;
        }

        @Override
        double extent(Graphics2D g, Rectangle2D plotArea) {
            return style.px(36) + (strip ? style.px(STRIP + 6) : 0);
        }

        @Override
        void paint(Graphics2D g, Rectangle2D room, Rectangle2D cells, Rectangle2D plotArea) {
            int n = spec.points().size();
            if (n == 0) {
                return;
            }
            double step = cells.getWidth() / n;
            double y = room.getMinY() + style.px(3);
            Font font = style.regular("size-axis");
            if (strip) {
                for (int p = 0; p < n; p++) {
                    SharesSpec.Series series = spec.series().get(spec.events()[p]);
                    double gap = step > 6 ? 1 : 0;
                    g.setColor(style.color(series.token()));
                    g.fill(new Rectangle2D.Double(cells.getX() + p * step + gap / 2, y, step - gap, style.px(STRIP)));
                }
                side(g, spec.words().event(), cells, y + style.px(STRIP) / 2);
                y += style.px(STRIP + 3);
            }
            double first = y + style.px(13);
            double second = first + style.px(14);
            side(g, spec.words().time(), cells, first - font.getSize2D() * 0.355);
            double free = Double.NEGATIVE_INFINITY;
            int every = Math.max(1, (int) Math.ceil(style.px(58) / step));
            String day = "";
            for (int p = 0; p < n; p += every) {
                EventLabel label = spec.points().get(p);
                double x = cells.getX() + (p + 0.5) * step;
                Ink.center(g, font, style.color("text-second"), "#" + label.position(), x, first);
                double half = Ink.width(g, font, label.date()) / 2;
                if (!label.date().equals(day) && x - half > free) {
                    Ink.center(g, font, style.color("text-third"), label.date(), x, second);
                    free = x + half + style.px(6);
                    day = label.date();
                }
            }
        }

        private void side(Graphics2D g, String words, Rectangle2D cells, double middle) {
            Font font = style.regular("size-axis");
            String text = Ink.fit(g, font, words, left(style) - style.px(12));
            Ink.right(
                    g, font, style.color("text-second"), text, cells.getX() - style.px(8), Ink.baseline(font, middle));
        }
    }

    /** Names of the series, with the colour that they have in the areas. */
    static final class Rows extends SideAxis<SharesSpec> {
        private static final long serialVersionUID = 1L;

        Rows(SharesSpec spec, ChartStyle style) {
            super(spec, style);
        }

        @Override
        double extent(Graphics2D g, Rectangle2D plotArea) {
            return left(style);
        }

        @Override
        void paint(Graphics2D g, Rectangle2D room, Rectangle2D cells, Rectangle2D plotArea) {
            Font font = style.regular("size-second");
            double height = cells.getHeight() / Math.max(1, spec.series().size());
            for (int r = 0; r < spec.series().size() && height >= font.getSize2D(); r++) {
                SharesSpec.Series series = spec.series().get(ShareCellRenderer.series(spec, r));
                double middle = cells.getY() + (r + 0.5) * height;
                double end = cells.getX() - style.px(8);
                chip(g, series, style, end - style.px(CHIP), middle);
                double text = end - style.px(CHIP + 6);
                String name = Ink.fit(g, font, series.name(), text - room.getX());
                Ink.right(g, font, style.color("text"), name, text, Ink.baseline(font, middle));
            }
        }
    }

    /** Names of the areas that have no room for theirs, where they end. */
    static final class Names extends SideAxis<SharesSpec> {
        private static final long serialVersionUID = 1L;

        Names(SharesSpec spec, ChartStyle style) {
            super(spec, style);
        }

        @Override
        double extent(Graphics2D g, Rectangle2D plotArea) {
            return style.px(RIGHT);
        }

        @Override
        void paint(Graphics2D g, Rectangle2D room, Rectangle2D cells, Rectangle2D plotArea) {
            ShareAreaRenderer areas = (ShareAreaRenderer) ((XYPlot) getPlot()).getRenderer();
            if (spec.points().isEmpty()) {
                return;
            }
            areas.findNames(g, cells);
            Font font = style.regular("size-axis");
            double line = font.getSize2D() + style.px(3);
            List<Integer> loose = IntStream.range(0, spec.series().size())
                    .filter(s -> !areas.isNamed(s))
                    .boxed()
                    .sorted(Comparator.comparingDouble(s -> -areas.lastShare(s)))
                    .toList();
            double lowest = cells.getMinY();
            for (int i = 0; i < loose.size(); i++) {
                SharesSpec.Series series = spec.series().get(loose.get(i));
                double wanted = cells.getMaxY() - areas.lastShare(loose.get(i)) * cells.getHeight();
                double last = cells.getMaxY() - (loose.size() - 1 - i) * line - line / 2;
                double middle = Math.max(lowest + line / 2, Math.min(last, wanted));
                lowest = middle + line / 2;
                double x = cells.getMaxX() + style.px(4);
                g.setColor(style.color("axis"));
                g.setStroke(Charts.HAIRLINE);
                g.draw(new Line2D.Double(cells.getMaxX() + 1, wanted, x + style.px(6), middle));
                chip(g, series, style, x + style.px(8), middle);
                double text = x + style.px(CHIP + 12);
                String name = Ink.fit(g, font, series.name(), room.getMaxX() - text);
                Ink.left(g, font, style.color("text-second"), name, text, Ink.baseline(font, middle));
            }
        }
    }

    /** The colour bar. */
    static final class Scale extends SideAxis<SharesSpec> {
        private static final long serialVersionUID = 1L;
        private static final double BAR = 10;

        Scale(SharesSpec spec, ChartStyle style) {
            super(spec, style);
        }

        @Override
        double extent(Graphics2D g, Rectangle2D plotArea) {
            return style.px(RIGHT);
        }

        @Override
        void paint(Graphics2D g, Rectangle2D room, Rectangle2D cells, Rectangle2D plotArea) {
            double x = room.getX() + style.px(14);
            Font font = style.regular("size-axis");
            double top = cells.getY() + style.px(18);
            double height = cells.getMaxY() - top - 1;
            Ink.left(
                    g,
                    font,
                    style.color("text-second"),
                    Ink.fit(g, font, spec.axis(), room.getMaxX() - x + style.px(4)),
                    x - style.px(4),
                    cells.getY() + style.px(9));
            double largest = spec.largest();
            int steps = (int) Math.ceil(height);
            for (int i = 0; i < steps; i++) {
                g.setColor(style.tokens().sequential().color(1 - (i + 0.5) / steps));
                g.fill(new Rectangle2D.Double(x, top + i, BAR, Math.min(1.0, height - i)));
            }
            double step = Nice.step(largest, Math.max(1, Math.min(4, height / style.px(28))));
            for (double v = 0; v <= largest + step * 1e-6; v += step) {
                double y = top + (1 - v / largest) * height;
                g.setColor(style.color("axis"));
                g.setStroke(Charts.HAIRLINE);
                g.draw(new Line2D.Double(x + BAR, y, x + BAR + 3, y));
                double baseline = Math.max(Ink.baseline(font, y), top + style.px(8));
                Ink.left(g, font, style.color("text-second"), Numbers.brief(v, 6), x + BAR + 9, baseline);
            }
        }
    }
}
