package reclens.ui.control;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
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
import reclens.ui.UiText;

/** Chooses one of many by typing a part of its name. */
public final class SearchPopup {
    private final Popup popup = new Popup();
    private final Label title = new Label();
    private final TextField search = new TextField();
    private final ListView<Choice> list = new ListView<>();
    private final Label none = new Label(UiText.get("popup.none"));
    private Function<String, List<Choice>> find = text -> List.of();
    private Consumer<String> chosen = id -> {};

    /**
     * Something to choose.
     *
     * @param id what is told when it is chosen
     * @param title its name
     * @param note what else is known of it; may be empty
     */
    public record Choice(String id, String title, String note) {}

    public SearchPopup() {
        title.getStyleClass().add("card-title");
        none.getStyleClass().add("hint");
        search.setPromptText(UiText.get("popup.prompt"));
        search.textProperty().addListener((p, was, now) -> find());
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.getStyleClass().addAll("plain-list", "pick-list");
        list.setFixedCellSize(40);
        list.setCellFactory(l -> new ChoiceCell());
        list.setOnMouseClicked(e -> choose());
        list.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER) {
                choose();
                e.consume();
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox pane = new VBox(8, title, search, list, none);
        pane.getStyleClass().addAll("popup-pane", "picker");
        pane.setPrefSize(380, 420);
        popup.getContent().add(pane);
        popup.setAutoHide(true);
    }

    /**
     * @param near the control below which it opens
     * @param heading what is chosen
     * @param search what matches a text; all for an empty one
     * @param action told the id of what was chosen
     */
    public void open(Node near, String heading, Function<String, List<Choice>> search, Consumer<String> action) {
        find = search;
        chosen = action;
        title.setText(heading);
        this.search.setAccessibleText(heading);
        list.setAccessibleText(heading);
        this.search.clear();
        find();
        Bounds place = near.localToScreen(near.getBoundsInLocal());
        popup.show(near, place.getMinX(), place.getMaxY() + 4);
        this.search.requestFocus();
    }

    private void find() {
        List<Choice> found = find.apply(search.getText().strip());
        list.setItems(FXCollections.observableArrayList(found));
        list.getSelectionModel().selectFirst();
        none.setVisible(found.isEmpty());
        none.setManaged(found.isEmpty());
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
        Choice choice = list.getSelectionModel().getSelectedItem();
        if (choice != null) {
            popup.hide();
            chosen.accept(choice.id());
        }
    }

    private static final class ChoiceCell extends ListCell<Choice> {
        private final Label title = new Label();
        private final Label note = new Label();
        private final VBox box = new VBox(title, note);

        ChoiceCell() {
            title.getStyleClass().add("row-title");
            note.getStyleClass().add("second-line");
            box.setAlignment(Pos.CENTER_LEFT);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Choice choice, boolean empty) {
            super.updateItem(choice, empty);
            setGraphic(empty || choice == null ? null : box);
            if (!empty && choice != null) {
                title.setText(choice.title());
                note.setText(choice.note());
                setAccessibleText(choice.title() + ", " + choice.note());
            }
        }
    }
}
