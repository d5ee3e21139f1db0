package reclens.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import reclens.session.Preferences;
import reclens.session.Workspace;
import reclens.ui.dialog.DialogService;
import reclens.ui.dialog.FxDialogService;
import reclens.ui.selection.SelectionModel;
import reclens.ui.shell.MainView;
import reclens.ui.task.TaskRunner;
import reclens.ui.theme.ThemeManager;
import reclens.ui.workbench.Workbench;

/** The whole window, for tests that drive it. A fault that no dialog took fails the test when the window is closed. */
public final class MainWindow {
    private static final long PATIENCE_SECONDS = 60;

    private final Stage stage;
    private final List<Throwable> faults = new ArrayList<>();
    private double width = 1280;
    private double height = 800;
    private Executor thread = Platform::runLater;
    private Preferences preferences;
    private DialogService dialogs;
    private TaskRunner runner;
    private Workbench workbench;
    private ThemeManager theme;
    private MainView view;

    /** With preferences as they come and dialogs that would be shown. */
    public MainWindow(Stage stage) {
        this.stage = stage;
    }

    public MainWindow sized(double w, double h) {
        this.width = w;
        this.height = h;
        return this;
    }

    /** @param executor runs what belongs on the window's thread */
    public MainWindow thread(Executor executor) {
        this.thread = executor;
        return this;
    }

    public MainWindow preferences(Preferences kept) {
        this.preferences = kept;
        return this;
    }

    /** Told of faults too. */
    public MainWindow dialogs(DialogService answers) {
        this.dialogs = answers;
        return this;
    }

    /** Any dialog is a fault. */
    public MainWindow withoutDialogs() {
        return dialogs((DialogService) Proxy.newProxyInstance(
                MainWindow.class.getClassLoader(), new Class<?>[] {DialogService.class}, (proxy, method, arguments) -> {
                    throw new AssertionError(method.getName());
                }));
    }

    public MainWindow show() {
        preferences = preferences == null ? Preferences.load(newHome()) : preferences;
        theme = new ThemeManager(preferences);
        runner = new TaskRunner(thread);
        DialogService answers = dialogs;
        workbench = new Workbench(
                runner, new SelectionModel(), answers == null ? faults::add : fault -> answers.showError("", fault));
        view = new MainView(
                workbench, answers == null ? new FxDialogService(() -> stage, theme) : answers, preferences, theme);
        Scene scene = new Scene(view, width, height);
        theme.followWithin(scene, 1024, 640); // as the application does
        stage.setScene(scene);
        stage.show();
        return this;
    }

    public MainWindow show(Workspace workspace) {
        show();
        workbench.show(workspace);
        return this;
    }

    private static Path newHome() {
        try {
            return Files.createTempDirectory("reclens-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Workbench workbench() {
        return workbench;
    }

    public MainView view() {
        return view;
    }

    public ThemeManager theme() {
        return theme;
    }

    public void await(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Until an explanation and its check are there. */
    public void awaitExplanation() throws TimeoutException {
        await(() -> workbench.explanationProperty().get() != null
                && !workbench.checkingProperty().get());
    }

    /** Presses keys together and lets them go in the opposite order. */
    public static void press(FxRobot robot, KeyCode... keys) {
        robot.press(keys);
        for (int i = keys.length - 1; i >= 0; i--) {
            robot.release(keys[i]);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Ends what runs, and closes the windows that were opened over this one. */
    public void close(FxRobot robot) {
        robot.interact(() -> List.copyOf(Window.getWindows()).stream()
                .filter(other -> other != stage)
                .forEach(Window::hide));
        runner.close();
        assertThat(faults).isEmpty();
    }
}
