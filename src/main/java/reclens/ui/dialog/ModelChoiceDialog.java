package reclens.ui.dialog;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import reclens.domain.ModelChoice;
import reclens.ui.UiText;

/** Offers the computations and counts of heads that fit a checkpoint. Nothing is chosen beforehand: the scores would differ. */
final class ModelChoiceDialog extends Dialog<Map<String, Object>> {
    private static final double WIDTH = 560;

    private final ToggleGroup variants = new ToggleGroup();
    private final ComboBox<Integer> heads = new ComboBox<>();

    ModelChoiceDialog(ModelChoice choice) {
        setTitle(UiText.get("choice.title"));
        setHeaderText(UiText.get("choice.title"));
        Label lead = new Label(
                UiText.format("choice.lead", String.valueOf(choice.checkpoint().getFileName())));
        lead.setWrapText(true);
        lead.setMaxWidth(WIDTH);
        lead.setMinHeight(Label.USE_PREF_SIZE);
        VBox content = new VBox(10, lead);
        if (!choice.variants().isEmpty()) {
            content.getChildren().add(heading("choice.variant"));
            choice.variants().forEach(variant -> content.getChildren().add(option(variant)));
        }
        if (!choice.heads().isEmpty()) {
            Label heading = heading("choice.heads");
            heading.setLabelFor(heads);
            heads.getItems().setAll(choice.heads());
            heads.setAccessibleText(UiText.get("choice.heads"));
            heads.setPromptText(UiText.get("choice.heads.prompt"));
            content.getChildren().addAll(heading, heads);
        }
        Label kept = new Label(UiText.get("choice.kept"));
        kept.getStyleClass().add("second-line");
        kept.setWrapText(true);
        kept.setMaxWidth(WIDTH);
        kept.setMinHeight(Label.USE_PREF_SIZE);
        content.getChildren().add(kept);
        ButtonType open = new ButtonType(UiText.get("choice.open"), ButtonBar.ButtonData.OK_DONE);
        getDialogPane().getButtonTypes().addAll(open, ButtonType.CANCEL);
        getDialogPane().getStyleClass().addAll("message-dialog", "model-choice");
        getDialogPane().setContent(content);
        getDialogPane().setMinWidth(WIDTH + 40);
        getDialogPane().lookupButton(open).disableProperty().bind(open(choice).not());
        setResultConverter(button -> button == open ? chosen(choice) : null);
    }

    private static Label heading(String key) {
        Label heading = new Label(UiText.get(key));
        heading.getStyleClass().add("control-label");
        return heading;
    }

    private VBox option(String variant) {
        RadioButton button = new RadioButton(variant);
        button.setToggleGroup(variants);
        button.setUserData(variant);
        Label words = new Label(UiText.orElse("choice.variant." + variant, ""));
        words.getStyleClass().add("second-line");
        words.setWrapText(true);
        words.setMaxWidth(WIDTH);
        words.setStyle("-fx-padding: 0 0 0 26px;");
        button.setAccessibleHelp(words.getText());
        return new VBox(1, button, words);
    }

    private BooleanBinding open(ModelChoice choice) {
        BooleanBinding variant = Bindings.createBooleanBinding(
                () -> choice.variants().isEmpty() || variants.getSelectedToggle() != null,
                variants.selectedToggleProperty());
        BooleanBinding head = Bindings.createBooleanBinding(
                () -> choice.heads().isEmpty() || heads.getValue() != null, heads.valueProperty());
        return variant.and(head);
    }

    private Map<String, Object> chosen(ModelChoice choice) {
        Map<String, Object> chosen = new LinkedHashMap<>();
        if (!choice.variants().isEmpty()) {
            chosen.put("variant", variants.getSelectedToggle().getUserData());
        }
        if (!choice.heads().isEmpty()) {
            chosen.put("num_attention_heads", heads.getValue().longValue());
        }
        return chosen;
    }
}
