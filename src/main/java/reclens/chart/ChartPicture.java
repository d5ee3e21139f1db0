package reclens.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;

/** A chart with its title as a picture for other programs. */
public final class ChartPicture {
    private static final double MARGIN = 16;

    private ChartPicture() {}

    /**
     * What stands around the chart.
     *
     * @param title above it
     * @param subtitle what the numbers are; may be empty
     * @param foot whose chart it is and how far it can be trusted, below it; may be empty
     */
    public record Words(String title, String subtitle, String foot) {}

    /**
     * @param width of the chart, in logical pixels
     * @param height of the chart, in logical pixels
     * @param scale pixels of the picture for each logical one
     * @param marks draws over the chart, told where its parts are
     */
    public static BufferedImage of(
            JFreeChart chart,
            ChartStyle style,
            Words words,
            double width,
            double height,
            double scale,
            BiConsumer<Graphics2D, ChartGeometry> marks) {
        Font bold = style.bold("size-control");
        Font small = style.regular("size-axis");
        Graphics2D ruler = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB).createGraphics();
        double after = Ink.width(ruler, bold, words.title()) + style.px(10);
        boolean beside = after + Ink.width(ruler, small, words.subtitle()) <= width;
        List<String> below = beside ? List.of() : lines(ruler, small, words.subtitle(), width);
        List<String> feet = lines(ruler, small, words.foot(), width);
        ruler.dispose();
        double line = style.px(15);
        double head = style.px(32) + below.size() * line;
        double foot = feet.isEmpty() ? 0 : style.px(7) + feet.size() * line;
        int w = (int) Math.ceil((width + 2 * MARGIN) * scale);
        int h = (int) Math.ceil((height + 2 * MARGIN + head + foot) * scale);
        BufferedImage image = new BufferedImage(w, h, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        Ink.smooth(g);
        g.setColor(style.color("surface"));
        g.fillRect(0, 0, w, h);
        g.scale(scale, scale);
        double y = MARGIN + style.px(14);
        Ink.left(g, bold, style.color("text"), Ink.fit(g, bold, words.title(), width), MARGIN, y);
        if (beside) {
            Ink.left(g, small, style.color("text-second"), words.subtitle(), MARGIN + after, y);
        }
        for (int i = 0; i < below.size(); i++) {
            Ink.left(g, small, style.color("text-second"), below.get(i), MARGIN, y + style.px(3) + (i + 1) * line);
        }
        ChartRenderingInfo info = new ChartRenderingInfo(null);
        chart.draw(g, new Rectangle2D.Double(MARGIN, MARGIN + head, width, height), info);
        marks.accept(g, ChartGeometry.of(chart, info));
        double under = MARGIN + head + height + style.px(3);
        for (int i = 0; i < feet.size(); i++) {
            Ink.left(g, small, style.color("text-third"), feet.get(i), MARGIN, under + (i + 1) * line);
        }
        g.dispose();
        return image;
    }

    /** Text in lines of at most {@code width}, broken where its language allows it. */
    private static List<String> lines(Graphics2D g, Font font, String text, double width) {
        List<String> lines = new ArrayList<>();
        BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
        breaks.setText(text);
        int begun = 0;
        int fitting = 0;
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            boolean fits = Ink.width(g, font, text.substring(begun, end).strip()) <= width;
            if (!fits && fitting > begun) {
                lines.add(text.substring(begun, fitting).strip());
                begun = fitting;
            }
            fitting = end;
        }
        if (begun < text.length()) {
            lines.add(text.substring(begun).strip());
        }
        return lines;
    }
}
