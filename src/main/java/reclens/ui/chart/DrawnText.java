package reclens.ui.chart;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import reclens.ui.theme.HanFont;

/** Text on a canvas: measured, cut with an ellipsis where it does not fit. */
public final class DrawnText {
    private static final String ELLIPSIS = "\u2026";
    private static final String FAMILY = "Roboto";

    private static final Text RULER = new Text(); // of the window's thread

    private DrawnText() {}

    public static Font font(double size, boolean bold) {
        return Font.font(FAMILY, bold ? FontWeight.BOLD : FontWeight.NORMAL, size);
    }

    /** Width in pixels. */
    public static double width(String text, Font font) {
        RULER.setText(text);
        RULER.setFont(HanFont.of(font, text));
        return RULER.getLayoutBounds().getWidth();
    }

    /** The text, or as much of its beginning as fits with an ellipsis. */
    public static String cut(String text, Font font, double width) {
        if (width <= 0 || width(text, font) <= width) {
            return text;
        }
        int low = 0;
        int high = text.length();
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (width(text.substring(0, middle).stripTrailing() + ELLIPSIS, font) <= width) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return text.substring(0, low).stripTrailing() + ELLIPSIS;
    }

    /**
     * Writes from {@code x} to the right, its middle at {@code y}.
     *
     * @param most width that it may take; 0 for any
     */
    public static void write(GraphicsContext g, String text, Font font, String color, double x, double y, double most) {
        at(g, cut(text, font, most), font, color, x, y, TextAlignment.LEFT);
    }

    /** Writes so that the text ends at {@code x}. */
    public static void writeRight(GraphicsContext g, String text, Font font, String color, double x, double y) {
        at(g, text, font, color, x, y, TextAlignment.RIGHT);
    }

    /** Writes around {@code x}. */
    public static void writeCentred(GraphicsContext g, String text, Font font, String color, double x, double y) {
        at(g, text, font, color, x, y, TextAlignment.CENTER);
    }

    private static void at(
            GraphicsContext g, String text, Font font, String color, double x, double y, TextAlignment alignment) {
        g.setFont(HanFont.of(font, text));
        g.setFill(Color.web(color));
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(alignment);
        g.fillText(text, x, y);
    }
}
