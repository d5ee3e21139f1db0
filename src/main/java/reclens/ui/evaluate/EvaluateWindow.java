package reclens.ui.evaluate;

import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.stage.Stage;
import reclens.ui.UiText;
import reclens.ui.chart.ChartCommands;
import reclens.ui.chart.ChartTheme;
import reclens.ui.dialog.DialogService;
import reclens.ui.theme.ThemeManager;
import reclens.ui.workbench.Workbench;

/** The evaluation in a window of its own: it takes a while, and users can be looked at meanwhile. */
public final class EvaluateWindow {
    private static final double WIDTH = 1180;
    private static final double HEIGHT = 720;

    private final Workbench workbench;
    private final DialogService dialogs;
    private final ThemeManager theme;
    private Stage stage;

    public EvaluateWindow(Workbench workbench, DialogService dialogs, ThemeManager theme) {
        this.workbench = workbench;
        this.dialogs = dialogs;
        this.theme = theme;
    }

    /** Opens the window, or brings it to the front. */
    public void open() {
        if (stage == null) {
            EvaluateViewModel model = new EvaluateViewModel(workbench);
            Scene scene = new Scene(new EvaluateView(model, ChartTheme.of(theme), dialogs));
            theme.follow(scene);
            stage = new Stage();
            stage.setTitle(UiText.get("evaluate.title"));
            stage.setScene(scene);
            theme.keepSize(stage, WIDTH, HEIGHT);
            stage.setOnHidden(e -> model.cancel());
            scene.getAccelerators().put(new KeyCodeCombination(KeyCode.ESCAPE), stage::hide);
            ChartCommands.keys(scene);
        }
        stage.show();
        stage.toFront();
    }
}
