package reclens.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import reclens.domain.DataException;
import reclens.domain.Problem;
import reclens.ui.MainWindow;
import reclens.ui.SyntheticWorkspace;
import reclens.ui.selection.SelectionModel;
import reclens.ui.workbench.Workbench;

@ExtendWith(ApplicationExtension.class)
class PresentationAndLogTest {
    private final RecordingDialogs dialogs = new RecordingDialogs();
    private MainWindow window;
    private Workbench workbench;
    private SelectionModel selection;
    private MainView view;
    private int faults;

    @Start
    void start(Stage stage) {
        window = new MainWindow(stage).dialogs(dialogs).show(SyntheticWorkspace.of(20));
        workbench = window.workbench();
        selection = workbench.selection();
        view = window.view();
    }

    @AfterEach
    void close(FxRobot robot) {
        window.close(robot);
        assertThat(dialogs.faults).hasSize(faults);
    }

    @Test
    void presentsStepsThroughRecommendationsAndUsersAndComesBackWithTheSelection(FxRobot robot) throws Exception {
        window.awaitExplanation();
        int first = selection.itemProperty().get();
        String user = selection.userProperty().get();
        MainWindow.press(robot, KeyCode.F5);
        assertThat(view.lookup(".presentation")).isNotNull();
        assertThat(view.lookup(".rail").isVisible()).isFalse();
        MainWindow.press(robot, KeyCode.RIGHT);
        assertThat(selection.itemProperty().get()).isNotEqualTo(first);
        MainWindow.press(robot, KeyCode.LEFT);
        assertThat(selection.itemProperty().get()).isEqualTo(first);
        MainWindow.press(robot, KeyCode.DOWN);
        assertThat(selection.userProperty().get()).isNotEqualTo(user);
        MainWindow.press(robot, KeyCode.ESCAPE);
        assertThat(view.lookup(".presentation")).isNull();
        assertThat(view.lookup(".rail").isVisible()).isTrue();
        assertThat(selection.userProperty().get()).isNotEqualTo(user);
    }

    @Test
    void theBarsOfThePresentationFillTheirCards(FxRobot robot) throws Exception {
        window.awaitExplanation();
        MainWindow.press(robot, KeyCode.F5);
        assertThat(view.lookupAll(".present-charts .chart-pane")).hasSize(2).allSatisfy(chart -> assertThat(
                        chart.getLayoutBounds().getHeight())
                .isGreaterThan(0.7 * chart.getParent().getLayoutBounds().getHeight()));
    }

    @Test
    void aFaultRaisesTheBadgeUntilTheLogIsOpened(FxRobot robot) throws Exception {
        window.awaitExplanation();
        Button badge = (Button) view.lookup(".log-button");
        assertThat(badge.getText()).isEmpty();
        robot.interact(() -> workbench
                .faults()
                .accept(new DataException(Problem.of("wrong shape").at("a.csv"))));
        faults = 1;
        assertThat(badge.getText()).isEqualTo("1");
        robot.interact(badge::fire);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(badge.getText()).isEmpty();
        assertThat(Window.getWindows()).anyMatch(w -> w.getScene().getRoot().lookup(".event-log") != null);
    }
}
