package reclens.ui.why;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import reclens.ui.UiText;
import reclens.ui.task.RunningTask;
import reclens.ui.workbench.FurtherMethods;

/** Stands in the place of the bars while a method is computed, or waits to be asked for. */
final class MethodWait extends VBox {
    private final WhyViewModel model;
    private final Label words = new Label();
    private final ProgressBar progress = new ProgressBar();
    private final Button button = new Button();

    MethodWait(WhyViewModel model) {
        super(12);
        this.model = model;
        setAlignment(Pos.CENTER);
        setMaxWidth(360);
        setPickOnBounds(false);
        words.getStyleClass().add("note");
        words.setWrapText(true);
        progress.setPrefWidth(220);
        progress.getStyleClass().add("task-progress");
        progress.setAccessibleText(UiText.get("task.explain"));
        getChildren().addAll(words, progress, button);
        FurtherMethods further = model.further();
        further.runningProperty().addListener((p, was, now) -> show());
        model.headingProperty().addListener((p, was, now) -> show());
        show();
    }

    private void show() {
        FurtherMethods further = model.further();
        RunningTask task = further.runningProperty().get();
        boolean shown = further.missing();
        setVisible(shown);
        if (!shown) {
            progress.progressProperty().unbind();
            return;
        }
        boolean running = task != null;
        progress.setVisible(running);
        progress.setManaged(running);
        progress.progressProperty().unbind();
        if (running) {
            progress.progressProperty().bind(task.fractionProperty());
            words.setText(task.title());
            button.setText(UiText.get("why.method.cancel"));
            button.setOnAction(e -> further.cancel());
        } else {
            words.setText(UiText.get("why.method.waiting"));
            button.setText(UiText.get("why.method.compute"));
            button.setOnAction(e -> further.compute());
        }
        button.setAccessibleText(
                button.getText() + " " + model.methodName(model.methodProperty().get()));
    }
}
