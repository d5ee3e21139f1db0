package reclens.ui;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.Window;
import reclens.domain.WindowPlace;
import reclens.session.SavedSession;
import reclens.ui.dialog.DialogService;
import reclens.ui.dialog.FxDialogService;
import reclens.ui.selection.SelectionModel;
import reclens.ui.settings.Settings;
import reclens.ui.shell.MainView;
import reclens.ui.shell.ShellViewModel;
import reclens.ui.task.TaskRunner;
import reclens.ui.theme.HanFont;
import reclens.ui.theme.SystemFollower;
import reclens.ui.theme.ThemeManager;
import reclens.ui.workbench.Workbench;

/** The inside of the main window. It is made anew when another language is chosen, and shows then what it showed before. */
final class WorkbenchWindow {
    static final double LEAST_WIDTH = 1024;
    static final double LEAST_HEIGHT = 640;

    private final Stage stage;
    private final TaskRunner runner;
    private Settings settings;
    private Workbench workbench;
    private MainView view;
    /** Where the window stands when it is not maximised. */
    private WindowPlace normal;

    WorkbenchWindow(Stage stage, TaskRunner runner, Settings settings) {
        this.stage = stage;
        this.runner = runner;
        this.settings = settings;
    }

    MainView view() {
        return view;
    }

    Workbench workbench() {
        return workbench;
    }

    /** Speaks the language in everything that is made from now on. */
    static void speak(Locale language) {
        UiText.use(language);
        Locale.setDefault(language); // the toolkit has words of its own: buttons of dialogs, menus of text fields
    }

    /**
     * Makes all that is inside, in the language that is spoken.
     *
     * @param opening begins to open what is to be shown, before the window could show the welcome page instead
     */
    void furnish(double width, double height, Consumer<ShellViewModel> opening) {
        ThemeManager theme = new ThemeManager(settings);
        if (!HanFont.shows(UiText.locale())) {
            speak(Locale.ENGLISH); // the preference stays, for when there is a font
        }
        new SystemFollower(theme, runner).follow(stage);
        DialogService dialogs = new FxDialogService(() -> stage, theme);
        workbench = new Workbench(
                runner, new SelectionModel(), fault -> dialogs.showError(UiText.get("error.title"), fault));
        view = new MainView(workbench, dialogs, settings.preferences(), theme);
        opening.accept(view.model());
        Scene scene = new Scene(view, width, height);
        theme.followWithin(scene, LEAST_WIDTH, LEAST_HEIGHT);
        stage.setScene(scene);
        stage.setTitle(UiText.get("app.name"));
        workbench
                .workspaceProperty()
                .addListener((p, was, now) ->
                        stage.setTitle(now == null ? UiText.get("app.name") : UiText.format("app.title", now.title())));
        settings.languageProperty().addListener((p, was, now) -> Platform.runLater(() -> speak(dialogs, now)));
    }

    /** Words are read when a view is made, so another language makes all views anew, and shows in them what was open. */
    private void speak(DialogService dialogs, Locale language) {
        if (!HanFont.shows(language)) {
            dialogs.showMessage(UiText.get("language.title"), UiText.get("language.no-font"));
            return;
        }
        Optional<SavedSession> open = view.model().sessions().now().map(SavedSession::ended);
        Optional<SavedSession> offered =
                Optional.ofNullable(view.model().opening().offeredProperty().get());
        boolean choosing = view.preferencesShown();
        List.copyOf(Window.getWindows()).stream().filter(w -> w != stage).forEach(Window::hide);
        workbench.close();
        speak(language);
        settings = new Settings(settings.preferences()); // whoever followed the old ones is gone
        furnish(
                stage.getScene().getWidth(),
                stage.getScene().getHeight(),
                shell -> open.ifPresent(shell.opening()::openSession));
        keepPlace();
        offered.ifPresent(view.model().opening()::offer);
        if (choosing) {
            view.openPreferences();
        }
    }

    /** The size and maximised state of the window are part of the session; while it is maximised, its size is not its own. */
    void keepPlace() {
        view.model()
                .sessions()
                .keepPlace(
                        () -> {
                            if (!stage.isMaximized() && !stage.isFullScreen()) {
                                normal = new WindowPlace(
                                        stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false);
                            }
                            return Optional.ofNullable(normal)
                                    .map(n ->
                                            new WindowPlace(n.x(), n.y(), n.width(), n.height(), stage.isMaximized()));
                        },
                        stage.xProperty(),
                        stage.yProperty(),
                        stage.widthProperty(),
                        stage.heightProperty(),
                        stage.maximizedProperty());
    }

    /** An orderly end: the session is kept as ended, and what was chosen is saved. */
    void close() {
        view.model().sessions().end();
        workbench.close();
        settings.preferences().save();
    }
}
