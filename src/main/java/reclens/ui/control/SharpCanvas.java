package reclens.ui.control;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.transform.Scale;

/** A canvas with as many pixels as it covers in a window whose inside is scaled: JavaFX would stretch those of the unscaled. */
public final class SharpCanvas extends Canvas {
    private final Scale shrink = new Scale(1, 1);
    private double scale = 1;
    private double width;
    private double height;

    public SharpCanvas() {
        setManaged(false);
        getTransforms().add(shrink);
    }

    /** Whether it has this size already. */
    public boolean fits(double toWidth, double toHeight, double toScale) {
        return width == toWidth && height == toHeight && scale == toScale;
    }

    /**
     * Takes a size; what was drawn in another one is lost.
     *
     * @param toScale how much larger the window shows it
     */
    public void fit(double toWidth, double toHeight, double toScale) {
        if (fits(toWidth, toHeight, toScale)) {
            return;
        }
        width = toWidth;
        height = toHeight;
        scale = toScale;
        setWidth(Math.ceil(width * scale));
        setHeight(Math.ceil(height * scale));
        shrink.setX(1 / scale);
        shrink.setY(1 / scale);
    }

    /** Erases everything; the context draws in unscaled pixels. */
    public GraphicsContext cleared() {
        GraphicsContext g = unscaled();
        g.clearRect(0, 0, getWidth(), getHeight());
        g.setTransform(scale, 0, 0, scale, 0, 0);
        return g;
    }

    /** For what brings its own scaling. */
    public GraphicsContext unscaled() {
        GraphicsContext g = getGraphicsContext2D();
        g.setTransform(1, 0, 0, 1, 0, 0);
        return g;
    }

    public double scale() {
        return scale;
    }
}
