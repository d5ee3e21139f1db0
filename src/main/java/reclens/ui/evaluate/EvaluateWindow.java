package reclens.ui.evaluate;

import javafx.stage.Stage;
import reclens.ui.chart.ChartCommands;
import reclens.ui.chart.ChartTheme;
import reclens.ui.dialog.DialogService;
import reclens.ui.dialog.ToolWindow;
import reclens.ui.theme.ThemeManager;
import reclens.ui.workbench.Workbench;

/** The evaluation in a window of its own: it takes a while, and users can be looked at meanwhile. */
public final class EvaluateWindow {
    private final Workbench workbench;
    private final DialogService dialogs;
    private final ThemeManager theme;
    private final ToolWindow window;

    public EvaluateWindow(Workbench workbench, DialogService dialogs, ThemeManager theme) {
        this.workbench = workbench;
        this.dialogs = dialogs;
        this.theme = theme;
        this.window = new ToolWindow("evaluate.title", 1180, 720, theme, this::page);
    }

    /** Opens the window, or brings it to the front. */
    public void open() {
        window.open();
    }

    private EvaluateView page(Stage stage) {
        EvaluateViewModel model = new EvaluateViewModel(workbench);
        stage.setOnHidden(e -> model.cancel());
        ToolWindow.closeOnEscape(stage);
        ChartCommands.keys(stage.getScene());
        return new EvaluateView(model, ChartTheme.of(theme), dialogs);
    }
}
