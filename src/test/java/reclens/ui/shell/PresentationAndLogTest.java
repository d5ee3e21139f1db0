package reclens.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
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
import reclens.session.Preferences;
import reclens.ui.SyntheticWorkspace;
import reclens.ui.dialog.FxDialogService;
import reclens.ui.selection.SelectionModel;
import reclens.ui.task.TaskRunner;
import reclens.ui.theme.ThemeManager;
import reclens.ui.workbench.Workbench;

@ExtendWith(ApplicationExtension.class)
class PresentationAndLogTest {
    private final TaskRunner runner = new TaskRunner(Platform::runLater);
    private final SelectionModel selection = new SelectionModel();
    private Workbench workbench;
    private MainView view;

    @Start
    void start(Stage stage) throws Exception {
        Preferences preferences = Preferences.load(Files.createTempDirectory("reclens-test"));
        ThemeManager theme = new ThemeManager(preferences);
        workbench = new Workbench(runner, selection, fault -> {});
        view = new MainView(workbench, new FxDialogService(() -> stage, theme), preferences, theme);
        Scene scene = new Scene(view, 1280, 800);
        theme.follow(scene);
        stage.setScene(scene);
        stage.show();
        workbench.show(SyntheticWorkspace.of(20));
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
        runner.close();
    }

    private void awaitExplanation() throws Exception {
        WaitForAsyncUtils.waitFor(
                60,
                TimeUnit.SECONDS,
                () -> workbench.explanationProperty().get() != null
                        && !workbench.checkingProperty().get());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void press(FxRobot robot, KeyCode key) {
        robot.press(key).release(key);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void presentsStepsThroughRecommendationsAndUsersAndComesBackWithTheSelection(FxRobot robot) throws Exception {
        awaitExplanation();
        int first = selection.itemProperty().get();
        String user = selection.userProperty().get();
        press(robot, KeyCode.F5);
        assertThat(view.lookup(".presentation")).isNotNull();
        assertThat(view.lookup(".rail").isVisible()).isFalse();
        press(robot, KeyCode.RIGHT);
        assertThat(selection.itemProperty().get()).isNotEqualTo(first);
        press(robot, KeyCode.LEFT);
        assertThat(selection.itemProperty().get()).isEqualTo(first);
        press(robot, KeyCode.DOWN);
        assertThat(selection.userProperty().get()).isNotEqualTo(user);
        press(robot, KeyCode.ESCAPE);
        assertThat(view.lookup(".presentation")).isNull();
        assertThat(view.lookup(".rail").isVisible()).isTrue();
        assertThat(selection.userProperty().get()).isNotEqualTo(user);
    }

    @Test
    void theBarsOfThePresentationFillTheirCards(FxRobot robot) throws Exception {
        awaitExplanation();
        press(robot, KeyCode.F5);
        assertThat(view.lookupAll(".present-charts .chart-pane")).hasSize(2).allSatisfy(chart -> assertThat(
                        chart.getLayoutBounds().getHeight())
                .isGreaterThan(0.7 * chart.getParent().getLayoutBounds().getHeight()));
    }

    @Test
    void aFaultRaisesTheBadgeUntilTheLogIsOpened(FxRobot robot) throws Exception {
        awaitExplanation();
        Button badge = (Button) view.lookup(".log-button");
        assertThat(badge.getText()).isEmpty();
        robot.interact(() -> workbench
                .faults()
                .accept(new DataException(Problem.of("wrong shape").at("a.csv"))));
        assertThat(badge.getText()).isEqualTo("1");
        robot.interact(badge::fire);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(badge.getText()).isEmpty();
        assertThat(Window.getWindows()).anyMatch(w -> w.getScene().getRoot().lookup(".event-log") != null);
    }
}
