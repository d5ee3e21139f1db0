package reclens.ui.shell;

import javafx.beans.binding.Bindings;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Tooltip;
import javafx.util.StringConverter;
import reclens.ui.UiText;

/** Chooses one of the models of the workspace; out of sight where there is only one. */
final class ModelBox extends ComboBox<String> {
    private static final double WIDTH = 190;

    ModelBox(ModelsViewModel model) {
        super(model.titles());
        getStyleClass().add("model-box");
        setConverter(new StringConverter<>() {
            @Override
            public String toString(String title) {
                if (title == null || !title.isEmpty()) {
                    return title == null ? "" : title;
                }
                return model.mainTitle().isEmpty() ? UiText.get("models.main") : model.mainTitle();
            }

            @Override
            public String fromString(String text) {
                throw new UnsupportedOperationException("the box cannot be typed into");
            }
        });
        valueProperty().bindBidirectional(model.chosenProperty());
        setAccessibleText(UiText.get("models.choose"));
        setTooltip(new Tooltip(UiText.get("models.choose")));
        setPrefWidth(WIDTH);
        setMinWidth(110);
        visibleProperty().bind(Bindings.size(model.titles()).greaterThan(1));
        managedProperty().bind(visibleProperty());
    }
}
