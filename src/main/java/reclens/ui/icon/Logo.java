package reclens.ui.icon;

import javafx.scene.Group;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Scale;

/** The application's sign: bars of a chart under a lens. Drawn on a grid of 32. */
public final class Logo extends StackPane {
    public Logo(double size) {
        Group sign = new Group(
                block("logo-ground", 0, 0, 32, 32, 8),
                block("logo-bar", 5.5, 6.5, 13, 4, 2),
                block("logo-bar", 5.5, 13, 8, 4, 2),
                block("logo-bar", 5.5, 19.5, 5, 4, 2),
                lens(),
                handle());
        sign.getTransforms().add(new Scale(size / 32, size / 32, 0, 0));
        getChildren().add(new Group(sign));
        setMinSize(size, size);
        setMaxSize(size, size);
    }

    private static Rectangle block(String styleClass, double x, double y, double width, double height, double radius) {
        Rectangle block = new Rectangle(x, y, width, height);
        block.setArcWidth(radius * 2);
        block.setArcHeight(radius * 2);
        block.getStyleClass().add(styleClass);
        return block;
    }

    private static Circle lens() {
        Circle lens = new Circle(20, 19, 5);
        lens.getStyleClass().add("logo-lens");
        return lens;
    }

    private static Line handle() {
        Line handle = new Line(23.7, 22.7, 27, 26);
        handle.getStyleClass().add("logo-lens");
        return handle;
    }
}
