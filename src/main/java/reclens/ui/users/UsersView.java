package reclens.ui.users;

import atlantafx.base.controls.CustomTextField;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import reclens.ui.UiText;
import reclens.ui.control.Lists;
import reclens.ui.icon.Icons;

/** A list of users with a search above it. */
public final class UsersView extends VBox {
    private final UsersViewModel model;
    private final ListView<UserRow> list;
    private final CustomTextField search = new CustomTextField();
    private boolean busy;

    public UsersView(UsersViewModel model) {
        this.model = model;
        getStyleClass().add("pane");
        list = new ListView<>(model.shown());
        list.getStyleClass().addAll("plain-list", "user-list");
        list.setFixedCellSize(38);
        list.setCellFactory(l -> new UserCell(model));
        list.setAccessibleText(UiText.get("users.title"));
        list.setPlaceholder(placeholder());
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(head(), searchBox(), columns(), list);
        connect();
    }

    public void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    private HBox head() {
        Label title = new Label(UiText.get("users.title"));
        title.getStyleClass().add("pane-title");
        title.setMinWidth(USE_PREF_SIZE);
        Label count = new Label();
        count.getStyleClass().add("second-line");
        count.textProperty().bind(model.countProperty());
        HBox head = new HBox(8, title, count);
        head.getStyleClass().add("pane-head");
        return head;
    }

    private HBox searchBox() {
        search.setLeft(Icons.of("mdi2m-magnify", 16, "icon-second"));
        search.promptTextProperty().bind(word("users.search"));
        search.accessibleTextProperty().bind(search.promptTextProperty());
        search.textProperty().bindBidirectional(model.searchProperty());
        search.setOnKeyPressed(e -> {
            if ((e.getCode() == KeyCode.DOWN || e.getCode() == KeyCode.ENTER)
                    && !model.shown().isEmpty()) {
                list.requestFocus();
                list.getSelectionModel()
                        .select(Math.max(0, list.getSelectionModel().getSelectedIndex()));
                e.consume();
            }
        });
        HBox.setHgrow(search, Priority.ALWAYS);
        HBox box = new HBox(search);
        box.getStyleClass().add("pane-search");
        return box;
    }

    private HBox columns() {
        Label left = new Label();
        left.textProperty().bind(word("users.column.user"));
        Label right = new Label(UiText.get("users.column.events"));
        left.getStyleClass().add("column-head");
        right.getStyleClass().add("column-head");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox columns = new HBox(left, gap, right);
        columns.setAlignment(Pos.CENTER_LEFT);
        columns.getStyleClass().add("pane-columns");
        return columns;
    }

    /** What names segments only where users have some. */
    private ObservableValue<String> word(String key) {
        return model.segmentedProperty().map(segmented -> UiText.get(segmented ? key : key + ".plain"));
    }

    private static Label placeholder() {
        Label label = new Label(UiText.get("users.none"));
        label.getStyleClass().add("second-line");
        return label;
    }

    private void connect() {
        list.getSelectionModel().selectedItemProperty().addListener((p, was, now) -> {
            if (now != null && !busy) {
                busy = true;
                model.selectedProperty().set(now.id());
                busy = false;
            }
        });
        model.selectedProperty().addListener((p, was, now) -> showSelected());
        model.shown().addListener((ListChangeListener<UserRow>) c -> showSelected());
        showSelected();
    }

    /** The selected user stays selected while a search hides it. */
    private void showSelected() {
        if (busy) {
            return;
        }
        busy = true;
        String id = model.selectedProperty().get();
        int row = -1;
        for (int i = 0; i < model.shown().size() && row < 0; i++) {
            row = model.shown().get(i).id().equals(id) ? i : -1;
        }
        if (row >= 0) {
            list.getSelectionModel().clearAndSelect(row);
            Lists.reveal(list, row);
        } else {
            list.getSelectionModel().clearSelection();
        }
        busy = false;
    }
}
