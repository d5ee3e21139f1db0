package reclens.ui;

import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Logger;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import reclens.domain.WindowPlace;
import reclens.launch.Launched;
import reclens.session.LastSession;
import reclens.session.Preferences;
import reclens.session.SavedSession;
import reclens.ui.dialog.DialogService;
import reclens.ui.dialog.FxDialogService;
import reclens.ui.log.Warnings;
import reclens.ui.selection.SelectionModel;
import reclens.ui.settings.Settings;
import reclens.ui.shell.MainView;
import reclens.ui.shell.StartArguments;
import reclens.ui.task.TaskRunner;
import reclens.ui.theme.HanFont;
import reclens.ui.theme.SystemFollower;
import reclens.ui.theme.ThemeManager;
import reclens.ui.workbench.Workbench;

/** The workbench. Started by {@link #launchWith}, since a main class that extends Application needs JavaFX as modules. */
public final class ReclensApplication extends Application {
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;
    private static final double LEAST_WIDTH = 1024;
    private static final double LEAST_HEIGHT = 640;
    /** JavaFX runs on the class path as well as it does on the module path; its warning would only worry the user. */
    private static final String CLASS_PATH_WARNING = "Unsupported JavaFX configuration";

    private static final int[] ICON_SIZES = {16, 32, 48, 64, 128, 256};

    /** Held, or the filter would be collected with it. */
    private static final Logger TOOLKIT = Logger.getLogger("javafx");

    /** What {@link #launchWith} began to open; the toolkit makes the application object, so there is no other way to it. */
    private static EarlyOpening early;

    /** Read by {@link #launchWith}: the language must be known before anything is said. */
    private static Settings settings;

    private final TaskRunner runner = new TaskRunner(Platform::runLater);
    private Workbench workbench;
    private MainView view;
    /** Where the window stands when it is not maximised. */
    private WindowPlace normal;

    /** Opens the window and returns when it is closed. */
    public static void launchWith(String[] arguments) {
        // Java2D only measures text and draws on our canvas; it must not look for a display of its own.
        System.setProperty("java.awt.headless", "true");
        TOOLKIT.setFilter(
                record -> record.getMessage() == null || !record.getMessage().startsWith(CLASS_PATH_WARNING));
        Warnings.keep();
        Launched.endWithTheLauncher();
        settings = new Settings(Preferences.load());
        speak(settings.languageProperty().get());
        LastSession last = new LastSession(Preferences.home());
        boolean restore = settings.restoreProperty().get();
        early = new EarlyOpening(
                () -> StartArguments.start(List.of(arguments), last, restore),
                settings.seedProperty().get());
        Application.launch(ReclensApplication.class, arguments);
    }

    private static void speak(Locale language) {
        UiText.use(language);
        Locale.setDefault(language); // the toolkit has words of its own: buttons of dialogs, menus of text fields
    }

    @Override
    public void start(Stage stage) {
        Optional<SavedSession> first = early.start().opened();
        furnish(
                stage,
                WIDTH,
                HEIGHT,
                () -> first.ifPresent(session -> view.model().openFirst(session, early::await)));
        early.start().offered().ifPresent(view.model()::offer);
        stage.setOnHidden(e -> Platform.exit()); // the lab must not keep the application alive
        addIcons(stage);
        place(stage, first.flatMap(SavedSession::window));
        keepPlace(stage);
        workbench.explanationProperty().addListener(new FirstExplanation());
        stage.show();
        view.requestFocus(); // or the cursor would stand in the search field
    }

    /**
     * Makes all that is inside the window, in the language of the settings.
     *
     * @param opening begins to open what is to be shown, before the window could show the welcome page instead
     */
    private void furnish(Stage stage, double width, double height, Runnable opening) {
        ThemeManager theme = new ThemeManager(settings);
        if (!HanFont.shows(UiText.locale())) {
            speak(Locale.ENGLISH); // the preference stays, for when there is a font
        }
        new SystemFollower(theme, runner).follow(stage);
        DialogService dialogs = new FxDialogService(() -> stage, theme);
        workbench = new Workbench(
                runner, new SelectionModel(), fault -> dialogs.showError(UiText.get("error.title"), fault));
        view = new MainView(workbench, dialogs, settings.preferences(), theme);
        opening.run();
        Scene scene = new Scene(view, width, height);
        theme.followWithin(scene, LEAST_WIDTH, LEAST_HEIGHT);
        stage.setScene(scene);
        stage.setTitle(UiText.get("app.name"));
        workbench
                .workspaceProperty()
                .addListener((p, was, now) ->
                        stage.setTitle(now == null ? UiText.get("app.name") : UiText.format("app.title", now.title())));
        settings.languageProperty().addListener((p, was, now) -> Platform.runLater(() -> speak(stage, dialogs, now)));
    }

    /** Words are read when a view is made, so another language makes all views anew, and shows in them what was open. */
    private void speak(Stage stage, DialogService dialogs, Locale language) {
        if (!HanFont.shows(language)) {
            dialogs.showMessage(UiText.get("language.title"), UiText.get("language.no-font"));
            return;
        }
        Optional<SavedSession> open = view.model().sessions().now().map(SavedSession::ended);
        Optional<SavedSession> offered =
                Optional.ofNullable(view.model().offeredProperty().get());
        boolean choosing = view.preferencesShown();
        List.copyOf(Window.getWindows()).stream().filter(w -> w != stage).forEach(Window::hide);
        workbench.close();
        speak(language);
        settings = new Settings(settings.preferences()); // whoever followed the old ones is gone
        furnish(
                stage,
                stage.getScene().getWidth(),
                stage.getScene().getHeight(),
                () -> open.ifPresent(session -> view.model().openSession(session)));
        keepPlace(stage);
        offered.ifPresent(view.model()::offer);
        if (choosing) {
            view.openPreferences();
        }
    }

    /** The size and maximised state of the window are part of the session; while it is maximised, its size is not its own. */
    private void keepPlace(Stage stage) {
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

    private static void place(Stage stage, Optional<WindowPlace> kept) {
        preset(stage);
        kept.ifPresent(place -> {
            // A screen may be gone since, and with it the window.
            boolean visible = !Screen.getScreensForRectangle(place.x() + 40, place.y() + 10, place.width() - 80, 20)
                    .isEmpty();
            stage.setWidth(Math.max(stage.getMinWidth(), place.width()));
            stage.setHeight(Math.max(stage.getMinHeight(), place.height()));
            if (visible) {
                stage.setX(place.x());
                stage.setY(place.y());
            } else {
                preset(stage);
            }
            stage.setMaximized(place.maximised());
        });
    }

    private static void preset(Stage stage) {
        var screen = Screen.getPrimary().getVisualBounds();
        stage.setMinWidth(Math.min(LEAST_WIDTH, screen.getWidth()));
        stage.setMinHeight(Math.min(LEAST_HEIGHT, screen.getHeight()));
        stage.setWidth(Math.min(Math.max(WIDTH, screen.getWidth() * 0.9), screen.getWidth()));
        stage.setHeight(Math.min(Math.max(HEIGHT, screen.getHeight() * 0.9), screen.getHeight()));
        stage.centerOnScreen();
    }

    private static void addIcons(Stage stage) {
        for (int size : ICON_SIZES) {
            InputStream icon = ReclensApplication.class.getResourceAsStream("/reclens/icons/reclens-" + size + ".png");
            if (icon != null) {
                stage.getIcons().add(new Image(icon));
            }
        }
    }

    @Override
    public void stop() {
        view.model().sessions().end();
        workbench.close();
        settings.preferences().save();
        runner.close();
    }
}
