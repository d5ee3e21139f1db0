package reclens.ui.story;

import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import reclens.session.Story;
import reclens.text.Numbers;
import reclens.ui.UiText;
import reclens.ui.control.Badge;
import reclens.ui.control.Meter;
import reclens.ui.task.RunningTask;

/** A table of stories, best first; a click or Enter opens the user. */
final class StoryView extends BorderPane {
    private final StoryViewModel model;
    private final TableView<Story> table;
    private final ProgressBar progress = new ProgressBar();
    private final Button start = new Button(UiText.get("story.search"));
    private final Button cancel = new Button(UiText.get("why.method.cancel"));

    StoryView(StoryViewModel model) {
        this.model = model;
        this.table = new TableView<>(model.stories());
        getStyleClass().addAll("main-area", "story-view");
        setTop(head());
        fill();
        BorderPane.setMargin(table, new Insets(16));
        setCenter(table);
        model.runningProperty().addListener((p, was, now) -> showRunning(now));
        showRunning(model.runningProperty().get());
    }

    private Node head() {
        Label title = new Label(UiText.get("story.title"));
        title.getStyleClass().add("view-title");
        ComboBox<Integer> users = new ComboBox<>();
        users.getItems().setAll(StoryViewModel.userChoices());
        users.accessibleTextProperty().bind(model.usersTextProperty());
        users.valueProperty().bindBidirectional(model.usersProperty());
        Label of = new Label();
        of.textProperty().bind(model.usersTextProperty());
        of.getStyleClass().add("control-label");
        of.setLabelFor(users);
        start.getStyleClass().add("accent");
        start.disableProperty().bind(model.refusedProperty());
        start.setOnAction(e -> model.search());
        start.setDefaultButton(true);
        cancel.setOnAction(e -> model.cancel());
        progress.getStyleClass().add("task-progress");
        progress.setPrefWidth(160);
        progress.setAccessibleText(UiText.get("task.stories"));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(12, title, gap, progress, of, users, cancel, start);
        line.setAlignment(Pos.CENTER_LEFT);
        Label state = new Label();
        state.textProperty().bind(model.stateProperty());
        state.getStyleClass().add("second-line");
        state.setWrapText(true);
        state.setMinHeight(USE_PREF_SIZE);
        VBox head = new VBox(6, line, state);
        head.getStyleClass().add("view-head");
        return head;
    }

    private void fill() {
        table.getStyleClass().addAll("numbers-table", "method-table", "story-table");
        table.setAccessibleText(UiText.get("story.title"));
        table.setFixedCellSize(32);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        Label none = new Label();
        none.textProperty()
                .bind(Bindings.when(model.untriedProperty())
                        .then(UiText.get("story.empty"))
                        .otherwise(""));
        none.getStyleClass().add("note");
        none.setWrapText(true);
        none.setMaxWidth(460);
        table.setPlaceholder(none);
        table.getColumns().add(column("story.column.user", 90, s -> new Label(s.user())));
        table.getColumns().add(column("story.column.value", 110, this::value));
        table.getColumns()
                .add(column(
                        "story.column.item",
                        210,
                        s -> named(model.title(s.recommendation().item()))));
        table.getColumns().add(column("story.column.verdict", 150, this::verdict));
        table.getColumns()
                .add(column("story.column.counterfactual", 120, s -> new Label(StoryViewModel.counterfactual(s))));
        table.getColumns().add(column("story.column.strongest", 250, this::strongest));
        table.getColumns().add(column("story.column.events", 70, s -> new Label(Numbers.count(s.events()))));
        table.setRowFactory(t -> {
            TableRow<Story> row = new TableRow<>();
            row.setOnMouseClicked(e -> {
                if (!row.isEmpty()) {
                    model.open(row.getItem());
                }
            });
            return row;
        });
        table.setOnKeyPressed(e -> {
            Story chosen = table.getSelectionModel().getSelectedItem();
            if (e.getCode() == KeyCode.ENTER && chosen != null) {
                model.open(chosen);
                e.consume();
            }
        });
    }

    private Node value(Story story) {
        Meter meter = new Meter(true);
        meter.show(story.value(), "meter-other");
        Label number = new Label(Numbers.score(story.value()));
        number.setMinWidth(Region.USE_PREF_SIZE);
        HBox box = new HBox(8, meter, number);
        box.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(meter, Priority.ALWAYS);
        return box;
    }

    private Node verdict(Story story) {
        Badge badge = new Badge();
        badge.show(Badge.Tone.of(StoryViewModel.tone(story.verdict())), model.verdict(story.verdict()));
        return badge;
    }

    private Node strongest(Story story) {
        return named(
                UiText.format("story.strongest", model.title(story.strongest()), Numbers.wholePercent(story.share())));
    }

    private static Label named(String text) {
        Label label = new Label(text);
        label.setTooltip(new Tooltip(text));
        return label;
    }

    private static TableColumn<Story, Story> column(String key, double width, Function<Story, Node> of) {
        TableColumn<Story, Story> column = new TableColumn<>();
        Label head = new Label(UiText.get(key));
        head.getStyleClass().add("column-head");
        head.setWrapText(true);
        Tooltip meaning = new Tooltip(UiText.get(key + ".meaning"));
        meaning.setWrapText(true);
        meaning.setMaxWidth(340);
        head.setTooltip(meaning);
        head.setMaxWidth(Double.MAX_VALUE);
        column.setGraphic(head);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(c -> new TableCell<>() {
            @Override
            protected void updateItem(Story story, boolean empty) {
                super.updateItem(story, empty);
                setGraphic(empty || story == null ? null : of.apply(story));
            }
        });
        return column;
    }

    private void showRunning(RunningTask task) {
        progress.progressProperty().unbind();
        for (Node node : new Node[] {progress, cancel}) {
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
