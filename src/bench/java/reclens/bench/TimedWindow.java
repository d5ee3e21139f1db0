package reclens.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import reclens.session.Preferences;
import reclens.session.WorkspaceSource;
import reclens.ui.dialog.FxDialogService;
import reclens.ui.selection.SelectionModel;
import reclens.ui.shell.MainView;
import reclens.ui.task.TaskRunner;
import reclens.ui.theme.ThemeManager;
import reclens.ui.workbench.Workbench;

/**
 * The window of the application over one workspace, with places for clocks at its tasks and frames, driven by a script on a
 * thread of its own. A fault of any thread ends the program with its message. Arguments: the folder of the workspace, and how
 * often things are done.
 */
abstract class TimedWindow extends Application {
    private static final long PATIENCE_SECONDS = 60;

    final SelectionModel selection = new SelectionModel();
    final TaskRunner runner = new TaskRunner(task -> Platform.runLater(() -> timed(task)));
    final Random random = new Random(1);
    Workbench workbench;
    MainView view;
    private final int usualTimes;
    private int times;

    /** @param usualTimes how often things are done when the arguments do not say */
    TimedWindow(int usualTimes) {
        this.usualTimes = usualTimes;
    }

    /** Runs a task of the window's thread. */
    abstract void timed(Runnable task);

    /** A frame is about to be laid out. */
    abstract void frameBegins();

    /** A frame is laid out, and whatever is drawn with it. */
    abstract void frameEnds(Scene scene);

    /** What is done while the clocks run, on a thread of its own. Everything ends when it returns. */
    abstract void script();

    /** On the window's thread. */
    abstract void print();

    final int times() {
        return times;
    }

    @Override
    public final void start(Stage stage) throws Exception {
        Thread.currentThread().setUncaughtExceptionHandler((thread, fault) -> fail(fault));
        var arguments = getParameters().getRaw();
        if (arguments.isEmpty()) {
            fail(new IllegalArgumentException("name the folder of a workspace, such as sample-data/shop"));
        }
        times = arguments.size() > 1 ? Integer.parseInt(arguments.get(1)) : usualTimes;
        Preferences preferences = Preferences.load(Files.createTempDirectory("reclens-bench"));
        ThemeManager theme = new ThemeManager(preferences);
        workbench = new Workbench(runner, selection, TimedWindow::fail);
        view = new MainView(workbench, new FxDialogService(() -> stage, theme), preferences, theme);
        Scene scene = new Scene(view, 1440, 900);
        theme.follow(scene);
        stage.setScene(scene);
        Runnable end = () -> frameEnds(scene);
        scene.addPreLayoutPulseListener(() -> {
            frameBegins();
            scene.removePostLayoutPulseListener(end); // to come again after whatever draws there
            scene.addPostLayoutPulseListener(end);
        });
        stage.show();
        workbench.open(WorkspaceSource.folder(Path.of(arguments.get(0))), opened -> {});
        Thread script = new Thread(this::play, "script");
        script.setDaemon(true);
        script.setUncaughtExceptionHandler((thread, fault) -> fail(fault));
        script.start();
    }

    private void play() {
        script();
        FxThread.run(this::print); // where frames no longer add to the figures meanwhile
        Platform.exit();
    }

    private static void fail(Throwable fault) {
        System.err.println(fault.getMessage() == null ? fault : fault.getMessage());
        Runtime.getRuntime().halt(1); // what still runs would be waited for
    }

    /**
     * Waits on the script's thread until something holds on the window's.
     *
     * @throws IllegalStateException when it does not in a minute
     */
    static void await(String what, BooleanSupplier condition) {
        if (!FxThread.await(condition, TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS))) {
            throw new IllegalStateException("waited " + PATIENCE_SECONDS + " s in vain for " + what);
        }
    }

    @Override
    public void stop() {
        workbench.close();
        runner.close();
    }
}
