package reclens.ui.wizard;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.Window;
import reclens.ui.UiText;
import reclens.ui.dialog.DialogService;
import reclens.ui.dialog.ToolWindow;
import reclens.ui.theme.ThemeManager;
import reclens.ui.workbench.Workbench;

/** The wizard in a window of its own. Made when it is first opened. */
public final class WizardWindow {
    private static final double WIDTH = 860;
    private static final double HEIGHT = 720;

    private final Workbench workbench;
    private final DialogService dialogs;
    private final ThemeManager theme;
    private final Consumer<Path> open;

    /** @param open opens the folder of a workspace that was written */
    public WizardWindow(Workbench workbench, DialogService dialogs, ThemeManager theme, Consumer<Path> open) {
        this.workbench = workbench;
        this.dialogs = dialogs;
        this.theme = theme;
        this.open = open;
    }

    /** Opens the wizard with files that are known already. */
    public void show(Window owner, List<Path> files) {
        OwnDataViewModel model = new OwnDataViewModel(workbench.runner(), workbench.faults());
        Stage stage = new Stage();
        WizardView view = new WizardView(model, dialogs, folder -> {
            stage.close();
            open.accept(folder);
        });
        Scene scene = new Scene(view);
        theme.follow(scene);
        stage.setOnHidden(e -> theme.unfollow(scene));
        theme.size(stage, WIDTH, HEIGHT);
        Optional.ofNullable(owner).ifPresent(stage::initOwner);
        stage.setTitle(UiText.get("wizard.title"));
        stage.setScene(scene);
        ToolWindow.closeOnEscape(stage);
        model.take(files);
        stage.show();
    }
}
