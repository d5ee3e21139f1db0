package reclens.ui.whatif;

import java.util.List;
import java.util.function.BiConsumer;
import javafx.collections.FXCollections;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import reclens.ui.UiText;
import reclens.ui.workbench.CatalogueSearch;

/** Chooses an item of the catalogue by typing a part of its name. */
final class CataloguePicker {
    private final WhatIfViewModel model;
    private final Popup popup = new Popup();
    private final Label title = new Label();
    private final TextField search = new TextField();
    private final ListView<CatalogueSearch.Found> list = new ListView<>();
    private final Label count = new Label();
    private final ComboBox<String> type = new ComboBox<>();
    private final HBox typeLine = new HBox(8);
    private CatalogueSearch catalogue;
    private BiConsumer<String, String> chosen = (item, kind) -> {};

    CataloguePicker(WhatIfViewModel model) {
        this.model = model;
        title.getStyleClass().add("card-title");
        search.setPromptText(UiText.get("whatif.pick.prompt"));
        search.setAccessibleText(UiText.get("whatif.pick.prompt"));
        search.textProperty().addListener((p, was, now) -> find());
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.getStyleClass().addAll("plain-list", "pick-list");
        list.setAccessibleText(UiText.get("whatif.pick.list"));
        list.setFixedCellSize(40);
        list.setCellFactory(l -> new FoundCell());
        list.setOnMouseClicked(e -> choose());
        list.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER) {
                choose();
                e.consume();
            }
        });
        list.getSelectionModel().selectedItemProperty().addListener((p, was, now) -> showTypes(now));
        VBox.setVgrow(list, Priority.ALWAYS);
        count.getStyleClass().add("hint");
        Label name = new Label(UiText.get("whatif.pick.type"));
        name.getStyleClass().add("control-label");
        type.setAccessibleText(UiText.get("whatif.pick.type"));
        typeLine.getChildren().addAll(name, type);
        typeLine.getStyleClass().add("labelled");
        VBox pane = new VBox(8, title, search, typeLine, list, count);
        pane.getStyleClass().addAll("popup-pane", "picker");
        pane.setPrefSize(380, 460);
        popup.getContent().add(pane);
        popup.setAutoHide(true);
    }

    /**
     * @param near the control below which it opens
     * @param item the item that is replaced or inserted before; empty for none
     * @param replaces whether an event keeps its place and type
     * @param action told the item and the type of the event, which is empty for that of its neighbour
     */
    void open(Node near, String item, boolean replaces, BiConsumer<String, String> action) {
        catalogue = model.catalogueSearch();
        chosen = action;
        boolean typed = !replaces && model.typeRefusal().isEmpty();
        typeLine.setVisible(typed);
        typeLine.setManaged(typed);
        title.setText(UiText.format(
                replaces ? "whatif.pick.replace" : item.isEmpty() ? "whatif.pick.end" : "whatif.pick.before",
                item.isEmpty() ? "" : TimelineRows.title(model.catalog(), item)));
        search.clear();
        find();
        Bounds place = near.localToScreen(near.getBoundsInLocal());
        popup.show(near, place.getMinX(), place.getMaxY() + 4);
        search.requestFocus();
    }

    private void find() {
        if (catalogue == null) {
            return;
        }
        List<CatalogueSearch.Found> found = catalogue.find(search.getText());
        list.setItems(FXCollections.observableArrayList(found));
        count.setText(
                found.isEmpty()
                        ? UiText.get("whatif.pick.none")
                        : UiText.format(
                                found.size() >= CatalogueSearch.MOST ? "whatif.pick.first" : "whatif.pick.found",
                                Integer.toString(found.size()),
                                reclens.text.Numbers.count(catalogue.size())));
        list.getSelectionModel().selectFirst();
    }

    private void showTypes(CatalogueSearch.Found found) {
        if (found != null && typeLine.isVisible()) {
            String was = type.getValue();
            List<String> types = model.types(found.id());
            type.setItems(FXCollections.observableArrayList(types));
            type.setValue(types.contains(was) ? was : types.isEmpty() ? null : types.get(0));
        }
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
            reclens.ui.control.Lists.reveal(list, to);
        }
    }

    private void choose() {
        CatalogueSearch.Found found = list.getSelectionModel().getSelectedItem();
        if (found != null) {
            popup.hide();
            String kind = typeLine.isVisible() && type.getValue() != null ? type.getValue() : "";
            chosen.accept(found.id(), kind);
        }
    }

    private static final class FoundCell extends ListCell<CatalogueSearch.Found> {
        private final Label title = new Label();
        private final Label note = new Label();
        private final VBox box = new VBox(title, note);

        FoundCell() {
            title.getStyleClass().add("row-title");
            note.getStyleClass().add("second-line");
            box.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(CatalogueSearch.Found found, boolean empty) {
            super.updateItem(found, empty);
            setGraphic(empty || found == null ? null : box);
            if (!empty && found != null) {
                title.setText(found.title());
                note.setText(found.note().isEmpty() ? found.id() : found.note());
                setAccessibleText(found.title() + ", " + found.note());
            }
        }
    }
}
