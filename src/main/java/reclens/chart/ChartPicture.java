package reclens.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.jfree.chart.JFreeChart;

/** A chart with its title as a picture for other programs. */
public final class ChartPicture {
    private static final double MARGIN = 16;

    private ChartPicture() {}

    /**
     * @param title above the chart
     * @param subtitle what the numbers are; may be empty
     * @param width of the chart, in logical pixels
     * @param height of the chart, in logical pixels
     * @param scale pixels of the picture for each logical one
     */
    public static BufferedImage of(
            JFreeChart chart,
            ChartStyle style,
            String title,
            String subtitle,
            double width,
            double height,
            double scale) {
        double head = style.px(32);
        int w = (int) Math.ceil((width + 2 * MARGIN) * scale);
        int h = (int) Math.ceil((height + 2 * MARGIN + head) * scale);
        BufferedImage image = new BufferedImage(w, h, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        Ink.smooth(g);
        g.setColor(style.color("surface"));
        g.fillRect(0, 0, w, h);
        g.scale(scale, scale);
        Font bold = style.bold("size-control");
        Font small = style.regular("size-axis");
        double y = MARGIN + style.px(14);
        double after = Ink.left(g, bold, style.color("text"), Ink.fit(g, bold, title, width), MARGIN, y) + style.px(10);
        Ink.left(
                g,
                small,
                style.color("text-second"),
                Ink.fit(g, small, subtitle, Math.max(0, width + MARGIN - after)),
                after,
                y);
        chart.draw(g, new Rectangle2D.Double(MARGIN, MARGIN + head, width, height));
        g.dispose();
        return image;
    }
}
