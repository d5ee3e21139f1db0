package reclens.ui.chart;

import javafx.scene.canvas.GraphicsContext;
import org.jfree.fx.FXGraphics2D;
import reclens.chart.Icons;
import reclens.chart.Tokens;

/** The disc of an event type on a canvas, as the charts draw it. */
public final class DrawnEvent {
    private DrawnEvent() {}

    public static void draw(GraphicsContext g, Tokens tokens, String type, double x, double y, double diameter) {
        g.save();
        Icons.drawEvent(new FXGraphics2D(g), type, x, y, diameter, tokens);
        g.restore();
    }
}
