package reclens.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import reclens.ui.MainWindow;
import reclens.ui.SyntheticWorkspace;
import reclens.ui.selection.HeadChoice;
import reclens.ui.selection.SelectionModel;
import reclens.ui.workbench.Workbench;

/**
 * No task of the window's thread takes a quarter of a second. In processor time of that thread, which does not depend on what
 * else the machine does; {@code reclens.bench.Responsiveness} prints the times on a clock.
 */
@ExtendWith(ApplicationExtension.class)
class NeverStallsTest {
    private static final double LIMIT_MILLIS = 250;
    private static final int USERS = 6_040;

    private MainWindow window;
    private Workbench workbench;
    private SelectionModel selection;
    private MainView view;
    private long layoutBegan;
    private double longest;

    @Start
    void start(Stage stage) {
        window = new MainWindow(stage)
                .sized(1440, 900)
                .thread(action -> Platform.runLater(() -> timed(action)))
                .show(SyntheticWorkspace.of(USERS));
        workbench = window.workbench();
        selection = workbench.selection();
        view = window.view();
        Scene scene = stage.getScene();
        Runnable end = () -> record(layoutBegan);
        scene.addPreLayoutPulseListener(() -> {
            layoutBegan = processorTime();
            scene.removePostLayoutPulseListener(end); // to come again after the charts, which are drawn there
            scene.addPostLayoutPulseListener(end);
        });
    }

    @AfterEach
    void close(FxRobot robot) {
        window.close(robot);
    }

    @Test
    void selectingUsersItemsEventsAndHeadsKeepsEveryTaskShort(FxRobot robot) throws Exception {
        List<String> users = workbench.workspace().log().users();
        visit(robot, users.get(1)); // the first round loads classes
        robot.interact(() -> longest = 0);

        for (int i = 2; i < 8; i++) {
            visit(robot, users.get(i * 700));
        }

        assertThat(longest)
                .as("longest task, ms of processor time")
                .isGreaterThan(0)
                .isLessThan(LIMIT_MILLIS);
    }

    private void visit(FxRobot robot, String user) throws Exception {
        act(robot, () -> selection.userProperty().set(user));
        WaitForAsyncUtils.waitFor(
                60,
                TimeUnit.SECONDS,
                () -> workbench.explanationProperty().get() != null
                        && !workbench.checkingProperty().get());
        act(robot, () -> selection
                .itemProperty()
                .set(workbench.recommendationsProperty().get().items().get(3).index()));
        act(robot, () -> selection.eventProperty().set(2));
        act(robot, () -> view.model().screenProperty().set(Screen.ATTENTION));
        act(robot, () -> selection.headProperty().set(HeadChoice.of(0)));
        act(robot, () -> selection.headProperty().set(HeadChoice.MAX));
        act(robot, () -> view.model().screenProperty().set(Screen.WHY));
        act(robot, () -> ((ListView<?>) view.lookup(".user-list")).scrollTo(USERS / 2));
    }

    private void act(FxRobot robot, Runnable what) {
        robot.interact(() -> timed(what));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void timed(Runnable what) {
        long began = processorTime();
        what.run();
        record(began);
    }

    private void record(long began) {
        longest = Math.max(longest, (processorTime() - began) / 1e6);
    }

    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
