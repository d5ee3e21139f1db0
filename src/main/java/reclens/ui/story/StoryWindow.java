package reclens.ui.story;

import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.stage.Stage;
import reclens.ui.UiText;
import reclens.ui.theme.ThemeManager;
import reclens.ui.workbench.Workbench;

/** The search for stories in a window of its own, so that users can be tried out beside it. */
public final class StoryWindow {
    private static final double WIDTH = 1080;
    private static final double HEIGHT = 560;

    private final Workbench workbench;
    private final ThemeManager theme;
    private Stage stage;

    public StoryWindow(Workbench workbench, ThemeManager theme) {
        this.workbench = workbench;
        this.theme = theme;
    }

    /** Opens the window, or brings it to the front. */
    public void open() {
        if (stage == null) {
            StoryViewModel model = new StoryViewModel(workbench);
            Scene scene = new Scene(new StoryView(model));
            theme.follow(scene);
            stage = new Stage();
            stage.setTitle(UiText.get("story.title"));
            stage.setScene(scene);
            theme.keepSize(stage, WIDTH, HEIGHT);
            stage.setOnHidden(e -> model.cancel());
            scene.getAccelerators().put(new KeyCodeCombination(KeyCode.ESCAPE), stage::hide);
        }
        stage.show();
        stage.toFront();
    }
}
