package reclens.ui.chart;

import java.util.function.BooleanSupplier;
import javafx.scene.layout.Region;
import reclens.ui.control.ScaledRoot;
import reclens.ui.control.SharpCanvas;

/** When one chart is drawn: with its {@link DrawingTurns turn}, where it can be seen and is not as it should be. */
final class Turn implements BooleanSupplier {
    /** Draws a chart on its canvas. */
    interface Picture {
        /** Returns whether there was something to draw. */
        boolean draw(double width, double height);
    }

    private final Region chart;
    private final SharpCanvas base;
    private final SharpCanvas marks;
    private final Picture picture;
    private final WhenSeen whenSeen;
    private boolean stale = true;

    /** @param marks what is drawn over it, as large as its canvas */
    Turn(Region chart, SharpCanvas base, SharpCanvas marks, Picture picture) {
        this.chart = chart;
        this.base = base;
        this.marks = marks;
        this.picture = picture;
        this.whenSeen = new WhenSeen(chart);
        // What changed while it was in no window, such as the theme, is drawn when it comes back to one.
        chart.sceneProperty().addListener((p, was, now) -> {
            if (now != null && stale) {
                chart.requestLayout();
            }
        });
    }

    /** Asks for a turn whatever was drawn before. Without a layout: only the picture changes. */
    void ask() {
        stale = true;
        DrawingTurns.ask(chart, this);
    }

    /** Asks for a turn if the chart has another size than its picture. */
    void askIfNeeded() {
        if (stale || !fits()) {
            DrawingTurns.ask(chart, this);
        }
    }

    @Override
    public boolean getAsBoolean() {
        double width = width();
        double height = height();
        if (width < 1 || height < 1 || !stale && fits() || chart.getScene() == null || !whenSeen.now()) {
            return false;
        }
        double scale = ScaledRoot.scaleOf(chart);
        base.fit(width, height, scale);
        marks.fit(width, height, scale);
        stale = false;
        return picture.draw(width, height);
    }

    private boolean fits() {
        return base.fits(width(), height(), ScaledRoot.scaleOf(chart));
    }

    private double width() {
        return Math.floor(chart.getWidth());
    }

    private double height() {
        return Math.floor(chart.getHeight());
    }
}
