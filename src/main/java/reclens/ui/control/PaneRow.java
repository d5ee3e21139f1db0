package reclens.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/**
 * Panes beside each other with dividers. All but the last have a width in pixels, which the user can change by dragging or
 * with the arrow keys; the last takes the rest. (JavaFX's SplitPane thinks in shares of its width and loses them when it is
 * laid out before its final size is known.)
 */
public final class PaneRow extends Region {
    private static final double GRIP = 7;
    private static final double KEY_STEP = 16;
    private static final double LEAST = 150;
    private static final double LEAST_REST = 320;

    private final List<Region> panes = new ArrayList<>();
    private final List<Region> grips = new ArrayList<>();
    private double[] widths = {};
    private Consumer<double[]> resized = w -> {};

    public PaneRow() {
        getStyleClass().add("pane-row");
        setMinWidth(0);
    }

    /** @param action told the widths of all but the last pane when the user changed one */
    public void onResized(Consumer<double[]> action) {
        resized = action;
    }

    /**
     * @param newPanes left to right
     * @param newWidths of all but the last, in pixels
     */
    public void show(List<? extends Region> newPanes, double... newWidths) {
        panes.clear();
        panes.addAll(newPanes);
        widths = newWidths.clone();
        while (grips.size() < widths.length) {
            grips.add(grip(grips.size()));
        }
        keepOnly();
        requestLayout();
    }

    /**
     * What is not wanted now is hidden, not taken out: what comes back into a scene has its styles looked up anew, which takes
     * several frames. New panes go in after the pane on their left, so that the Tab key finds them from left to right.
     */
    private void keepOnly() {
        List<Region> wanted = new ArrayList<>(panes);
        wanted.addAll(grips.subList(0, widths.length));
        for (Node child : getChildren()) {
            boolean shown = wanted.contains(child);
            child.setManaged(shown);
            child.setVisible(shown);
        }
        for (int i = 0; i < wanted.size(); i++) {
            if (!getChildren().contains(wanted.get(i))) {
                getChildren().add(i == 0 ? 0 : getChildren().indexOf(wanted.get(i - 1)) + 1, wanted.get(i));
            }
        }
    }

    private Region grip(int index) {
        Region grip = new Region();
        grip.getStyleClass().add("pane-grip");
        grip.setCursor(Cursor.H_RESIZE);
        grip.setFocusTraversable(true);
        grip.setAccessibleRole(AccessibleRole.THUMB);
        grip.setAccessibleText(reclens.ui.UiText.get("pane.divider"));
        double[] from = new double[2];
        grip.setOnMousePressed(e -> {
            from[0] = e.getSceneX();
            from[1] = widths[index];
        });
        grip.setOnMouseDragged(e -> resize(index, from[1] + (e.getSceneX() - from[0]) / ScaledRoot.scaleOf(this)));
        grip.setOnMouseReleased(e -> resized.accept(widths.clone()));
        grip.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.LEFT || e.getCode() == KeyCode.RIGHT) {
                resize(index, widths[index] + (e.getCode() == KeyCode.LEFT ? -KEY_STEP : KEY_STEP));
                resized.accept(widths.clone());
                e.consume();
            }
        });
        return grip;
    }

    private void resize(int index, double width) {
        double others = 0;
        for (int i = 0; i < widths.length; i++) {
            others += i == index ? 0 : widths[i];
        }
        widths[index] = Math.max(LEAST, Math.min(width, getWidth() - others - LEAST_REST));
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double x = 0;
        double height = getHeight();
        for (int i = 0; i < panes.size(); i++) {
            boolean last = i == panes.size() - 1;
            double width = last ? Math.max(0, getWidth() - x) : Math.min(widths[i], Math.max(0, getWidth() - x));
            // The divider is the last pixel of a pane; its grip reaches over both neighbours.
            panes.get(i).resizeRelocate(x, 0, last ? width : Math.max(0, width - 1), height);
            x += width;
            if (!last) {
                grips.get(i).resizeRelocate(x - 1 - (GRIP - 1) / 2, 0, GRIP, height);
            }
        }
    }
}
