package reclens.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.batik.parser.AWTPathProducer;
import org.apache.batik.parser.PathParser;
import reclens.text.EventKinds;

/** The icons of the folder {@code icons} as Java2D shapes in a square of 24 units. */
public final class Icons {
    private static final String FOLDER = "/reclens/icons/";
    private static final double UNITS = 24;
    private static final Pattern PATH = Pattern.compile("<path d=\"([^\"]+)\"");
    private static final Set<String> EVENTS = Set.of("view", "cart", "purchase", "wishlist", "rating", "click");
    private static final Map<String, Shape> SHAPES = new ConcurrentHashMap<>();

    private Icons() {}

    /** The icon of an event type; a neutral dot for types without one of their own. */
    public static Shape event(String type) {
        return shape("events/" + eventFile(type));
    }

    /** Name of the event's file below {@code events/}, without its ending. */
    public static String eventFile(String type) {
        String key = type.toLowerCase(Locale.ROOT);
        return EVENTS.contains(key) ? key : EventKinds.of(type);
    }

    /** Token of the event type's colour. */
    public static String eventToken(String type) {
        return "event-" + EventKinds.of(type);
    }

    /** The icon of a verdict, by {@code Verdict.key()}. */
    public static Shape verdict(String key) {
        return shape("verdicts/" + key);
    }

    /** The application icon in one of the sizes 16, 32, 48, 64, 128, 256, 512. */
    public static BufferedImage application(int size) {
        String resource = FOLDER + "reclens-" + size + ".png";
        try (InputStream in = Objects.requireNonNull(Icons.class.getResourceAsStream(resource), resource)) {
            return ImageIO.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " cannot be read", e);
        }
    }

    /** Draws a shape of 24 units into a square. */
    public static void draw(Graphics2D g, Shape icon, Color color, double x, double y, double size) {
        AffineTransform place = AffineTransform.getTranslateInstance(x, y);
        place.scale(size / UNITS, size / UNITS);
        g.setColor(color);
        g.fill(place.createTransformedShape(icon));
    }

    /**
     * Draws an event type's icon in its disc: purchases filled, all others hollow, so that shape and weight tell them apart
     * without colour.
     */
    public static void drawEvent(Graphics2D g, String type, double cx, double cy, double diameter, Tokens tokens) {
        Color color = tokens.color(eventToken(type));
        boolean filled = eventFile(type).equals("purchase");
        double stroke =
                eventToken(type).equals("event-view") || eventToken(type).equals("event-other") ? 1 : 1.5;
        double inset = filled ? 0 : stroke / 2;
        Shape disc = new Ellipse2D.Double(
                cx - diameter / 2 + inset, cy - diameter / 2 + inset, diameter - 2 * inset, diameter - 2 * inset);
        if (filled) {
            g.setColor(color);
            g.fill(disc);
        } else {
            g.setColor(tokens.color("surface"));
            g.fill(disc);
            g.setColor(color);
            g.setStroke(new BasicStroke((float) stroke));
            g.draw(disc);
        }
        double size = diameter * 0.64;
        draw(g, event(type), filled ? tokens.color("surface") : color, cx - size / 2, cy - size / 2, size);
    }

    /** The value of the {@code d} attribute of an icon, for JavaFX's {@code SVGPath}. */
    public static String path(String name) {
        String resource = FOLDER + name + ".svg";
        try (InputStream in = Objects.requireNonNull(Icons.class.getResourceAsStream(resource), resource)) {
            Matcher matcher = PATH.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            if (!matcher.find()) {
                throw new IllegalStateException(resource + " has no path");
            }
            return matcher.group(1);
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " cannot be read", e);
        }
    }

    private static Shape shape(String name) {
        return SHAPES.computeIfAbsent(name, n -> {
            PathParser parser = new PathParser();
            AWTPathProducer producer = new AWTPathProducer();
            producer.setWindingRule(java.awt.geom.PathIterator.WIND_NON_ZERO);
            parser.setPathHandler(producer);
            parser.parse(path(n));
            return producer.getShape();
        });
    }
}
