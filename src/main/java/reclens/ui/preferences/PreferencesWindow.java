package reclens.ui.preferences;

import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.Window;
import reclens.ui.UiText;
import reclens.ui.theme.ThemeManager;

/** The preferences in a window over the one that they change. Made when it is first opened. */
public final class PreferencesWindow {
    private static final double WIDTH = 760;
    private static final double HEIGHT = 620;

    private final ThemeManager theme;
    private Stage stage;

    public PreferencesWindow(ThemeManager theme) {
        this.theme = theme;
    }

    /** Opens the window, or brings it to the front. */
    public void open(Window owner) {
        if (stage == null) {
            stage = new Stage();
            stage.initOwner(owner);
            stage.setTitle(UiText.get("prefs.title"));
            PreferencesView view = new PreferencesView(
                    new PreferencesViewModel(theme.settings(), theme.shownScaleProperty()), () -> stage.hide());
            Scene scene = new Scene(view);
            theme.follow(scene);
            stage.setScene(scene);
            theme.keepSize(stage, WIDTH, HEIGHT);
        }
        stage.show();
        stage.toFront();
    }

    public boolean isShowing() {
        return stage != null && stage.isShowing();
    }
}
