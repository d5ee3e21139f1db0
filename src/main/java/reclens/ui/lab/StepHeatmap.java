package reclens.ui.lab;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import reclens.ui.UiText;
import reclens.ui.chart.ChartTheme;
import reclens.ui.control.SharpCanvas;

/**
 * One step as a heatmap with numbers and a colour bar. The query and key under the pointer, or under the cursor that the arrow
 * keys move, are marked in all steps.
 */
final class StepHeatmap extends Pane {
    private static final int MOST_WITH_NUMBERS = 10;

    private final SharpCanvas cells = new SharpCanvas();
    private final SharpCanvas marks = new SharpCanvas();
    private final StepMatrix matrix;
    private final Links links;
    private final StepPainter painter;
    private int cursorRow = -1;
    private int cursorColumn = -1;

    /**
     * What all steps share.
     *
     * @param query marked query; -1 for none
     * @param key marked key; -1 for none
     * @param readout the cell under pointer or cursor in words; empty for none
     * @param numbers whether wide matrices have numbers in their cells too
     * @param theme colours
     */
    record Links(
            IntegerProperty query,
            IntegerProperty key,
            StringProperty readout,
            BooleanProperty numbers,
            ChartTheme theme) {}

    StepHeatmap(StepMatrix matrix, Links links) {
        this.matrix = matrix;
        this.links = links;
        painter = new StepPainter(matrix, matrix.columns() <= MOST_WITH_NUMBERS || links.numbers.get());
        marks.setMouseTransparent(true);
        getChildren().addAll(cells, marks);
        getStyleClass().add("step-heatmap");
        setMinSize(painter.width(), painter.height());
        setMaxSize(painter.width(), painter.height());
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        speak();
        setOnMouseMoved(e -> point(painter.row(e.getY()), painter.column(e.getX())));
        setOnMouseExited(e -> point(cursorRow, cursorColumn));
        setOnMousePressed(e -> {
            requestFocus();
            moveTo(painter.row(e.getY()), painter.column(e.getX()));
        });
        setOnKeyPressed(this::press);
        focusedProperty().addListener((p, was, now) -> {
            if (now) {
                moveTo(Math.max(0, cursorRow), Math.max(0, cursorColumn));
            } else {
                cursorRow = -1;
                cursorColumn = -1;
                point(-1, -1);
            }
        });
        draw();
    }

    private void press(KeyEvent e) {
        int row = Math.max(0, cursorRow);
        int column = Math.max(0, cursorColumn);
        switch (e.getCode()) {
            case UP -> row--;
            case DOWN -> row++;
            case LEFT -> column--;
            case RIGHT -> column++;
            case HOME -> column = 0;
            case END -> column = matrix.columns() - 1;
            case PAGE_UP -> row = 0;
            case PAGE_DOWN -> row = matrix.rows() - 1;
            default -> {
                return;
            }
        }
        moveTo(Math.max(0, Math.min(matrix.rows() - 1, row)), Math.max(0, Math.min(matrix.columns() - 1, column)));
        e.consume();
    }

    private void moveTo(int row, int column) {
        if (row < 0 || column < 0) {
            return;
        }
        cursorRow = row;
        cursorColumn = column;
        point(row, column);
        speak();
    }

    /** Marks the query and key of a cell in all steps; nothing for a place outside. */
    private void point(int row, int column) {
        StepRole role = matrix.role();
        boolean inside = row >= 0 && column >= 0;
        links.query.set(inside && role.rows() == StepRole.Axis.QUERY ? row : -1);
        links.key.set(
                !inside
                        ? -1
                        : role.columns() == StepRole.Axis.KEY ? column : role.rows() == StepRole.Axis.KEY ? row : -1);
        links.readout.set(inside ? words(row, column) : "");
        mark();
    }

    private String words(int row, int column) {
        return UiText.format(
                "lab.tip", matrix.name(), Integer.toString(row), Integer.toString(column), matrix.words(row, column));
    }

    private void speak() {
        setAccessibleText(
                cursorRow < 0
                        ? UiText.format(
                                "lab.step.spoken",
                                matrix.name(),
                                Integer.toString(matrix.rows()),
                                Integer.toString(matrix.columns()))
                        : words(cursorRow, cursorColumn));
    }

    void draw() {
        double scale = links.theme.scale().doubleValue();
        cells.fit(painter.width(), painter.height(), scale);
        marks.fit(painter.width(), painter.height(), scale);
        painter.draw(cells.cleared(), links.theme.tokens());
        mark();
    }

    void mark() {
        StepRole role = matrix.role();
        int row = role.rows() == StepRole.Axis.QUERY
                ? links.query.get()
                : role.rows() == StepRole.Axis.KEY ? links.key.get() : -1;
        int column = role.columns() == StepRole.Axis.KEY ? links.key.get() : -1;
        painter.mark(marks.cleared(), links.theme.tokens(), row, column, cursorRow, cursorColumn);
    }
}
