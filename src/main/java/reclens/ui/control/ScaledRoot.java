package reclens.ui.control;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.value.ObservableDoubleValue;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;
import javafx.stage.Popup;

/**
 * The root of a window or popup: shows what is inside larger, all of it: type, rows, panes, charts. Inside, sizes stay those of the
 * grid, and the window seems smaller.
 */
public final class ScaledRoot extends Region {
    private final DoubleProperty scale = new SimpleDoubleProperty(this, "scale", 1);
    private final DoubleProperty wanted = new SimpleDoubleProperty(this, "wanted", 1);
    private final double leastWidth;
    private final double leastHeight;
    private final Scale transform = new Scale(1, 1);
    private Region content = new Region();

    public ScaledRoot() {
        this(0, 0);
    }

    private ScaledRoot(double leastWidth, double leastHeight) {
        this.leastWidth = leastWidth;
        this.leastHeight = leastHeight;
        transform.xProperty().bind(scale);
        transform.yProperty().bind(scale);
        scale.addListener((p, was, now) -> requestLayout());
    }

    /** @param followed 1 for the size that the inside was drawn for */
    public ScaledRoot(ObservableDoubleValue followed) {
        this(followed, 0, 0);
    }

    /**
     * Does not grow beyond what leaves the inside the room that it needs.
     *
     * @param leastWidth pixels that the inside needs, in its own size; 0 for what scrolls
     */
    public ScaledRoot(ObservableDoubleValue followed, double leastWidth, double leastHeight) {
        this(leastWidth, leastHeight);
        wanted.bind(followed);
        wanted.addListener((p, was, now) -> fit());
        widthProperty().addListener((p, was, now) -> fit());
        heightProperty().addListener((p, was, now) -> fit());
        fit();
    }

    private void fit() {
        double room = Math.min(room(getWidth(), leastWidth), room(getHeight(), leastHeight));
        scale.set(Math.min(wanted.get(), Math.max(1, room)));
    }

    /** Infinite before the window has a size. */
    private static double room(double size, double least) {
        return size <= 0 || least <= 0 ? Double.POSITIVE_INFINITY : size / least;
    }

    /** How much larger the inside is shown; less than what is wanted where there is no room for more. */
    public ReadOnlyDoubleProperty scaleProperty() {
        return scale;
    }

    /** Makes a popup as large as the window that it belongs to. */
    public static void fill(Popup popup, Region content) {
        ScaledRoot root = new ScaledRoot();
        root.show(content);
        popup.getContent().setAll(root);
        popup.addEventHandler(
                javafx.stage.WindowEvent.WINDOW_SHOWING, e -> root.scale.set(scaleOf(popup.getOwnerNode())));
    }

    public void show(Region inside) {
        content.getTransforms().remove(transform);
        content = inside;
        content.getTransforms().add(transform);
        getChildren().setAll(content);
    }

    /** How much larger a node is shown than it was drawn for. */
    public static double scaleOf(Node node) {
        return node != null && node.getScene() != null && node.getScene().getRoot() instanceof ScaledRoot root
                ? root.scale.get()
                : 1;
    }

    /** Width of the node's window in the node's own pixels; {@code otherwise} while it is in none. */
    public static double windowWidth(Node node, double otherwise) {
        return node.getScene() == null ? otherwise : node.getScene().getWidth() / scaleOf(node);
    }

    @Override
    protected void layoutChildren() {
        content.resizeRelocate(0, 0, getWidth() / scale.get(), getHeight() / scale.get());
    }

    @Override
    protected double computeMinWidth(double height) {
        return content.minWidth(height < 0 ? height : height / scale.get()) * scale.get();
    }

    @Override
    protected double computeMinHeight(double width) {
        return content.minHeight(width < 0 ? width : width / scale.get()) * scale.get();
    }

    @Override
    protected double computePrefWidth(double height) {
        return content.prefWidth(height < 0 ? height : height / scale.get()) * scale.get();
    }

    @Override
    protected double computePrefHeight(double width) {
        return content.prefHeight(width < 0 ? width : width / scale.get()) * scale.get();
    }
}
