package reclens.ui.control;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.FXCollections;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;

/**
 * A popup with a list that a text field narrows down. Arrows, Enter and Escape work from the field.
 *
 * @param <T> what is chosen from
 */
public final class PickList<T> {
    private static final double WIDTH = 380;
    private static final double ROW = 40;

    private final Popup popup = new Popup();
    private final Label title = new Label();
    private final TextField search = new TextField();
    private final ListView<T> list = new ListView<>();
    private final VBox pane = new VBox(8, title, search, list);
    private Function<String, List<T>> find = text -> List.of();
    private Consumer<List<T>> found = rows -> {};
    private Consumer<T> chosen = row -> {};

    /**
     * @param height of the popup, in pixels
     * @param name first line of a row
     * @param note second line; may be empty
     */
    public PickList(double height, String prompt, Function<T, String> name, Function<T, String> note) {
        title.getStyleClass().add("card-title");
        search.setPromptText(prompt);
        search.textProperty().addListener((p, was, now) -> find());
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.getStyleClass().addAll("plain-list", "pick-list");
        list.setFixedCellSize(ROW);
        list.setCellFactory(l -> new Row<>(name, note));
        list.setOnMouseClicked(e -> choose());
        list.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER) {
                choose();
                e.consume();
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        pane.getStyleClass().addAll("popup-pane", "picker");
        pane.setPrefSize(WIDTH, height);
        ScaledRoot.fill(popup, pane);
        popup.setAutoHide(true);
    }

    /** Puts a line between the field and the list. */
    public void above(Node line) {
        pane.getChildren().add(pane.getChildren().indexOf(list), line);
    }

    /** Puts a line below the list. */
    public void below(Node line) {
        pane.getChildren().add(line);
    }

    /** @param action told what matches, whenever that changes */
    public void onFound(Consumer<List<T>> action) {
        found = action;
    }

    public ReadOnlyObjectProperty<T> selectedProperty() {
        return list.getSelectionModel().selectedItemProperty();
    }

    /**
     * @param near the control below which it opens
     * @param heading what is chosen
     * @param matches what matches a text; all for an empty one
     * @param action told what was chosen
     */
    public void open(Node near, String heading, Function<String, List<T>> matches, Consumer<T> action) {
        find = matches;
        chosen = action;
        title.setText(heading);
        search.setAccessibleText(heading);
        list.setAccessibleText(heading);
        search.clear();
        find();
        Bounds place = near.localToScreen(near.getBoundsInLocal());
        popup.show(near, place.getMinX(), place.getMaxY() + 4);
        search.requestFocus();
    }

    private void find() {
        List<T> rows = find.apply(search.getText().strip());
        list.setItems(FXCollections.observableArrayList(rows));
        list.getSelectionModel().selectFirst();
        found.accept(rows);
    }

    private void key(KeyEvent e) {
        int at = list.getSelectionModel().getSelectedIndex();
        switch (e.getCode()) {
            case DOWN -> select(at + 1);
            case UP -> select(at - 1);
            case ENTER -> choose();
            case ESCAPE -> popup.hide();
            default -> {
                return;
            }
        }
        e.consume();
    }

    private void select(int row) {
        if (!list.getItems().isEmpty()) {
            int to = Math.max(0, Math.min(list.getItems().size() - 1, row));
            list.getSelectionModel().clearAndSelect(to);
            Lists.reveal(list, to);
        }
    }

    private void choose() {
        T row = list.getSelectionModel().getSelectedItem();
        if (row != null) {
            popup.hide();
            chosen.accept(row);
        }
    }

    private static final class Row<T> extends ListCell<T> {
        private final Function<T, String> nameOf;
        private final Function<T, String> noteOf;
        private final Label name = new Label();
        private final Label note = new Label();
        private final VBox box = new VBox(name, note);

        Row(Function<T, String> nameOf, Function<T, String> noteOf) {
            this.nameOf = nameOf;
            this.noteOf = noteOf;
            name.getStyleClass().add("row-title");
            note.getStyleClass().add("second-line");
            box.setAlignment(Pos.CENTER_LEFT);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(T row, boolean empty) {
            super.updateItem(row, empty);
            setGraphic(empty || row == null ? null : box);
            if (!empty && row != null) {
                name.setText(nameOf.apply(row));
                note.setText(noteOf.apply(row));
                setAccessibleText(name.getText() + ", " + note.getText());
            }
        }
    }
}
