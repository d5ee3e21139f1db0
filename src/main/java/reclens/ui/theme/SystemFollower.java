package reclens.ui.theme;

import javafx.stage.Window;
import reclens.ui.UiText;
import reclens.ui.settings.ThemeChoice;
import reclens.ui.task.Lane;
import reclens.ui.task.TaskRunner;

/** Keeps the window in the theme of the desktop while the user wants that. Looks whenever the user comes back to the window. */
public final class SystemFollower {
    private final ThemeManager theme;
    private final TaskRunner runner;
    private boolean looking;

    public SystemFollower(ThemeManager theme, TaskRunner runner) {
        this.theme = theme;
        this.runner = runner;
    }

    public void follow(Window window) {
        theme.settings().themeProperty().addListener((p, was, now) -> look());
        window.focusedProperty().addListener((p, was, now) -> {
            if (now) {
                look();
            }
        });
        look(); // the window may be in front already
    }

    private void look() {
        if (looking || theme.settings().themeProperty().get() != ThemeChoice.SYSTEM) {
            return;
        }
        looking = true;
        runner.startQuietly(
                Lane.CHARTS,
                UiText.get("task.appearance"),
                (progress, cancellation) -> new SystemAppearance().read(),
                found -> {
                    looking = false;
                    found.ifPresent(theme::setSystem);
                },
                fault -> looking = false); // the theme stays as it is
    }
}
