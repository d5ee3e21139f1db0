package reclens.ui.model;

import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import reclens.ui.UiText;
import reclens.ui.chart.ChartCommands;
import reclens.ui.chart.ChartTheme;
import reclens.ui.theme.ThemeManager;
import reclens.ui.workbench.Workbench;

/** The model in a window of its own, so that it can stand beside what it recommends. */
public final class ModelWindow {
    private static final double WIDTH = 1180;
    private static final double HEIGHT = 760;

    private final Workbench workbench;
    private final ThemeManager theme;
    private Stage stage;

    public ModelWindow(Workbench workbench, ThemeManager theme) {
        this.workbench = workbench;
        this.theme = theme;
    }

    /** Opens the window, or brings it to the front. */
    public void open() {
        if (stage == null) {
            ModelViewModel model = new ModelViewModel(workbench);
            ModelView view = new ModelView(model, ChartTheme.of(theme));
            Scene scene = new Scene(view);
            theme.follow(scene);
            stage = new Stage();
            stage.setTitle(UiText.get("model.title"));
            stage.setScene(scene);
            theme.keepSize(stage, WIDTH, HEIGHT);
            stage.setOnShown(e -> model.setActive(true));
            stage.setOnHidden(e -> model.setActive(false));
            scene.getAccelerators().put(new KeyCodeCombination(KeyCode.ESCAPE), stage::hide);
            scene.getAccelerators().put(KeyCombination.valueOf("Shortcut+F"), view::focusSearch);
            ChartCommands.keys(scene);
        }
        stage.show();
        stage.toFront();
    }
}
