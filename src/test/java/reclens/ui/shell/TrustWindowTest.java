package reclens.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
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
import reclens.explanation.Method;
import reclens.ui.MainWindow;
import reclens.ui.SyntheticWorkspace;
import reclens.ui.selection.SelectionModel;
import reclens.ui.workbench.Workbench;

/** Trust in the real window, by keys and clicks. */
@ExtendWith(ApplicationExtension.class)
class TrustWindowTest {
    private MainWindow window;
    private Workbench workbench;
    private SelectionModel selection;
    private MainView view;

    @Start
    void start(Stage stage) {
        window = new MainWindow(stage).withoutDialogs().show(SyntheticWorkspace.of(3));
        workbench = window.workbench();
        selection = workbench.selection();
        view = window.view();
    }

    @AfterEach
    void close(FxRobot robot) {
        window.close(robot);
    }

    private void trust(FxRobot robot) throws TimeoutException {
        window.await(() -> workbench.explanationProperty().get() != null
                && !workbench.checkingProperty().get());
        MainWindow.press(robot, KeyCode.CONTROL, KeyCode.DIGIT5);
        window.await(() -> workbench.explanationProperty().get().faithfulness().containsKey(Method.GRADIENT));
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
        MainWindow.press(robot, KeyCode.RIGHT);
        MainWindow.press(robot, KeyCode.RIGHT);
        assertThat(curve.getAccessibleHelp()).contains("10%", "most recent first", "random, mean");
    }

    @Test
    void theNumbersOfTheCurveAreCopied(FxRobot robot) throws Exception {
        trust(robot);
        robot.interact(view.lookup(".trust-view .chart-pane")::requestFocus);
        MainWindow.press(robot, KeyCode.CONTROL, KeyCode.ALT, KeyCode.N);
        robot.interact(
                () -> assertThat(Clipboard.getSystemClipboard().getString().split("\n"))
                        .hasSize(12));
    }

    @Test
    void theHeldOutEventOpensByKey(FxRobot robot) throws Exception {
        trust(robot);
        MainWindow.press(robot, KeyCode.CONTROL, KeyCode.J);
        window.await(() -> sentence().startsWith("Held-out event: rank "));
        assertThat(view.lookup(".trust-view .chart-pane").getAccessibleText()).contains("rather than");
    }
}
