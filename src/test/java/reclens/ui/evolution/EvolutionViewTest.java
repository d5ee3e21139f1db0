package reclens.ui.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
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
import reclens.session.Evolution;
import reclens.session.Preferences;
import reclens.ui.SyntheticWorkspace;
import reclens.ui.chart.SharesChartView;
import reclens.ui.dialog.DialogService;
import reclens.ui.selection.SelectionModel;
import reclens.ui.shell.MainView;
import reclens.ui.shell.Screen;
import reclens.ui.task.TaskRunner;
import reclens.ui.theme.ThemeManager;
import reclens.ui.workbench.Workbench;

/** Evolution in the real window. */
@ExtendWith(ApplicationExtension.class)
class EvolutionViewTest {
    private static final int LAST = Evolution.MOST_POINTS - 1;

    private final TaskRunner runner = new TaskRunner(Platform::runLater);
    private Workbench workbench;
    private MainView view;

    @Start
    void start(Stage stage) throws Exception {
        Preferences preferences = Preferences.load(Files.createTempDirectory("reclens-test"));
        ThemeManager theme = new ThemeManager(preferences);
        workbench = new Workbench(runner, new SelectionModel(), fault -> {
            throw new AssertionError(fault);
        });
        view = new MainView(workbench, noDialogs(), preferences, theme);
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

    private Slider open(FxRobot robot) throws TimeoutException {
        await(() -> workbench.explanationProperty().get() != null);
        robot.interact(() -> view.model().screenProperty().set(Screen.EVOLUTION));
        await(() -> !charts().isEmpty() && !list().getItems().isEmpty());
        return (Slider) view.lookup(".player .slider");
    }

    private List<Node> charts() {
        return view.lookupAll(".view-body .chart-pane").stream()
                .filter(SharesChartView.class::isInstance) // other views stay in the window, hidden
                .toList();
    }

    private ListView<?> list() {
        return (ListView<?>) view.lookup(".evolution-list");
    }

    private static void press(FxRobot robot, KeyCode... keys) {
        robot.press(keys).release(keys);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void theSliderMovesLinesAndListByTheKeyboard(FxRobot robot) throws Exception {
        Slider slider = open(robot);
        assertThat(slider.getValue()).isEqualTo(LAST);
        double x = line(charts().get(0)).getLayoutX();
        Object first = list().getItems().get(0);
        robot.interact(slider::requestFocus);
        press(robot, KeyCode.HOME);
        assertThat(slider.getValue()).isZero();
        assertThat(charts())
                .hasSize(2)
                .allSatisfy(chart -> assertThat(line(chart).getLayoutX()).isLessThan(x));
        assertThat(line(charts().get(0)).getLayoutX())
                .isEqualTo(line(charts().get(1)).getLayoutX());
        assertThat(list().getItems().get(0)).isNotEqualTo(first);
        press(robot, KeyCode.RIGHT);
        assertThat(slider.getValue()).isEqualTo(1);
    }

    private static Node line(Node chart) {
        return chart.lookup(".time-line");
    }

    @Test
    void aPointIsChosenInAChartByTheKeyboard(FxRobot robot) throws Exception {
        Slider slider = open(robot);
        robot.interact(charts().get(0)::requestFocus);
        press(robot, KeyCode.LEFT);
        press(robot, KeyCode.LEFT);
        assertThat(charts().get(0).getAccessibleHelp()).contains("after #");
        press(robot, KeyCode.ENTER);
        assertThat(slider.getValue()).isEqualTo(LAST - 1);
    }

    @Test
    void playStartsOverPausesAndGoesOn(FxRobot robot) throws Exception {
        Slider slider = open(robot);
        Button play = (Button) view.lookup(".play-button");
        robot.interact(play::requestFocus);
        press(robot, KeyCode.SPACE);
        assertThat(play.getAccessibleText()).isEqualTo("Pause");
        await(() -> slider.getValue() >= 2 && slider.getValue() < LAST);
        press(robot, KeyCode.SPACE);
        assertThat(play.getAccessibleText()).isEqualTo("Play");
    }

    @Test
    @SuppressWarnings("unchecked")
    void anotherFeatureChangesBothCharts(FxRobot robot) throws Exception {
        open(robot);
        ComboBox<String> features = (ComboBox<String>) view.lookupAll(".view-head .combo-box").stream()
                .filter(n -> "By".equals(n.getAccessibleText()))
                .findFirst()
                .orElseThrow();
        robot.interact(() -> features.setValue("brand"));
        await(() -> charts().stream().allMatch(c -> c.getAccessibleText().contains("by brand")));
        assertThat(charts().get(1).getAccessibleText()).startsWith("Attended to, by brand");
    }

    @Test
    void theNumbersOfAChartAreCopied(FxRobot robot) throws Exception {
        open(robot);
        robot.interact(charts().get(0)::requestFocus);
        press(robot, KeyCode.CONTROL, KeyCode.ALT, KeyCode.N);
        robot.interact(() -> {
            String[] lines = Clipboard.getSystemClipboard().getString().split("\n");
            assertThat(lines).hasSize(Evolution.MOST_POINTS + 1);
            assertThat(lines[0]).startsWith("after event\t");
        });
    }

    @Test
    void everyPartHasAName(FxRobot robot) throws Exception {
        Slider slider = open(robot);
        assertThat(slider.getAccessibleText()).isEqualTo("Point of the history");
        assertThat(list().getAccessibleText()).isEqualTo("Recommendations at this point");
        assertThat(charts().get(0).getAccessibleText())
                .startsWith("Would have been recommended, by category")
                .contains("60 points");
    }

    @Test
    void nothingStandsOutsideTheWindow(FxRobot robot) throws Exception {
        open(robot);
        assertThat(List.of(view.lookup(".player"), list(), charts().get(0), charts().get(1)))
                .allSatisfy(part -> {
                    var bounds = part.localToScene(part.getLayoutBounds());
                    assertThat(bounds.getMaxX()).isLessThanOrEqualTo(1280);
                    assertThat(bounds.getMaxY()).isLessThanOrEqualTo(800);
                    assertThat(bounds.getHeight()).isGreaterThan(30);
                });
    }

    /** Nothing here opens a dialog. */
    private static DialogService noDialogs() {
        return (DialogService) Proxy.newProxyInstance(
                EvolutionViewTest.class.getClassLoader(),
                new Class<?>[] {DialogService.class},
                (proxy, method, arguments) -> {
                    throw new AssertionError(method.getName());
                });
    }
}
