package reclens.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;

/** Draws the label of a row: date, icon in its disc, "#59" in third text, title; and the ground of a selected row. */
final class RowLabels {
    /** Height of a line of text in sizes of its type. */
    private static final double LINE = 1.25;

    private final ChartStyle style;
    private final String size;

    RowLabels(ChartStyle style, String size) {
        this.style = style;
        this.size = size;
    }

    /** Pixels that the widest of the labels needs. */
    double width(Graphics2D g, List<EventLabel> labels, double rowHeight) {
        double widest = 0;
        for (EventLabel label : labels) {
            widest = Math.max(widest, Ink.width(g, style.bold(size), label.text()));
            if (!label.isNumbered()) {
                widest = Math.max(widest, Ink.width(g, style.regular("size-axis"), label.date()));
            }
        }
        boolean events = labels.stream().anyMatch(EventLabel::isEvent);
        return Math.ceil(widest) + (events ? textStart(g, labels, rowHeight) : style.px(8)) + style.px(12);
    }

    /** Draws one label into {@code row}, whose left edge is where labels start. */
    void draw(Graphics2D g, EventLabel label, Rectangle2D row, boolean selected, double textStart, String words) {
        double middle = row.getCenterY();
        Font font = selected ? style.bold(size) : style.regular(size);
        double y = Ink.baseline(font, middle);
        double end = row.getMaxX() - style.px(6);
        if (!label.isEvent()) {
            double x = row.getX() + (words.equals("indent") ? textStart : 0);
            Ink.left(g, font, style.color("text-second"), Ink.fit(g, font, label.title(), end - x), x, y);
            return;
        }
        double disc = disc(row.getHeight());
        double x = row.getX() + textStart;
        if (style.dates() && !label.date().isEmpty()) {
            Ink.right(
                    g,
                    style.regular("size-axis"),
                    style.color("text-second"),
                    label.date(),
                    x - disc - style.px(15),
                    Ink.baseline(style.regular("size-axis"), middle));
        }
        Icons.drawEvent(g, label.event(), x - style.px(6) - disc / 2, middle, disc, style.tokens());
        if (!label.isNumbered()) {
            unnumbered(g, label, row, x, end);
            return;
        }
        String number = "#" + label.position() + " ";
        // Third text is too pale for the violet ground.
        String token = selected ? "text-second" : "text-third";
        double after = Ink.left(g, style.regular(size), style.color(token), number, x, y);
        Ink.left(g, font, style.color("text"), Ink.fit(g, font, label.title(), end - after), after, y);
    }

    /** The title, and what happened when below it, in rows that have room for two lines. */
    private void unnumbered(Graphics2D g, EventLabel label, Rectangle2D row, double x, double end) {
        Font font = style.regular(size);
        Font small = style.regular("size-axis");
        double line = font.getSize2D() * LINE;
        boolean two = !label.date().isEmpty() && row.getHeight() >= line + small.getSize2D() * LINE;
        double shift = two ? line / 2 : 0;
        String title = Ink.fit(g, font, label.title(), end - x);
        Ink.left(g, font, style.color("text"), title, x, Ink.baseline(font, row.getCenterY() - shift));
        if (two) {
            String when = Ink.fit(g, small, label.date(), end - x);
            Ink.left(g, small, style.color("text-second"), when, x, Ink.baseline(small, row.getCenterY() + shift));
        }
    }

    /** Where the text starts, right of date and icon. */
    double textStart(Graphics2D g, List<EventLabel> labels, double rowHeight) {
        double dates = 0;
        if (style.dates()) {
            for (EventLabel label : labels) {
                dates = Math.max(dates, Ink.width(g, style.regular("size-axis"), label.date()));
            }
            dates += dates > 0 ? style.px(9) : 0;
        }
        return Math.ceil(dates) + disc(rowHeight) + style.px(6);
    }

    /** The violet ground of a selected row and the accent bar at its left edge. */
    void ground(Graphics2D g, Rectangle2D row) {
        g.setColor(style.color("selected"));
        g.fill(new RoundRectangle2D.Double(row.getX(), row.getY(), row.getWidth(), row.getHeight(), 8, 8));
        g.setColor(style.color("accent"));
        g.fill(new Rectangle2D.Double(row.getX(), row.getY(), style.tokens().size("line-accent-bar"), row.getHeight()));
    }

    static Color textOf(ChartStyle style, BarRow row) {
        return switch (row.kind()) {
            case TOTAL, EVENT, FEATURE -> style.color("text");
            case HEADING, OTHER, PADDING -> style.color("text-second");
        };
    }

    private double disc(double rowHeight) {
        return Math.max(8, Math.min(style.px(16), rowHeight - 3));
    }
}
