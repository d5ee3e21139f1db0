package reclens.ui.why;

import javafx.beans.binding.Bindings;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import reclens.explanation.Method;
import reclens.ui.UiText;
import reclens.ui.icon.Icons;

/** Every method by name, with what its numbers mean; one that the open model cannot support says why. */
final class MethodChooser extends ComboBox<Method> {
    private static final double LIST_WIDTH = 420;
    private static final double MOST_WIDTH = 168;

    private final WhyViewModel model;

    MethodChooser(WhyViewModel model) {
        this.model = model;
        getStyleClass().add("method-chooser");
        setAccessibleText(UiText.get("why.method"));
        setMinWidth(110);
        // A fixed width: measuring every choice would load the libraries of all methods while the window starts.
        setPrefWidth(MOST_WIDTH);
        setMaxWidth(MOST_WIDTH);
        setVisibleRowCount(7);
        getItems().setAll(model.methods());
        setButtonCell(new ListCell<>() {
            @Override
            protected void updateItem(Method method, boolean empty) {
                super.updateItem(method, empty);
                setText(empty || method == null ? "" : model.methodName(method));
            }
        });
        setCellFactory(list -> new Choice());
        valueProperty().bindBidirectional(model.methodProperty());
    }

    /** The meaning of the chosen method, on hover and to screen readers. */
    Label info() {
        Tooltip meaning = new Tooltip();
        meaning.setWrapText(true);
        meaning.setMaxWidth(360);
        meaning.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.methodMeaning(model.methodProperty().get()),
                        model.methodProperty(),
                        model.headingProperty()));
        Label info = new Label();
        info.setGraphic(Icons.of("mdi2i-information-outline", 16, "icon-second"));
        info.setTooltip(meaning);
        info.setMinWidth(USE_PREF_SIZE);
        info.accessibleTextProperty().bind(meaning.textProperty());
        accessibleHelpProperty().bind(meaning.textProperty());
        return info;
    }

    private final class Choice extends ListCell<Method> {
        private final Label name = new Label();
        private final Label meaning = new Label();
        private final VBox both = new VBox(2, name, meaning);

        Choice() {
            getStyleClass().add("method-choice");
            name.getStyleClass().add("method-name");
            meaning.getStyleClass().add("second-line");
            meaning.setWrapText(true);
            meaning.setPrefWidth(LIST_WIDTH - 40);
            meaning.setMinHeight(USE_PREF_SIZE);
            setPrefWidth(LIST_WIDTH);
        }

        @Override
        protected void updateItem(Method method, boolean empty) {
            super.updateItem(method, empty);
            if (empty || method == null) {
                setGraphic(null);
                setAccessibleText("");
                return;
            }
            String refusal = model.methodRefusal(method);
            name.setText(model.methodName(method));
            name.setDisable(!refusal.isEmpty());
            meaning.setText(
                    refusal.isEmpty() ? model.methodMeaning(method) : UiText.format("why.method.refused", refusal));
            setAccessibleText(UiText.format("why.method.meaning", name.getText(), meaning.getText()));
            setGraphic(both);
        }
    }
}
