package reclens.ui.trust;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import reclens.chart.ChartNumbers;
import reclens.ui.UiText;
import reclens.ui.control.Card;
import reclens.ui.control.Segmented;
import reclens.ui.task.RunningTask;
import reclens.ui.trust.StudyTable.Figure;

/** The methods over many users: what to run, and the tables that it gave. */
final class ManyPage extends ScrollPane {
    private static final double ROW = 40;
    private static final double HEAD = 48;
    private static final double NAME_WIDTH = 178;
    private static final double INTERVAL_WIDTH = 108;
    private static final double COUNT_WIDTH = 72;

    private final ManyViewModel model;
    private final VBox cards = new VBox(16);
    private final Button run = new Button(UiText.get("evaluate.run"));
    private final Button copy = new Button(UiText.get("chart.copy-numbers"));
    private final Button cancel = new Button(UiText.get("why.method.cancel"));
    private final ProgressBar progress = new ProgressBar();
    private final Label seed = new Label();

    ManyPage(ManyViewModel model) {
        this.model = model;
        getStyleClass().addAll("view-scroll", "many-page");
        setFitToWidth(true);
        cards.getStyleClass().add("view-body");
        cards.setPadding(new Insets(16));
        setContent(cards);
        model.foundProperty().addListener((p, was, now) -> show());
        model.runningProperty().addListener((p, was, now) -> showRunning());
        model.noteProperty().addListener((p, was, now) -> showRunning());
        show();
    }

    private Node controls() {
        Segmented<Integer> users =
                new Segmented<Integer>(UiText.get("many.users")).options(ManyViewModel.USERS, n -> Integer.toString(n));
        users.valueProperty().bindBidirectional(model.usersProperty());
        CheckBox randomised = new CheckBox(UiText.get("many.randomised"));
        randomised.setTooltip(new Tooltip(UiText.get("many.randomised.meaning")));
        randomised.selectedProperty().bindBidirectional(model.randomisedProperty());
        seed.getStyleClass().add("second-line");
        run.setDefaultButton(false);
        run.getStyleClass().add("accent");
        run.setOnAction(e -> model.run());
        cancel.setOnAction(e -> model.cancel());
        copy.setOnAction(e -> copy());
        progress.getStyleClass().add("task-progress");
        progress.setPrefWidth(160);
        progress.setAccessibleText(UiText.get("task.many"));
        HBox running = new HBox(8, progress, cancel);
        running.setAlignment(Pos.CENTER_LEFT);
        running.visibleProperty().bind(progress.visibleProperty());
        running.managedProperty().bind(progress.visibleProperty());
        FlowPane line = new FlowPane(16, 8, users.labelled(), randomised, seed, run, copy, running);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(ChartNumbers.tsv(model.numbers()));
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void show() {
        if (cards.getChildren().isEmpty()) {
            cards.getChildren().add(controls());
        }
        cards.getChildren().remove(1, cards.getChildren().size());
        ManyViewModel.Found found = model.foundProperty().get();
        if (found != null) {
            Card methods = new Card(UiText.get("trust.methods"));
            methods.hint().setText(UiText.get("many.hint"));
            methods.content(table(found.methods(), UiText.get("trust.methods")));
            Card planted = new Card(UiText.get("trust.planted"));
            planted.hint().setText(found.plantedNote());
            found.planted().ifPresent(table -> planted.content(table(table, UiText.get("trust.planted"))));
            cards.getChildren().addAll(methods, planted);
        }
        showRunning();
    }

    private void showRunning() {
        RunningTask task = model.runningProperty().get();
        run.setDisable(task != null);
        copy.setDisable(model.foundProperty().get() == null);
        seed.setText(UiText.format("many.seed", model.seed()));
        progress.setVisible(task != null);
        progress.progressProperty().unbind();
        if (task != null) {
            progress.progressProperty().bind(task.fractionProperty());
        }
    }

    private static TableView<List<Figure>> table(StudyTable study, String name) {
        TableView<List<Figure>> table = new TableView<>(FXCollections.observableArrayList(study.rows()));
        table.getStyleClass().addAll("numbers-table", "study-table");
        table.setAccessibleText(name);
        table.setFixedCellSize(ROW);
        double height = HEAD + study.rows().size() * ROW + 16;
        table.setMinHeight(height);
        table.setPrefHeight(height);
        for (int i = 0; i < study.columns().size(); i++) {
            table.getColumns().add(column(study.columns().get(i), i));
        }
        return table;
    }

    private static TableColumn<List<Figure>, Figure> column(StudyTable.Column of, int index) {
        boolean count = of.meaning().equals(UiText.get("many.column.verdict.meaning"));
        TableColumn<List<Figure>, Figure> column = new TableColumn<>();
        Label head = new Label(of.name());
        head.setWrapText(true);
        head.setMaxWidth(Double.MAX_VALUE);
        head.getStyleClass().add("column-head");
        Tooltip meaning = new Tooltip(of.meaning());
        meaning.setWrapText(true);
        meaning.setMaxWidth(340);
        head.setTooltip(meaning);
        head.setAccessibleHelp(of.meaning());
        column.setGraphic(head);
        column.setPrefWidth(index == 0 ? NAME_WIDTH : count ? COUNT_WIDTH : INTERVAL_WIDTH);
        column.setSortable(false);
        column.setReorderable(false);
        if (index > 0) {
            column.getStyleClass().add("number-column");
        }
        column.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(row.getValue().get(index)));
        column.setCellFactory(c -> new TableCell<>() {
            @Override
            protected void updateItem(Figure figure, boolean empty) {
                super.updateItem(figure, empty);
                boolean none = empty || figure == null;
                setText(none || !figure.interval().isEmpty() ? null : figure.value());
                setGraphic(none || figure.interval().isEmpty() ? null : mean(figure));
            }
        });
        return column;
    }

    private static Node mean(Figure figure) {
        Label value = new Label(figure.value());
        Label interval = new Label(figure.interval());
        interval.getStyleClass().add("column-head");
        VBox lines = new VBox(value, interval);
        lines.setAlignment(Pos.CENTER_RIGHT);
        lines.setAccessibleText(figure.text());
        return lines;
    }
}
