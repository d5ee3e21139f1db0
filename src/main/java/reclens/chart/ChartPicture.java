package reclens.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
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
        double head = style.px(32);
        double foot = words.foot().isEmpty() ? 0 : style.px(22);
        int w = (int) Math.ceil((width + 2 * MARGIN) * scale);
        int h = (int) Math.ceil((height + 2 * MARGIN + head + foot) * scale);
        BufferedImage image = new BufferedImage(w, h, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        Ink.smooth(g);
        g.setColor(style.color("surface"));
        g.fillRect(0, 0, w, h);
        g.scale(scale, scale);
        Font bold = style.bold("size-control");
        Font small = style.regular("size-axis");
        double y = MARGIN + style.px(14);
        double after = Ink.left(g, bold, style.color("text"), Ink.fit(g, bold, words.title(), width), MARGIN, y)
                + style.px(10);
        Ink.left(
                g,
                small,
                style.color("text-second"),
                Ink.fit(g, small, words.subtitle(), Math.max(0, width + MARGIN - after)),
                after,
                y);
        ChartRenderingInfo info = new ChartRenderingInfo(null);
        chart.draw(g, new Rectangle2D.Double(MARGIN, MARGIN + head, width, height), info);
        marks.accept(g, ChartGeometry.of(chart, info));
        Ink.left(
                g,
                small,
                style.color("text-third"),
                Ink.fit(g, small, words.foot(), width),
                MARGIN,
                MARGIN + head + height + foot - style.px(4));
        g.dispose();
        return image;
    }
}
