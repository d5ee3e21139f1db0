package reclens.ui.lab;

import reclens.ui.UiText;
import reclens.ui.chart.ChartTheme;
import reclens.ui.dialog.DialogService;
import reclens.ui.dialog.FileKind;
import reclens.ui.dialog.ToolWindow;
import reclens.ui.theme.ThemeManager;
import reclens.ui.workbench.Workbench;

/** The lab in a window of its own, so that it can stand beside the explanation it is used to understand. */
public final class MechanismLabWindow {
    private final Workbench workbench;
    private final DialogService dialogs;
    private final ThemeManager theme;
    private final ToolWindow window;

    public MechanismLabWindow(Workbench workbench, DialogService dialogs, ThemeManager theme) {
        this.workbench = workbench;
        this.dialogs = dialogs;
        this.theme = theme;
        this.window = new ToolWindow("lab.title", 1180, 780, theme, stage -> page());
    }

    /** Opens the window, or brings it to the front. */
    public void open() {
        window.open();
    }

    private MechanismLabView page() {
        return new MechanismLabView(
                new MechanismLabViewModel(workbench),
                ChartTheme.of(theme),
                () -> dialogs.chooseFile(UiText.get("lab.load"), FileKind.MECHANISM));
    }
}
