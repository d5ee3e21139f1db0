package reclens.ui.shell;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Separator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import reclens.ui.UiText;
import reclens.ui.icon.Icons;
import reclens.ui.task.RunningTask;

/** Workspace and model on the left, time, memory and tasks on the right. */
final class StatusBar extends HBox {
    private static final PseudoClass ERRORS = PseudoClass.getPseudoClass("errors");

    private final StatusViewModel model;
    private final HBox tasks = new HBox(8);
    private final Label idle = new Label(UiText.get("status.idle"));
    private final Label title = new Label();
    private final ProgressBar progress = new ProgressBar();
    private final Button cancel = new Button();
    private RunningTask shown;

    /** @param openLog shows what happened */
    StatusBar(StatusViewModel model, Runnable openLog) {
        this.model = model;
        getStyleClass().add("status-bar");
        setAlignment(Pos.CENTER_LEFT);
        Label workspace = bound(model.workspaceProperty());
        workspace.setGraphic(Icons.of("mdi2f-folder-outline", 14, "icon-second"));
        Label notices = bound(model.noticesProperty());
        Tooltip full = new Tooltip();
        full.textProperty().bind(model.noticesInFullProperty());
        notices.setTooltip(full);
        notices.setGraphic(Icons.of("mdi2i-information-outline", 14, "icon-second"));
        Label modelName = bound(model.modelProperty());
        Label window = bound(model.windowProperty());
        Label inference = bound(model.inferenceProperty());
        inference.setGraphic(Icons.of("mdi2t-timer-outline", 14, "icon-second"));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren()
                .addAll(
                        workspace,
                        line(modelName),
                        modelName,
                        line(window),
                        window,
                        line(notices),
                        notices,
                        gap,
                        inference,
                        line(inference),
                        bound(model.memoryProperty()),
                        line(idle),
                        tasks,
                        line(idle),
                        log(openLog));
        buildTasks();
        Timeline pulse = new Timeline(new KeyFrame(Duration.millis(250), e -> refresh()));
        pulse.setCycleCount(Animation.INDEFINITE);
        sceneProperty().addListener((p, was, now) -> {
            if (now == null) {
                pulse.stop();
            } else {
                pulse.play();
            }
        });
        refresh();
    }

    private Button log(Runnable open) {
        Button button = new Button("", Icons.of("mdi2t-text-box-outline", 14, "icon-second"));
        button.getStyleClass().addAll("flat", "tiny-button", "log-button");
        button.textProperty().bind(model.unreadProperty());
        button.accessibleTextProperty().bind(model.unreadInFullProperty());
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(e -> open.run());
        button.textProperty().addListener((p, was, now) -> button.pseudoClassStateChanged(ERRORS, !now.isEmpty()));
        return button;
    }

    private static Label bound(javafx.beans.value.ObservableValue<String> text) {
        Label label = new Label();
        label.textProperty().bind(text);
        label.managedProperty().bind(label.textProperty().isNotEmpty());
        label.visibleProperty().bind(label.managedProperty());
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private static Node line(Label of) {
        Separator line = new Separator(Orientation.VERTICAL);
        line.managedProperty().bind(of.managedProperty());
        line.visibleProperty().bind(of.managedProperty());
        return line;
    }

    private void buildTasks() {
        idle.setGraphic(Icons.of("mdi2c-check-circle-outline", 14, "icon-good"));
        idle.setMinWidth(USE_PREF_SIZE);
        title.setMinWidth(USE_PREF_SIZE);
        progress.setPrefWidth(120);
        progress.getStyleClass().add("task-progress");
        cancel.setGraphic(Icons.of("mdi2c-close", 14));
        cancel.getStyleClass().addAll("flat", "tiny-button");
        cancel.setAccessibleText(UiText.get("status.cancel"));
        cancel.setTooltip(new Tooltip(UiText.get("status.cancel")));
        cancel.setOnAction(e -> {
            if (shown != null) {
                shown.cancel();
            }
        });
        tasks.setAlignment(Pos.CENTER_RIGHT);
    }

    private void refresh() {
        Runtime runtime = Runtime.getRuntime();
        model.showMemory(runtime.totalMemory() - runtime.freeMemory());
        RunningTask task = model.taskToShow(System.nanoTime());
        if (task != null) {
            title.setText(model.describe(task));
            double fraction = task.fractionProperty().get();
            progress.setProgress(fraction < 0 ? ProgressBar.INDETERMINATE_PROGRESS : fraction);
        }
        if (task != shown || tasks.getChildren().isEmpty()) {
            shown = task;
            if (task == null) {
                tasks.getChildren().setAll(idle);
            } else {
                tasks.getChildren().setAll(title, progress, cancel);
            }
        }
    }
}
