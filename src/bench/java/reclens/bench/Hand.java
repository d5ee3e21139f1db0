package reclens.bench;

import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import reclens.ui.chart.AttentionHeatmapView;

/** What is done in the window by hand. On the window's thread. */
final class Hand {
    private final Parent view;
    private final Random random;

    Hand(Parent view, Random random) {
        this.view = view;
        this.random = random;
    }

    AttentionHeatmapView heatmap() {
        return (AttentionHeatmapView) view.lookupAll(".chart-pane").stream()
                .filter(AttentionHeatmapView.class::isInstance)
                .findFirst()
                .orElseThrow();
    }

    /** Moves the pointer over some place of every chart that is seen. */
    void hover() {
        for (Node chart : view.lookupAll(".chart-pane")) {
            if (seen(chart)) {
                double x = chart.getLayoutBounds().getWidth() * random.nextDouble();
                double y = chart.getLayoutBounds().getHeight() * random.nextDouble();
                Point2D at = chart.localToScreen(x, y);
                if (at != null) {
                    chart.fireEvent(moved(x, y, at));
                }
            }
        }
    }

    private static MouseEvent moved(double x, double y, Point2D at) {
        return new MouseEvent(
                MouseEvent.MOUSE_MOVED,
                x,
                y,
                at.getX(),
                at.getY(),
                MouseButton.NONE,
                0,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                true,
                false,
                true,
                null);
    }

    private static boolean seen(Node node) {
        return node.getScene() != null
                && Stream.iterate(node, Objects::nonNull, Node::getParent).allMatch(Node::isVisible);
    }

    /** Goes to some row of a list that is shown. */
    void jump(String styleClass) {
        if (view.lookup("." + styleClass) instanceof ListView<?> rows
                && !rows.getItems().isEmpty()) {
            rows.scrollTo(random.nextInt(rows.getItems().size()));
        }
    }

    /** Goes to the first row of a list, and returns a step of which {@code steps} lead to the last. */
    Runnable fromTheTop(String styleClass, int steps) {
        ListView<?> rows = (ListView<?>) view.lookup("." + styleClass);
        VirtualFlow<?> flow = (VirtualFlow<?>) rows.lookup(".virtual-flow");
        rows.scrollTo(0);
        double pixels = rows.getItems().size() * rows.getFixedCellSize() / steps;
        return () -> flow.scrollPixels(pixels);
    }
}
