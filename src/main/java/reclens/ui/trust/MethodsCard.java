package reclens.ui.trust;

import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import reclens.ui.UiText;
import reclens.ui.control.Card;
import reclens.ui.task.RunningTask;

/** Every method beside the others, for this one recommendation; slow ones are computed on demand. */
final class MethodsCard extends Card {
    private final TrustViewModel model;
    private final Button all = new Button(UiText.get("trust.compute.all"));
    private final Label stage = new Label();
    private final ProgressBar progress = new ProgressBar();
    private final Button cancel = new Button(UiText.get("why.method.cancel"));

    MethodsCard(TrustViewModel model, MethodTable table) {
        super(UiText.get("trust.methods"));
        this.model = model;
        all.getStyleClass().add("small-button");
        all.setOnAction(e -> model.computeAll());
        cancel.getStyleClass().add("small-button");
        cancel.setOnAction(e -> model.cancel());
        stage.getStyleClass().add("second-line");
        progress.getStyleClass().add("task-progress");
        progress.setPrefWidth(120);
        progress.accessibleTextProperty().bind(stage.textProperty());
        HBox tools = new HBox(8, stage, progress, cancel, all);
        tools.setAlignment(Pos.CENTER_RIGHT);
        content(table);
        tools(tools);
        model.runningProperty().addListener((p, was, now) -> show());
        model.rows().addListener((ListChangeListener<MethodRow>) c -> show());
        show();
    }

    private void show() {
        RunningTask task = model.runningProperty().get();
        boolean running = task != null;
        for (var node : new javafx.scene.Node[] {stage, progress, cancel}) {
            node.setVisible(running);
            node.setManaged(running);
        }
        boolean waiting = model.rows().stream().anyMatch(r -> r.state() == MethodRow.State.WAITING);
        all.setVisible(!running && waiting);
        all.setManaged(!running && waiting);
        progress.progressProperty().unbind();
        if (running) {
            stage.setText(task.title());
            progress.progressProperty().bind(task.fractionProperty());
        }
    }
}
