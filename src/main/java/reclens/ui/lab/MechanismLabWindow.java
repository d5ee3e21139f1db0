package reclens.ui.lab;

import javafx.scene.Scene;
import javafx.stage.Stage;
import reclens.ui.UiText;
import reclens.ui.chart.ChartTheme;
import reclens.ui.dialog.DialogService;
import reclens.ui.dialog.FileKind;
import reclens.ui.theme.ThemeManager;
import reclens.ui.workbench.Workbench;

/** The lab in a window of its own, so that it can stand beside the explanation it is used to understand. */
public final class MechanismLabWindow {
    private static final double WIDTH = 1180;
    private static final double HEIGHT = 780;

    private final Workbench workbench;
    private final DialogService dialogs;
    private final ThemeManager theme;
    private Stage stage;

    public MechanismLabWindow(Workbench workbench, DialogService dialogs, ThemeManager theme) {
        this.workbench = workbench;
        this.dialogs = dialogs;
        this.theme = theme;
    }

    /** Opens the window, or brings it to the front. */
    public void open() {
        if (stage == null) {
            MechanismLabView view = new MechanismLabView(
                    new MechanismLabViewModel(workbench),
                    ChartTheme.of(theme),
                    () -> dialogs.chooseFile(UiText.get("lab.load"), FileKind.MECHANISM));
            Scene scene = new Scene(view);
            theme.follow(scene);
            stage = new Stage();
            stage.setTitle(UiText.get("lab.title"));
            stage.setScene(scene);
            theme.keepSize(stage, WIDTH, HEIGHT);
        }
        stage.show();
        stage.toFront();
    }
}
