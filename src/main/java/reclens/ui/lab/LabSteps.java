package reclens.ui.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import reclens.domain.MechanismTrace;
import reclens.ui.UiText;
import reclens.ui.chart.ChartTheme;
import reclens.ui.control.Card;
import reclens.ui.control.ChartAndTable;

/** Every step as a card with its heatmap, which can be swapped for a table of the same numbers. */
final class LabSteps extends BorderPane {
    private static final double MOST_TABLE = 640;
    private static final double TABLE_ROW_NAMES = 240;
    private static final double TABLE_COLUMN = 84;
    private static final double TABLE_HEAD = 44;
    private static final double TABLE_LINE = 26;
    private static final int MOST_TABLE_LINES = 12;
    /** Opacity of steps that are not those of the input. */
    private static final double STALE = 0.35;

    private final MechanismLabViewModel model;
    private final StepHeatmap.Links links;
    private final FlowPane steps = new FlowPane(12, 12);
    private final Label notes = new Label();
    private final ComboBox<Integer> slices = new ComboBox<>();
    private final HBox sliceChoice;
    private final CheckBox numbers = new CheckBox(UiText.get("lab.numbers"));
    private List<StepHeatmap> heatmaps = List.of();
    private StepSlices matrices;

    LabSteps(MechanismLabViewModel model, ChartTheme theme) {
        this.model = model;
        links = new StepHeatmap.Links(
                new SimpleIntegerProperty(-1),
                new SimpleIntegerProperty(-1),
                new SimpleStringProperty(""),
                new SimpleBooleanProperty(false),
                theme);
        sliceChoice = slices();
        setTop(head());
        ScrollPane scroll = new ScrollPane(steps);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("view-scroll");
        steps.getStyleClass().add("lab-steps");
        steps.setPadding(new Insets(0, 12, 12, 12));
        steps.setRowValignment(javafx.geometry.VPos.TOP);
        setCenter(scroll);
        links.numbers().bind(numbers.selectedProperty());
        numbers.selectedProperty().addListener((p, was, now) -> show());
        slices.valueProperty().addListener((p, was, now) -> {
            if (now != null) {
                showSlice();
            }
        });
        model.traceProperty().addListener((p, was, now) -> show());
        steps.opacityProperty()
                .bind(Bindings.when(model.staleProperty()).then(STALE).otherwise(1.0));
        theme.onChange(() -> heatmaps.forEach(StepHeatmap::draw));
        links.query().addListener((p, was, now) -> heatmaps.forEach(StepHeatmap::mark));
        links.key().addListener((p, was, now) -> heatmaps.forEach(StepHeatmap::mark));
        show();
    }

    private HBox slices() {
        slices.setAccessibleText(UiText.get("lab.slice"));
        slices.setConverter(new Words<>(this::sliceWords));
        Label label = new Label(UiText.get("lab.slice"));
        label.getStyleClass().add("control-label");
        label.setLabelFor(slices);
        HBox box = new HBox(8, label, slices);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private Node head() {
        Label problem = new Label();
        problem.getStyleClass().add("lab-problem");
        problem.setWrapText(true);
        problem.textProperty().bind(model.problemProperty());
        shown(problem, problem.textProperty());
        Label origin = new Label();
        origin.setWrapText(true);
        origin.textProperty().bind(model.originProperty());
        shown(origin, origin.textProperty());
        Label stale = new Label(UiText.get("lab.stale"));
        stale.setWrapText(true);
        stale.visibleProperty().bind(model.staleProperty());
        stale.managedProperty().bind(stale.visibleProperty());
        notes.setWrapText(true);
        notes.getStyleClass().add("second-line");
        notes.visibleProperty()
                .bind(notes.textProperty()
                        .isNotEmpty()
                        .and(stale.visibleProperty().not()));
        notes.managedProperty().bind(notes.visibleProperty());
        Label readout = new Label();
        readout.getStyleClass().add("lab-readout");
        readout.setMinHeight(USE_PREF_SIZE);
        readout.textProperty().bind(links.readout().map(text -> text.isEmpty() ? UiText.get("lab.readout") : text));
        HBox tools = new HBox(16, sliceChoice, numbers, readout);
        tools.setAlignment(Pos.CENTER_LEFT);
        numbers.setMinWidth(USE_PREF_SIZE);
        VBox head = new VBox(8, problem, stale, origin, notes, tools);
        head.setPadding(new Insets(12, 12, 8, 12));
        return head;
    }

    private static void shown(Node node, javafx.beans.value.ObservableStringValue text) {
        node.visibleProperty().bind(Bindings.isNotEmpty(text));
        node.managedProperty().bind(node.visibleProperty());
    }

    private void show() {
        MechanismTrace trace = model.traceProperty().get();
        if (trace == null) {
            return;
        }
        notes.setText(trace.notes().stream().map(UiText::phrase).collect(Collectors.joining("\n")));
        matrices = StepSlices.of(trace);
        int most = matrices.count();
        int before = slices.getValue() == null ? 0 : slices.getValue();
        slices.setValue(null);
        slices.getItems().setAll(IntStream.range(0, most).boxed().toList());
        sliceChoice.setVisible(most > 1);
        sliceChoice.setManaged(most > 1);
        slices.setValue(before < most ? before : 0); // shows it
    }

    /** The index over the axes before the last two: batch and head, or batch alone. */
    private String sliceWords(Integer slice) {
        int[] place = matrices.place(slice);
        List<String> words = new ArrayList<>();
        for (int axis = 0; axis < place.length; axis++) {
            String name = place.length == 2 ? (axis == 0 ? "lab.slice.batch" : "lab.slice.head") : "lab.slice.axis";
            words.add(UiText.format(name, Integer.toString(place[axis])));
        }
        return String.join(", ", words);
    }

    private void showSlice() {
        int slice = slices.getValue();
        List<StepHeatmap> drawn = new ArrayList<>();
        List<Node> cards = new ArrayList<>();
        for (String name : matrices.trace().steps().keySet()) {
            StepMatrix matrix = matrices.matrix(name, slice);
            StepHeatmap heatmap = new StepHeatmap(matrix, links);
            drawn.add(heatmap);
            cards.add(card(matrix, heatmap));
        }
        heatmaps = List.copyOf(drawn);
        steps.getChildren().setAll(cards);
    }

    private static Card card(StepMatrix matrix, StepHeatmap heatmap) {
        Card card = new Card(UiText.orElse("lab.step." + matrix.name(), matrix.name()));
        String shape = matrix.tensor().shape().toString();
        card.hint().setText(matrix.role().isPair() ? UiText.format("lab.step.pairs", shape) : shape);
        card.hint().setMinWidth(USE_PREF_SIZE);
        ChartAndTable both = new ChartAndTable(heatmap, matrix.name(), () -> matrix.lines(UiText.get("lab.table.row")));
        StackPane.setAlignment(heatmap, Pos.TOP_LEFT);
        Runnable fit = () -> fit(both, matrix, heatmap);
        both.toggle().selectedProperty().addListener((p, was, now) -> fit.run());
        fit.run();
        card.tools(both.toggle());
        card.content(both);
        return card;
    }

    private static void fit(ChartAndTable both, StepMatrix matrix, StepHeatmap heatmap) {
        boolean table = both.toggle().isSelected();
        double width = Math.min(MOST_TABLE, TABLE_ROW_NAMES + TABLE_COLUMN * matrix.columns());
        double height = TABLE_HEAD + TABLE_LINE * Math.min(MOST_TABLE_LINES, matrix.rows());
        both.setPrefSize(
                table ? Math.max(heatmap.getMinWidth(), width) : heatmap.getMinWidth(),
                table ? Math.max(heatmap.getMinHeight(), height) : heatmap.getMinHeight());
    }
}
