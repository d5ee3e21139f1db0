package reclens.ui.chart;

import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.scene.Node;
import javafx.scene.Parent;

/** Puts off the drawing of a chart that cannot be seen, and has it laid out again when it can be. */
final class WhenSeen implements InvalidationListener {
    private final Parent chart;
    /** What hides the chart; null while nothing is known to. */
    private Node hides;

    WhenSeen(Parent chart) {
        this.chart = chart;
    }

    /** Whether the chart and everything around it are visible. */
    boolean now() {
        for (Node around = chart; hides == null && around != null; around = around.getParent()) {
            if (!around.isVisible()) {
                hides = around;
                hides.visibleProperty().addListener(this);
            }
        }
        return hides == null;
    }

    @Override
    public void invalidated(Observable visible) {
        if (hides.isVisible()) {
            hides.visibleProperty().removeListener(this);
            hides = null;
            chart.requestLayout();
        }
    }
}
