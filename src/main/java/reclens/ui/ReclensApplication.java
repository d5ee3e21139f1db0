package reclens.ui;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.image.Image;
import javafx.stage.Screen;
import javafx.stage.Stage;
import reclens.domain.WindowPlace;
import reclens.launch.Launched;
import reclens.session.LastSession;
import reclens.session.Preferences;
import reclens.session.SavedSession;
import reclens.ui.log.Warnings;
import reclens.ui.settings.Settings;
import reclens.ui.shell.StartArguments;
import reclens.ui.task.TaskRunner;

/** The workbench. Started by {@link #launchWith}, since a main class that extends Application needs JavaFX as modules. */
public final class ReclensApplication extends Application {
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;
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
    private WorkbenchWindow window;

    /** Opens the window and returns when it is closed. */
    public static void launchWith(String[] arguments) {
        // Java2D only measures text and draws on our canvas; it must not look for a display of its own.
        System.setProperty("java.awt.headless", "true");
        TOOLKIT.setFilter(
                record -> record.getMessage() == null || !record.getMessage().startsWith(CLASS_PATH_WARNING));
        Warnings.keep();
        Launched.endWithTheLauncher();
        settings = new Settings(Preferences.load());
        WorkbenchWindow.speak(settings.languageProperty().get());
        LastSession last = new LastSession(Preferences.home());
        boolean restore = settings.restoreProperty().get();
        early = new EarlyOpening(
                () -> StartArguments.start(List.of(arguments), last, restore),
                settings.seedProperty().get());
        Application.launch(ReclensApplication.class, arguments);
    }

    @Override
    public void start(Stage stage) {
        Optional<SavedSession> first = early.start().opened();
        window = new WorkbenchWindow(stage, runner, settings);
        window.furnish(
                WIDTH,
                HEIGHT,
                shell -> first.ifPresent(session -> shell.opening().openFirst(session, early::await)));
        early.start().offered().ifPresent(window.view().model().opening()::offer);
        stage.setOnHidden(e -> Platform.exit()); // the lab must not keep the application alive
        addIcons(stage);
        place(stage, first.flatMap(SavedSession::window));
        window.keepPlace();
        window.workbench().explanationProperty().addListener(new FirstExplanation());
        stage.show();
        window.view().requestFocus(); // or the cursor would stand in the search field
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
        stage.setMinWidth(Math.min(WorkbenchWindow.LEAST_WIDTH, screen.getWidth()));
        stage.setMinHeight(Math.min(WorkbenchWindow.LEAST_HEIGHT, screen.getHeight()));
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
        window.close();
        runner.close();
    }
}
