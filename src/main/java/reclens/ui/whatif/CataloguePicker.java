package reclens.ui.whatif;

import java.util.List;
import java.util.function.BiConsumer;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import reclens.text.Numbers;
import reclens.ui.UiText;
import reclens.ui.control.PickList;
import reclens.ui.workbench.CatalogueSearch;

/** Chooses an item of the catalogue by typing a part of its name. */
final class CataloguePicker {
    private static final double HEIGHT = 460;

    private final WhatIfViewModel model;
    private final PickList<CatalogueSearch.Found> list = new PickList<>(
            HEIGHT,
            UiText.get("whatif.pick.prompt"),
            CatalogueSearch.Found::title,
            found -> found.note().isEmpty() ? found.id() : found.note());
    private final Label count = new Label();
    private final ComboBox<String> type = new ComboBox<>();
    private final HBox typeLine = new HBox(8);
    private CatalogueSearch catalogue;

    CataloguePicker(WhatIfViewModel model) {
        this.model = model;
        Label name = new Label(UiText.get("whatif.pick.type"));
        name.getStyleClass().add("control-label");
        type.setAccessibleText(UiText.get("whatif.pick.type"));
        typeLine.getChildren().addAll(name, type);
        typeLine.getStyleClass().add("labelled");
        typeLine.managedProperty().bind(typeLine.visibleProperty());
        count.getStyleClass().add("hint");
        list.above(typeLine);
        list.below(count);
        list.onFound(this::showCount);
        list.selectedProperty().addListener((p, was, now) -> showTypes(now));
    }

    /**
     * @param near the control below which it opens
     * @param item the item that is replaced or inserted before; empty for none
     * @param replaces whether an event keeps its place and type
     * @param action told the item and the type of the event, which is empty for that of its neighbour
     */
    void open(Node near, String item, boolean replaces, BiConsumer<String, String> action) {
        catalogue = model.catalogueSearch();
        typeLine.setVisible(!replaces && model.typeRefusal().isEmpty());
        String heading = UiText.format(
                replaces ? "whatif.pick.replace" : item.isEmpty() ? "whatif.pick.end" : "whatif.pick.before",
                item.isEmpty() ? "" : TimelineRows.title(model.catalog(), item));
        list.open(near, heading, catalogue::find, found -> action.accept(found.id(), chosenType()));
    }

    private String chosenType() {
        return typeLine.isVisible() && type.getValue() != null ? type.getValue() : "";
    }

    private void showCount(List<CatalogueSearch.Found> found) {
        count.setText(
                found.isEmpty()
                        ? UiText.get("whatif.pick.none")
                        : UiText.format(
                                found.size() >= CatalogueSearch.MOST ? "whatif.pick.first" : "whatif.pick.found",
                                Integer.toString(found.size()),
                                Numbers.count(catalogue.size())));
    }

    private void showTypes(CatalogueSearch.Found found) {
        if (found != null && typeLine.isVisible()) {
            String was = type.getValue();
            List<String> types = model.types(found.id());
            type.setItems(FXCollections.observableArrayList(types));
            type.setValue(types.contains(was) ? was : types.isEmpty() ? null : types.get(0));
        }
    }
}
