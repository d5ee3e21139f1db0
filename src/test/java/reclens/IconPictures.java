package reclens;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.batik.parser.AWTPathProducer;
import org.apache.batik.parser.PathParser;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Draws {@code icons/reclens.svg} as PNG in all sizes: the command is in {@code icons/README.md}. */
public final class IconPictures {
    private static final int[] SIZES = {16, 32, 48, 64, 128, 256, 512};
    private static final double UNITS = 64;

    private IconPictures() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of("icons");
        NodeList paths = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(folder.resolve("reclens.svg").toFile())
                .getElementsByTagName("path");
        for (int size : SIZES) {
            write(paths, size, folder.resolve("reclens-" + size + ".png"));
        }
    }

    private static void write(NodeList paths, int size, Path file) throws IOException {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.scale(size / UNITS, size / UNITS);
        for (int i = 0; i < paths.getLength(); i++) {
            Element path = (Element) paths.item(i);
            PathParser parser = new PathParser();
            AWTPathProducer producer = new AWTPathProducer();
            parser.setPathHandler(producer);
            parser.parse(path.getAttribute("d"));
            draw(g, producer.getShape(), path);
        }
        g.dispose();
        ImageIO.write(image, "png", file.toFile());
    }

    private static void draw(Graphics2D g, Shape shape, Element path) {
        if (!path.getAttribute("fill").equals("none")) {
            g.setColor(Color.decode(path.getAttribute("fill")));
            g.fill(shape);
        }
        if (path.hasAttribute("stroke")) {
            Color color = Color.decode(path.getAttribute("stroke"));
            String opacity = path.getAttribute("stroke-opacity");
            int alpha = opacity.isEmpty() ? 255 : (int) Math.round(255 * Double.parseDouble(opacity));
            g.setColor(new Color(color.getRed(), color.getGreen(), color.getBlue(), alpha));
            float width = Float.parseFloat(path.getAttribute("stroke-width"));
            g.setStroke(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            g.draw(shape);
        }
    }
}
