package reclens.ui.evaluate;

import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import reclens.chart.BarChartSpec;
import reclens.chart.ChartNumbers;
import reclens.session.RankingStudy;
import reclens.ui.UiText;
import reclens.ui.chart.BarChartView;
import reclens.ui.chart.ChartTheme;
import reclens.ui.control.Card;
import reclens.ui.control.Noted;
import reclens.ui.control.Segmented;
import reclens.ui.dialog.DialogService;
import reclens.ui.dialog.FileKind;
import reclens.ui.icon.Icons;
import reclens.ui.task.RunningTask;

/** The choices above; below them the figures as a table and one of them as bars, with their protocol in words. */
final class EvaluateView extends BorderPane {
    private static final double GAP = 16;
    private static final double ROW = 26;

    private final EvaluateViewModel model;
    private final DialogService dialogs;
    private final ProgressBar progress = new ProgressBar();
    private final Button start = new Button(UiText.get("evaluate.run"));
    private final Button cancel = new Button(UiText.get("why.method.cancel"));

    EvaluateView(EvaluateViewModel model, ChartTheme theme, DialogService dialogs) {
        this.model = model;
        this.dialogs = dialogs;
        getStyleClass().addAll("main-area", "evaluate-view");
        setTop(head());
        Card table = table();
        Card bars = bars(theme);
        HBox figures = new HBox(GAP, table, bars);
        VBox.setVgrow(figures, Priority.ALWAYS);
        table.prefWidthProperty().bind(figures.widthProperty().multiply(0.55));
        bars.prefWidthProperty().bind(figures.widthProperty().multiply(0.45));
        HBox.setHgrow(table, Priority.ALWAYS);
        HBox.setHgrow(bars, Priority.ALWAYS);
        VBox body = new VBox(GAP, protocol(), figures);
        body.setPadding(new Insets(GAP));
        body.getStyleClass().add("view-body");
        body.visibleProperty().bind(model.studyProperty().isNotNull());
        setCenter(new Noted(body, model.noteProperty(), model.noteProperty().isNotEmpty()));
        model.runningProperty().addListener((p, was, now) -> showRunning(now));
        showRunning(model.runningProperty().get());
    }

    private Node head() {
        Label title = new Label(UiText.get("evaluate.title"));
        title.getStyleClass().add("view-title");
        title.setMinWidth(USE_PREF_SIZE);
        Label lead = new Label();
        lead.textProperty().bind(model.leadProperty());
        lead.getStyleClass().add("second-line");
        start.getStyleClass().add("accent");
        start.disableProperty().bind(model.readyProperty().not());
        start.setDefaultButton(true);
        start.setOnAction(e -> model.run());
        start.setMinWidth(USE_PREF_SIZE);
        cancel.setOnAction(e -> model.cancel());
        cancel.setMinWidth(USE_PREF_SIZE);
        progress.getStyleClass().add("task-progress");
        progress.setPrefWidth(160);
        progress.setAccessibleText(UiText.get("task.evaluate"));
        Label hint = new Label();
        hint.textProperty().bind(model.hintProperty());
        hint.getStyleClass().add("second-line");
        hint.setWrapText(true);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(12, title, lead, gap, hint, progress, cancel, start);
        line.setAlignment(Pos.CENTER_LEFT);
        VBox head = new VBox(10, line, new EvaluateForm(model.choices()));
        head.getStyleClass().add("view-head");
        return head;
    }

    private Node protocol() {
        Label sentence = new Label();
        sentence.textProperty().bind(model.protocolProperty());
        sentence.getStyleClass().add("protocol-sentence");
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        return new Card(UiText.get("evaluate.protocol"))
                .content(sentence)
                .tools(
                        tool(
                                "evaluate.copy-table",
                                "mdi2c-content-copy",
                                () -> copy(ChartNumbers.tsv(model.numbers()))),
                        tool("evaluate.copy-command", "mdi2c-console", () -> copy(model.command())),
                        tool("evaluate.save-json", "mdi2c-code-json", () -> save(FileKind.EVALUATION_JSON, ".json")),
                        tool(
                                "evaluate.save-csv",
                                "mdi2f-file-delimited-outline",
                                () -> save(FileKind.EVALUATION_CSV, ".csv")));
    }

    private static Button tool(String key, String icon, Runnable action) {
        Button button = new Button(UiText.get(key), Icons.of(icon, 14));
        button.getStyleClass().add("small-button");
        button.setOnAction(e -> action.run());
        return button;
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void save(FileKind kind, String ending) {
        dialogs.chooseTarget(UiText.get("evaluate.save"), model.fileName(ending), kind)
                .ifPresent(model::save);
    }

    private Card table() {
        MetricTable table = new MetricTable(model);
        Segmented<Integer> lengths = new Segmented<>(UiText.get("evaluate.shown"));
        lengths.valueProperty().addListener((p, was, now) -> {
            if (now != null) {
                model.lengthProperty().set(now);
            }
        });
        model.studyProperty().addListener((p, was, now) -> offer(lengths, now));
        model.lengthProperty().addListener((p, was, now) -> {
            if (now != null) {
                lengths.valueProperty().set(now);
            }
        });
        offer(lengths, model.studyProperty().get());
        Card card = new Card(UiText.get("evaluate.results")).content(table).tools(lengths.labelled());
        card.hint().setText(UiText.get("evaluate.results.hint"));
        return card;
    }

    private void offer(Segmented<Integer> lengths, RankingStudy study) {
        if (study != null) {
            lengths.options(study.cutoffs().stream().map(c -> c.model().k()).toList(), k -> Integer.toString(k));
        }
    }

    private Card bars(ChartTheme theme) {
        BarChartView chart = new BarChartView(theme);
        ScrollPane scroll = new ScrollPane(chart);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.getStyleClass().add("tiles-scroll");
        Card card = new Card("").content(scroll).tools(chart.menuButton());
        Runnable show = () -> {
            BarChartSpec spec = model.barsProperty().get();
            chart.show(spec);
            chart.setMinHeight(spec == null ? 40 : (spec.rows().size() + 2) * ROW);
            card.title().setText(spec == null ? "" : spec.title());
        };
        model.barsProperty().addListener((p, was, now) -> show.run());
        show.run();
        return card;
    }

    private void showRunning(RunningTask task) {
        progress.progressProperty().unbind();
        for (Node node : List.of(progress, cancel)) {
            node.setVisible(task != null);
            node.setManaged(task != null);
        }
        start.setVisible(task == null);
        start.setManaged(task == null);
        if (task != null) {
            progress.progressProperty().bind(task.fractionProperty());
        }
    }
}
