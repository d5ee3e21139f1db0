package reclens.ui.model;

import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import reclens.ui.chart.ChartCommands;
import reclens.ui.chart.ChartTheme;
import reclens.ui.dialog.ToolWindow;
import reclens.ui.theme.ThemeManager;
import reclens.ui.workbench.Workbench;

/** The model in a window of its own, so that it can stand beside what it recommends. */
public final class ModelWindow {
    private final Workbench workbench;
    private final ThemeManager theme;
    private final ToolWindow window;

    public ModelWindow(Workbench workbench, ThemeManager theme) {
        this.workbench = workbench;
        this.theme = theme;
        this.window = new ToolWindow("model.title", 1180, 760, theme, this::page);
    }

    /** Opens the window, or brings it to the front. */
    public void open() {
        window.open();
    }

    private ModelView page(Stage stage) {
        ModelViewModel model = new ModelViewModel(workbench);
        ModelView view = new ModelView(model, ChartTheme.of(theme));
        stage.setOnShown(e -> model.setActive(true));
        stage.setOnHidden(e -> model.setActive(false));
        ToolWindow.closeOnEscape(stage);
        stage.getScene().getAccelerators().put(KeyCombination.valueOf("Shortcut+F"), view::focusSearch);
        ChartCommands.keys(stage.getScene());
        return view;
    }
}
