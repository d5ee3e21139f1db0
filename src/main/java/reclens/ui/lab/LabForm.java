package reclens.ui.lab;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.Property;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import reclens.domain.MechanismCase;
import reclens.inference.HeadPlace;
import reclens.ui.UiText;

/** Where the tensors come from, the mechanism and its settings, and the tensors to be typed. */
final class LabForm extends VBox {
    private static final int MOST_LINES = 6;
    private static final int JSON_LINES = 3;
    private static final double WIDTH = 320;
    private static final double LINE = 17;
    private static final double FRAME = 20;
    /** Above it a scroll bar would stand beside a single line. */
    private static final double PARAMS_FRAME = 26;
    /** About as many as a line of the form holds. */
    private static final int LINE_LETTERS = 38;

    private final MechanismLabViewModel model;
    private final VBox tensors = new VBox(8);

    LabForm(MechanismLabViewModel model, Supplier<Optional<Path>> chooseFile) {
        super(10);
        this.model = model;
        setPadding(new Insets(12));
        setPrefWidth(WIDTH);
        Button example = button("lab.example", model::showWorkedExample);
        Button load = button("lab.load", () -> chooseFile.get().ifPresent(model::load));
        VBox chosenCase = named("lab.case", box("lab.case", model.cases(), model.caseProperty(), LabForm::caseName));
        visibleWith(chosenCase, model.cases());
        getChildren()
                .addAll(
                        new FlowPane(8, 8, example, load),
                        chosenCase,
                        head(),
                        named(
                                "lab.mechanism",
                                box(
                                        "lab.mechanism",
                                        model.mechanisms(),
                                        model.mechanismProperty(),
                                        name -> UiText.orElse("lab.mechanism." + name, name))),
                        settings(),
                        named("lab.params", params()),
                        tensors);
        model.tensors().addListener((ListChangeListener<TensorField>) c -> showTensors());
        showTensors();
    }

    private static String caseName(MechanismCase one) {
        return one.name().isEmpty() ? UiText.orElse("lab.mechanism." + one.mechanism(), one.mechanism()) : one.name();
    }

    /** The head of the open model that Q, K and V are taken from. */
    private Node head() {
        Button take = button("lab.take", model::takeFromModel);
        ComboBox<HeadPlace> place = box("lab.head", model.places(), model.placeProperty(), model::words);
        HBox.setHgrow(place, Priority.ALWAYS);
        HBox line = new HBox(8, place, take);
        line.setAlignment(Pos.CENTER_LEFT);
        line.disableProperty().bind(Bindings.isEmpty(model.places()));
        return named("lab.head", line);
    }

    private Node settings() {
        VBox mask = named("lab.mask", masks());
        HBox.setHgrow(mask, Priority.ALWAYS);
        return new HBox(
                8,
                mask,
                named("lab.dropout", field("lab.dropout", model.dropoutProperty(), 3)),
                named("lab.seed", field("lab.seed", model.seedProperty(), 3)));
    }

    private TextArea params() {
        TextArea text = new TabbedArea();
        text.textProperty().bindBidirectional(model.paramsProperty());
        text.setAccessibleText(UiText.get("lab.params"));
        text.setWrapText(true);
        text.getStyleClass().add("tensor-text");
        text.textProperty().addListener((p, was, now) -> text.setPrefHeight(paramsHeight(now)));
        text.setPrefHeight(paramsHeight(text.getText()));
        text.setMinHeight(USE_PREF_SIZE);
        return text;
    }

    private static double paramsHeight(String text) {
        return PARAMS_FRAME + LINE * Math.min(JSON_LINES, 1 + text.length() / LINE_LETTERS);
    }

    private ComboBox<MaskKind> masks() {
        ObservableList<MaskKind> offered = FXCollections.observableArrayList();
        ComboBox<MaskKind> mask = box("lab.mask", offered, model.maskProperty(), kind -> UiText.get(kind.key()));
        model.mechanismProperty().addListener((p, was, now) -> offer(offered, now));
        offer(offered, model.mechanismProperty().get());
        return mask;
    }

    private void offer(ObservableList<MaskKind> offered, String mechanism) {
        MaskKind chosen = model.maskProperty().get();
        List<MaskKind> now = MaskKind.of(mechanism);
        if (!offered.equals(now)) { // the box forgets its value, and with it a typed mask
            offered.setAll(now);
            model.maskProperty().set(chosen != null && offered.contains(chosen) ? chosen : MaskKind.NONE);
        }
    }

    private static <T> ComboBox<T> box(
            String key, ObservableList<T> options, Property<T> value, Function<T, String> words) {
        ComboBox<T> box = new ComboBox<>(options);
        box.setConverter(new Words<>(words));
        box.valueProperty().bindBidirectional(value);
        box.setAccessibleText(UiText.get(key));
        box.setMaxWidth(Double.MAX_VALUE);
        return box;
    }

    private static TextField field(String key, StringProperty text, int columns) {
        TextField field = new TextField();
        field.textProperty().bindBidirectional(text);
        field.setAccessibleText(UiText.get(key));
        field.setPrefColumnCount(columns);
        return field;
    }

    private static Button button(String key, Runnable action) {
        Button button = new Button(UiText.get(key));
        button.setOnAction(e -> action.run());
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private static VBox named(String key, Node control) {
        return named(new Label(UiText.get(key)), control);
    }

    private static VBox named(Label label, Node control) {
        label.getStyleClass().add("control-label");
        label.setLabelFor(control);
        return new VBox(3, label, control);
    }

    private static void visibleWith(Node node, ObservableList<?> list) {
        node.visibleProperty().bind(Bindings.isNotEmpty(list));
        node.managedProperty().bind(node.visibleProperty());
    }

    private void showTensors() {
        tensors.getChildren()
                .setAll(model.tensors().stream().map(LabForm::editor).toList());
    }

    private static Node editor(TensorField field) {
        TextArea text = new TabbedArea();
        text.textProperty().bindBidirectional(field.text());
        text.getStyleClass().add("tensor-text");
        // JSON is one long line, under whose scroll bar it could not be read
        boolean json = field.text().get().startsWith("[");
        text.setWrapText(json);
        long lines = Math.max(json ? JSON_LINES : 1, field.text().get().lines().count());
        text.setPrefHeight(FRAME + LINE * Math.min(MOST_LINES, lines));
        String name = UiText.format(field.weight() ? "lab.tensor.weight" : "lab.tensor.input", field.name());
        text.setMinHeight(USE_PREF_SIZE);
        text.setAccessibleText(name);
        return named(new Label(name), text);
    }
}
