package reclens.ui.lab;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import reclens.chart.Theme;
import reclens.domain.MechanismTrace;
import reclens.ui.UiText;
import reclens.ui.control.Card;
import reclens.ui.control.Segmented;

/** Tensors and settings on the left, every step on the right. */
public final class MechanismLabView extends BorderPane {
    private static final int MOST_LINES = 6;
    private static final int FEWEST_LINES = 3;
    private static final double INPUT_WIDTH = 320;

    private final MechanismLabViewModel model;
    private final StepHeatmap.Links links;
    private final IntegerProperty slice = new SimpleIntegerProperty(0);
    private final FlowPane steps = new FlowPane(12, 12);
    private final VBox tensors = new VBox(8);
    private final Label notes = new Label();
    private final Segmented<Number> slices = new Segmented<>(UiText.get("lab.slice"));
    private final HBox sliceChoice = slices.labelled();

    /** @param chooseFile asks for a JSON file */
    public MechanismLabView(
            MechanismLabViewModel model, ReadOnlyObjectProperty<Theme> theme, Supplier<Optional<Path>> chooseFile) {
        this.model = model;
        this.links = new StepHeatmap.Links(new SimpleIntegerProperty(-1), new SimpleIntegerProperty(-1), theme);
        getStyleClass().addAll("main-area", "mechanism-lab");
        setTop(head());
        SplitPane split = new SplitPane(scroll(input(chooseFile)), scroll(output()));
        split.setDividerPositions(0.28);
        SplitPane.setResizableWithParent(split.getItems().get(0), false);
        setCenter(split);
        model.tensors().addListener((ListChangeListener<TensorField>) c -> showTensors());
        showTensors();
        model.traceProperty().addListener((p, was, now) -> showSteps());
        slices.valueProperty().bindBidirectional(slice);
        slice.addListener((p, was, now) -> showSteps());
        theme.addListener((p, was, now) -> redraw());
        links.query().addListener((p, was, now) -> redraw());
        links.key().addListener((p, was, now) -> redraw());
        showSteps();
    }

    private static ScrollPane scroll(Node content) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("view-scroll");
        return scroll;
    }

    private Node head() {
        Label title = new Label(UiText.get("lab.title"));
        title.getStyleClass().add("view-title");
        Label lead = new Label(UiText.get("lab.lead"));
        lead.getStyleClass().add("second-line");
        VBox head = new VBox(4, title, lead);
        head.getStyleClass().add("view-head");
        return head;
    }

    private Node input(Supplier<Optional<Path>> chooseFile) {
        ComboBox<String> mechanism = new ComboBox<>();
        mechanism.getItems().setAll(LabPresets.mechanisms());
        mechanism.valueProperty().bindBidirectional(model.mechanismProperty());
        mechanism.setConverter(new Words<>(name -> UiText.orElse("lab.mechanism." + name, name)));
        mechanism.setAccessibleText(UiText.get("lab.mechanism"));
        mechanism.setMaxWidth(Double.MAX_VALUE);
        ComboBox<MaskKind> mask = new ComboBox<>();
        mask.getItems().setAll(MaskKind.values());
        mask.setConverter(
                new Words<>(kind -> UiText.get("lab.mask." + kind.name().toLowerCase(Locale.ROOT))));
        mask.valueProperty().bindBidirectional(model.maskProperty());
        mask.setAccessibleText(UiText.get("lab.mask"));
        TextField dropout = new TextField();
        dropout.textProperty().bindBidirectional(model.dropoutProperty());
        dropout.setAccessibleText(UiText.get("lab.dropout"));
        dropout.setPrefColumnCount(4);
        TextField seed = new TextField();
        seed.textProperty().bindBidirectional(model.seedProperty());
        seed.setAccessibleText(UiText.get("lab.seed"));
        seed.setPrefColumnCount(5);
        TextField params = new TextField();
        params.textProperty().bindBidirectional(model.paramsProperty());
        params.setAccessibleText(UiText.get("lab.params"));
        Button example = button("lab.example", model::showWorkedExample);
        Button load = button("lab.load", () -> chooseFile.get().ifPresent(model::load));
        Button take = button("lab.take", model::takeFromModel);
        VBox form = new VBox(
                8,
                new FlowPane(8, 8, example, load, take),
                named("lab.mechanism", mechanism),
                new FlowPane(12, 8, named("lab.mask", mask), named("lab.dropout", dropout), named("lab.seed", seed)),
                named("lab.params", params),
                tensors);
        form.setPadding(new Insets(12));
        form.setPrefWidth(INPUT_WIDTH);
        return form;
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

    private Node output() {
        Label problem = new Label();
        problem.getStyleClass().add("lab-problem");
        problem.setWrapText(true);
        problem.textProperty().bind(model.problemProperty());
        problem.visibleProperty().bind(model.problemProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        notes.setWrapText(true);
        notes.getStyleClass().add("second-line");
        VBox output = new VBox(10, problem, notes, sliceChoice, steps);
        output.setPadding(new Insets(12));
        VBox.setVgrow(steps, Priority.ALWAYS);
        return output;
    }

    private void showTensors() {
        tensors.getChildren()
                .setAll(model.tensors().stream().map(MechanismLabView::editor).toList());
    }

    private static Node editor(TensorField field) {
        TextArea text = new TextArea();
        text.textProperty().bindBidirectional(field.text());
        text.getStyleClass().add("tensor-text");
        text.setPrefRowCount((int)
                Math.max(1, Math.min(MOST_LINES, field.text().get().lines().count())));
        String name = UiText.format(field.weight() ? "lab.tensor.weight" : "lab.tensor.input", field.name());
        text.setMinHeight(USE_PREF_SIZE);
        text.setAccessibleText(name);
        return named(new Label(name), text);
    }

    private void showSteps() {
        MechanismTrace trace = model.traceProperty().get();
        if (trace == null) {
            return;
        }
        int most = trace.steps().values().stream()
                .mapToInt(StepHeatmap::slices)
                .max()
                .orElse(1);
        if (slice.get() >= most) {
            slice.set(0);
            return; // comes back here
        }
        slices.options(
                java.util.stream.IntStream.range(0, Math.min(most, 12))
                        .<Number>mapToObj(i -> i)
                        .toList(),
                i -> Integer.toString(i.intValue()));
        sliceChoice.setVisible(most > 1);
        sliceChoice.setManaged(most > 1);
        notes.setText(String.join("\n", trace.notes()));
        notes.setManaged(!trace.notes().isEmpty());
        steps.getChildren().clear();
        trace.steps().forEach((name, tensor) -> {
            Card card = new Card(name);
            card.hint().setText(tensor.shape().toString());
            card.content(new StepHeatmap(name, tensor, slice.get(), links));
            steps.getChildren().add(card);
        });
    }

    private void redraw() {
        steps.lookupAll(".step-heatmap").forEach(node -> ((StepHeatmap) node).draw());
    }

    /** Words for what cannot be typed. */
    private static final class Words<T> extends StringConverter<T> {
        private final java.util.function.Function<T, String> words;

        Words(java.util.function.Function<T, String> words) {
            this.words = words;
        }

        @Override
        public String toString(T value) {
            return value == null ? "" : words.apply(value);
        }

        @Override
        public T fromString(String text) {
            throw new UnsupportedOperationException("the box cannot be typed into");
        }
    }
}
