package reclens.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import reclens.explanation.Method;
import reclens.session.Preferences;
import reclens.ui.SyntheticWorkspace;
import reclens.ui.dialog.DialogService;
import reclens.ui.selection.SelectionModel;
import reclens.ui.task.TaskRunner;
import reclens.ui.theme.ThemeManager;
import reclens.ui.workbench.Workbench;

/** Trust in the real window, by keys and clicks. */
@ExtendWith(ApplicationExtension.class)
class TrustWindowTest {
    private final TaskRunner runner = new TaskRunner(Platform::runLater);
    private final SelectionModel selection = new SelectionModel();
    private Workbench workbench;
    private MainView view;

    @Start
    void start(Stage stage) throws Exception {
        Preferences preferences = Preferences.load(Files.createTempDirectory("reclens-test"));
        ThemeManager theme = new ThemeManager(preferences);
        workbench = new Workbench(runner, selection, fault -> {
            throw new AssertionError(fault);
        });
        DialogService none = (DialogService) Proxy.newProxyInstance(
                TrustWindowTest.class.getClassLoader(),
                new Class<?>[] {DialogService.class},
                (proxy, method, arguments) -> {
                    throw new AssertionError(method.getName());
                });
        view = new MainView(workbench, none, preferences, theme);
        Scene scene = new Scene(view, 1280, 800);
        theme.follow(scene);
        stage.setScene(scene);
        stage.show();
        workbench.show(SyntheticWorkspace.of(3));
    }

    @AfterEach
    void close() {
        runner.close();
    }

    private void await(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void press(FxRobot robot, KeyCode... keys) {
        robot.press(keys).release(keys);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void trust(FxRobot robot) throws TimeoutException {
        await(() -> workbench.explanationProperty().get() != null
                && !workbench.checkingProperty().get());
        press(robot, KeyCode.CONTROL, KeyCode.DIGIT5);
        await(() -> workbench.explanationProperty().get().faithfulness().containsKey(Method.GRADIENT));
    }

    private TableView<?> table() {
        return (TableView<?>) view.lookup(".method-table");
    }

    private String sentence() {
        return ((Label) view.lookup(".verdict-sentence")).getText();
    }

    @Test
    void aLineOfTheTableChoosesItsMethod(FxRobot robot) throws Exception {
        trust(robot);
        Method before = selection.methodProperty().get();
        int chosen = table().getSelectionModel().getSelectedIndex();
        robot.interact(() -> table().getSelectionModel().select(chosen == 0 ? 1 : 0));
        assertThat(selection.methodProperty().get()).isNotEqualTo(before);
    }

    @Test
    void arrowKeysReadThePointsOfTheCurve(FxRobot robot) throws Exception {
        trust(robot);
        Node curve = view.lookup(".trust-view .chart-pane");
        assertThat(curve.getAccessibleText()).startsWith("Deletion curve");
        robot.interact(curve::requestFocus);
        press(robot, KeyCode.RIGHT);
        press(robot, KeyCode.RIGHT);
        assertThat(curve.getAccessibleHelp()).contains("10%", "most recent first", "random, mean");
    }

    @Test
    void theNumbersOfTheCurveAreCopied(FxRobot robot) throws Exception {
        trust(robot);
        robot.interact(view.lookup(".trust-view .chart-pane")::requestFocus);
        press(robot, KeyCode.CONTROL, KeyCode.ALT, KeyCode.N);
        robot.interact(
                () -> assertThat(Clipboard.getSystemClipboard().getString().split("\n"))
                        .hasSize(12));
    }

    @Test
    void theHeldOutEventOpensByKey(FxRobot robot) throws Exception {
        trust(robot);
        press(robot, KeyCode.CONTROL, KeyCode.J);
        await(() -> sentence().startsWith("Held-out event: rank "));
        assertThat(view.lookup(".trust-view .chart-pane").getAccessibleText()).contains("rather than");
    }
}
