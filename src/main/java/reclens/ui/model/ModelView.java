package reclens.ui.model;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import reclens.chart.ChartNumbers;
import reclens.ui.UiText;
import reclens.ui.chart.ChartTheme;
import reclens.ui.chart.HistogramView;
import reclens.ui.control.Card;
import reclens.ui.control.ChartAndTable;
import reclens.ui.control.Noted;
import reclens.ui.control.Segmented;
import reclens.ui.icon.Icons;

/** Tensors on the left; the values of one and what is known of the model on the right. */
final class ModelView extends BorderPane {
    private static final double GAP = 16;

    private final ModelViewModel model;
    private final TensorTable table;
    private final TextField search = new TextField();

    ModelView(ModelViewModel model, ChartTheme theme) {
        this.model = model;
        this.table = new TensorTable(model);
        getStyleClass().addAll("main-area", "model-view");
        setTop(head());
        Card tensors = tensors();
        Card values = values(theme);
        Card facts = facts();
        VBox right = new VBox(GAP, values, facts);
        VBox.setVgrow(values, Priority.ALWAYS);
        VBox.setVgrow(facts, Priority.ALWAYS);
        HBox body = new HBox(GAP, tensors, right);
        body.setPadding(new Insets(GAP));
        body.getStyleClass().add("view-body");
        for (Card card : List.of(values, facts)) {
            card.setPrefHeight(100); // both grow from the same height
            card.setMinHeight(0);
        }
        tensors.prefWidthProperty().bind(body.widthProperty().multiply(0.5));
        right.prefWidthProperty().bind(body.widthProperty().multiply(0.5));
        HBox.setHgrow(tensors, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        right.setMinWidth(0);
        setCenter(body);
    }

    void focusSearch() {
        search.requestFocus();
    }

    private Node head() {
        Label title = new Label(UiText.get("model.title"));
        title.getStyleClass().add("view-title");
        Label lead = new Label();
        lead.textProperty().bind(model.leadProperty());
        lead.getStyleClass().add("second-line");
        Label warning = new Label();
        warning.textProperty().bind(model.warningProperty());
        warning.visibleProperty().bind(model.warningProperty().isNotEmpty());
        warning.managedProperty().bind(warning.visibleProperty());
        warning.getStyleClass().addAll("badge", "badge-caution");
        warning.setGraphic(Icons.of("mdi2a-alert-outline", 14));
        HBox line = new HBox(12, title, lead, warning);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("view-head");
        return line;
    }

    private Card tensors() {
        search.setPromptText(UiText.get("model.search"));
        search.setAccessibleText(UiText.get("model.search"));
        search.getStyleClass().add("search-field");
        search.setPrefWidth(200);
        search.textProperty().bindBidirectional(model.filterProperty());
        Button copy = new Button();
        copy.setGraphic(Icons.of("mdi2c-content-copy", 16));
        copy.getStyleClass().add("chart-menu-button");
        copy.setAccessibleText(UiText.get("model.copy"));
        copy.setTooltip(new Tooltip(UiText.get("model.copy")));
        copy.setOnAction(e -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(ChartNumbers.tsv(ModelViewModel.numbers(table.getItems())));
            Clipboard.getSystemClipboard().setContent(content);
        });
        return new Card(UiText.get("model.tensors")).content(table).tools(search, copy);
    }

    private Card values(ChartTheme theme) {
        HistogramView chart = new HistogramView(theme);
        Segmented<Boolean> heights = new Segmented<Boolean>(UiText.get("model.heights"))
                .options(List.of(false, true), log -> UiText.get(log ? "model.heights.log" : "model.heights.linear"));
        heights.valueProperty().set(false);
        heights.valueProperty()
                .addListener((p, was, now) -> model.logarithmicProperty().set(now));
        Card card = new Card(UiText.get("model.histogram"));
        ChartAndTable both = new ChartAndTable(chart, UiText.get("model.histogram"), chart::lines);
        chart.onTable(both.toggle());
        FlowPane figures = new FlowPane(20, 6);
        figures.getStyleClass().add("tensor-figures");
        VBox content = new VBox(
                8,
                new Noted(
                        both,
                        model.histogramNoteProperty(),
                        model.histogramNoteProperty().isNotEmpty()),
                figures);
        VBox.setVgrow(content.getChildren().get(0), Priority.ALWAYS);
        card.content(content).tools(heights, both.toggle(), chart.menuButton());
        Runnable show = () -> {
            chart.show(model.histogramProperty().get());
            both.refresh();
            card.hint()
                    .setText(
                            model.selectedProperty().get() == null
                                    ? ""
                                    : model.selectedProperty().get().name());
        };
        model.histogramProperty().addListener((p, was, now) -> show.run());
        model.selectedProperty().addListener((p, was, now) -> show.run());
        model.summaryProperty().addListener((p, was, now) -> figures.getChildren()
                .setAll(ModelViewModel.figures(now).stream()
                        .map(ModelView::figure)
                        .toList()));
        show.run();
        return card;
    }

    private static Node figure(Fact fact) {
        Label name = new Label(fact.name());
        name.getStyleClass().add("second-line");
        Label value = new Label(fact.value());
        value.getStyleClass().add("meter-number");
        VBox box = new VBox(1, name, value);
        box.setMinWidth(USE_PREF_SIZE);
        return box;
    }

    private Card facts() {
        GridPane grid = new GridPane();
        grid.setHgap(16);
        grid.setVgap(4);
        ColumnConstraints names = new ColumnConstraints();
        names.setPercentWidth(34);
        ColumnConstraints values = new ColumnConstraints();
        values.setPercentWidth(66);
        grid.getColumnConstraints().addAll(names, values);
        ScrollPane scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().addAll("tiles-scroll", "facts-scroll");
        scroll.setAccessibleText(UiText.get("model.facts"));
        Runnable show = () -> {
            grid.getChildren().clear();
            List<Fact> facts = new ArrayList<>(model.facts());
            for (int row = 0; row < facts.size(); row++) {
                addFact(grid, facts.get(row), row);
            }
        };
        model.facts().addListener((javafx.collections.ListChangeListener<Fact>) change -> show.run());
        show.run();
        return new Card(UiText.get("model.facts"))
                .content(new Noted(scroll, model.noteProperty(), javafx.beans.binding.Bindings.isEmpty(model.facts())));
    }

    private static void addFact(GridPane grid, Fact fact, int row) {
        if (fact.isHeading()) {
            Label heading = new Label(fact.value());
            heading.getStyleClass().add("pane-title");
            heading.setPadding(new Insets(row == 0 ? 0 : 10, 0, 2, 0));
            grid.add(heading, 0, row, 2, 1);
            return;
        }
        Label name = new Label(fact.name());
        name.getStyleClass().add("second-line");
        name.setWrapText(true);
        name.setMinHeight(USE_PREF_SIZE);
        GridPane.setValignment(name, javafx.geometry.VPos.TOP);
        Label value = new Label(fact.value());
        value.getStyleClass().add("fact-value");
        value.setWrapText(true);
        value.setMinHeight(USE_PREF_SIZE);
        name.setLabelFor(value);
        grid.addRow(row, name, value);
    }
}
