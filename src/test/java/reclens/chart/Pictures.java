package reclens.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;

/** Draws charts into pictures; those of the tests are kept in {@code target/pictures} to be looked at. */
final class Pictures {
    private Pictures() {}

    static BufferedImage draw(JFreeChart chart, ChartRenderingInfo info, int width, int height, Tokens tokens) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(tokens.color("surface"));
        g.fillRect(0, 0, width, height);
        chart.draw(g, new Rectangle2D.Double(12, 12, width - 24.0, height - 24.0), info);
        g.dispose();
        return image;
    }

    static void save(BufferedImage image, String name) {
        try {
            Path folder = Files.createDirectories(Path.of("target", "pictures"));
            ImageIO.write(image, "png", folder.resolve(name + ".png").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
