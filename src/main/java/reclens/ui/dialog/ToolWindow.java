package reclens.ui.dialog;

import java.util.function.Function;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.stage.Window;
import reclens.ui.UiText;
import reclens.ui.control.MenuKey;
import reclens.ui.theme.ThemeManager;

/** A further window, made when it is first opened, of which there is never a second. */
public final class ToolWindow {
    private final String titleKey;
    private final double width;
    private final double height;
    private final ThemeManager theme;
    private final Function<Stage, ? extends Parent> page;
    private Stage stage;

    /**
     * @param titleKey of the window's texts
     * @param width of the page at 100%, in pixels
     * @param page makes what the window shows, once; the stage has its scene by then
     */
    public ToolWindow(
            String titleKey, double width, double height, ThemeManager theme, Function<Stage, ? extends Parent> page) {
        this.titleKey = titleKey;
        this.width = width;
        this.height = height;
        this.theme = theme;
        this.page = page;
    }

    /** Opens the window, or brings it to the front. */
    public void open() {
        open(null);
    }

    /**
     * Opens the window, or brings it to the front.
     *
     * @param owner which it stays in front of; null for a window that stands beside the others
     */
    public void open(Window owner) {
        if (stage == null) {
            stage = new Stage();
            stage.initOwner(owner);
            stage.setTitle(UiText.get(titleKey));
            Scene scene = new Scene(new Region());
            stage.setScene(scene);
            scene.setRoot(page.apply(stage));
            MenuKey.follow(scene.getRoot());
            theme.follow(scene);
            theme.keepSize(stage, width, height);
        }
        stage.show();
        stage.toFront();
    }

    public boolean isShowing() {
        return stage != null && stage.isShowing();
    }

    public static void closeOnEscape(Stage stage) {
        stage.getScene().getAccelerators().put(new KeyCodeCombination(KeyCode.ESCAPE), stage::hide);
    }
}
