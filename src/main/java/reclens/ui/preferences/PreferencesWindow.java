package reclens.ui.preferences;

import javafx.stage.Stage;
import javafx.stage.Window;
import reclens.ui.dialog.ToolWindow;
import reclens.ui.theme.ThemeManager;

/** The preferences in a window over the one that they change. */
public final class PreferencesWindow {
    private final ThemeManager theme;
    private final ToolWindow window;

    public PreferencesWindow(ThemeManager theme) {
        this.theme = theme;
        this.window = new ToolWindow("prefs.title", 760, 620, theme, this::page);
    }

    /** Opens the window, or brings it to the front. */
    public void open(Window owner) {
        window.open(owner);
    }

    public boolean isShowing() {
        return window.isShowing();
    }

    private PreferencesView page(Stage stage) {
        return new PreferencesView(new PreferencesViewModel(theme.settings(), theme.shownScaleProperty()), stage::hide);
    }
}
