package reclens.ui.chart;

import javafx.geometry.Rectangle2D;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The exact value beside the hovered part; stays inside the chart. */
final class ChartTip extends VBox {
    private static final double GAP = 12;

    private final Label value = new Label();
    private final Label note = new Label();
    private final VBox lines = new VBox(2);

    ChartTip() {
        getStyleClass().add("chart-tip");
        value.getStyleClass().add("chart-tip-value");
        note.getStyleClass().add("second-line");
        HBox head = new HBox(8, value, note);
        head.setAlignment(javafx.geometry.Pos.BASELINE_LEFT);
        getChildren().addAll(head, lines);
        setMouseTransparent(true);
        setManaged(false);
        setVisible(false);
    }

    /** Shows a text beside an area and says where the tip stands, in pixels of the chart. */
    Rectangle2D show(TipText text, Rectangle2D area, double width, double height) {
        value.setText(text.value());
        note.setText(text.note());
        lines.getChildren().setAll(text.lines().stream().map(ChartTip::line).toList());
        applyCss();
        double w = Math.min(prefWidth(-1), width);
        double h = prefHeight(w);
        boolean right = area.getMaxX() + GAP + w <= width;
        boolean left = area.getMinX() - GAP - w >= 0;
        double x = right ? area.getMaxX() + GAP : left ? area.getMinX() - GAP - w : Math.max(0, (width - w) / 2);
        double y = right || left ? area.getMinY() - h / 2 : area.getMaxY() + GAP;
        if (!right && !left && y + h > height) {
            y = area.getMinY() - GAP - h;
        }
        y = Math.max(0, Math.min(height - h, y));
        resizeRelocate(Math.round(x), Math.round(y), Math.ceil(w), Math.ceil(h));
        layout();
        setVisible(true);
        return new Rectangle2D(Math.round(x), Math.round(y), Math.ceil(w), Math.ceil(h));
    }

    private static Label line(String text) {
        Label line = new Label(text);
        line.getStyleClass().add("chart-tip-line");
        line.setWrapText(true); // a tip is no wider than its chart, and it says what the chart had to cut
        return line;
    }
}
