package reclens.ui.story;

import javafx.stage.Stage;
import reclens.ui.dialog.ToolWindow;
import reclens.ui.theme.ThemeManager;
import reclens.ui.workbench.Workbench;

/** The search for stories in a window of its own, so that users can be tried out beside it. */
public final class StoryWindow {
    private final Workbench workbench;
    private final ToolWindow window;

    public StoryWindow(Workbench workbench, ThemeManager theme) {
        this.workbench = workbench;
        this.window = new ToolWindow("story.title", 1080, 560, theme, this::page);
    }

    /** Opens the window, or brings it to the front. */
    public void open() {
        window.open();
    }

    private StoryView page(Stage stage) {
        StoryViewModel model = new StoryViewModel(workbench);
        stage.setOnHidden(e -> model.cancel());
        ToolWindow.closeOnEscape(stage);
        return new StoryView(model);
    }
}
