package reclens.ui.welcome;

import javafx.beans.binding.Bindings;
import javafx.scene.Group;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Scale;

/** A small drawing of what a sample shows: bars, a heatmap, areas over time. Invented shapes, no data. */
final class SamplePicture extends Pane {
    private static final double HEIGHT = 124;
    /** What it is drawn for; in a narrower card it is drawn narrower. */
    private static final double WIDTH = 302;

    private static final int[] BARS = {122, 75, 52, -31, 32, 23, -15};
    private static final int[] LABELS = {75, 64, 81, 56, 69, 77, 48};
    private static final String CELLS = "98765231010020110012343257899888" + "00110243578876543121012399844120";

    private final Group drawing = new Group();

    private SamplePicture() {
        Scale narrower = new Scale(1, 1);
        narrower.xProperty().bind(Bindings.min(1, widthProperty().divide(WIDTH)));
        drawing.getTransforms().add(narrower);
        getChildren().add(drawing);
        getStyleClass().add("sample-picture");
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
    }

    static SamplePicture of(String sample) {
        SamplePicture picture = new SamplePicture();
        switch (sample) {
            case "feed" -> picture.heatmap();
            case "video" -> picture.areas();
            default -> picture.bars();
        }
        return picture;
    }

    private void bars() {
        for (int i = 0; i < BARS.length; i++) {
            double y = 17 + i * 13.5;
            rectangle(18, y + 1, LABELS[i], 6, "picture-text").setArcWidth(6);
            boolean supports = BARS[i] > 0;
            rectangle(
                    supports ? 134 : 134 + BARS[i],
                    y,
                    Math.abs(BARS[i]),
                    8,
                    supports ? "picture-supports" : "picture-against");
        }
        rectangle(133, 12, 1, 100, "picture-axis");
    }

    private void heatmap() {
        for (int row = 0; row < 7; row++) {
            rectangle(18, 17 + row * 13.5, 26, 6, "picture-text").setArcWidth(6);
            for (int column = 0; column < 15; column++) {
                char step = CELLS.charAt((row * 17 + column * 3) % CELLS.length());
                rectangle(54 + column * 14.0, 14 + row * 13.5, 13, 12.5, "picture-" + step);
            }
        }
    }

    private void areas() {
        area("picture-8", 18, 14, 284, 14, 284, 110, 18, 110);
        area("picture-5", 18, 32, 70, 26, 130, 30, 190, 52, 230, 74, 284, 80, 284, 110, 18, 110);
        area("picture-2", 18, 50, 60, 48, 110, 70, 150, 84, 210, 92, 284, 96, 284, 110, 18, 110);
        rectangle(160, 8, 1.5, 106, "picture-axis");
    }

    private void area(String style, double... points) {
        Polygon area = new Polygon(points);
        area.getStyleClass().add(style);
        drawing.getChildren().add(area);
    }

    private Rectangle rectangle(double x, double y, double width, double height, String style) {
        Rectangle rectangle = new Rectangle(x, y, width, height);
        rectangle.getStyleClass().add(style);
        drawing.getChildren().add(rectangle);
        return rectangle;
    }
}
