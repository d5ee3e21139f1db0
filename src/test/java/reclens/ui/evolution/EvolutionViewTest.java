package reclens.ui.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
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
import reclens.session.Evolution;
import reclens.ui.MainWindow;
import reclens.ui.SyntheticWorkspace;
import reclens.ui.chart.SharesChartView;
import reclens.ui.shell.MainView;
import reclens.ui.shell.Screen;
import reclens.ui.workbench.Workbench;

/** Evolution in the real window. */
@ExtendWith(ApplicationExtension.class)
class EvolutionViewTest {
    private static final int LAST = Evolution.MOST_POINTS - 1;

    private MainWindow window;
    private Workbench workbench;
    private MainView view;

    @Start
    void start(Stage stage) {
        window = new MainWindow(stage).withoutDialogs().show(SyntheticWorkspace.of(3));
        workbench = window.workbench();
        view = window.view();
    }

    @AfterEach
    void close(FxRobot robot) {
        window.close(robot);
    }

    private Slider open(FxRobot robot) throws TimeoutException {
        window.await(() -> workbench.explanationProperty().get() != null);
        robot.interact(() -> view.model().screenProperty().set(Screen.EVOLUTION));
        window.await(() -> !charts().isEmpty() && !list().getItems().isEmpty());
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

    @Test
    void theSliderMovesLinesAndListByTheKeyboard(FxRobot robot) throws Exception {
        Slider slider = open(robot);
        assertThat(slider.getValue()).isEqualTo(LAST);
        double x = line(charts().get(0)).getLayoutX();
        Object first = list().getItems().get(0);
        robot.interact(slider::requestFocus);
        MainWindow.press(robot, KeyCode.HOME);
        assertThat(slider.getValue()).isZero();
        assertThat(charts())
                .hasSize(2)
                .allSatisfy(chart -> assertThat(line(chart).getLayoutX()).isLessThan(x));
        assertThat(line(charts().get(0)).getLayoutX())
                .isEqualTo(line(charts().get(1)).getLayoutX());
        assertThat(list().getItems().get(0)).isNotEqualTo(first);
        MainWindow.press(robot, KeyCode.RIGHT);
        assertThat(slider.getValue()).isEqualTo(1);
    }

    private static Node line(Node chart) {
        return chart.lookup(".time-line");
    }

    @Test
    void aPointIsChosenInAChartByTheKeyboard(FxRobot robot) throws Exception {
        Slider slider = open(robot);
        robot.interact(charts().get(0)::requestFocus);
        MainWindow.press(robot, KeyCode.LEFT);
        MainWindow.press(robot, KeyCode.LEFT);
        assertThat(charts().get(0).getAccessibleHelp()).contains("after #");
        MainWindow.press(robot, KeyCode.ENTER);
        assertThat(slider.getValue()).isEqualTo(LAST - 1);
    }

    @Test
    void playStartsOverPausesAndGoesOn(FxRobot robot) throws Exception {
        Slider slider = open(robot);
        Button play = (Button) view.lookup(".play-button");
        robot.interact(play::requestFocus);
        MainWindow.press(robot, KeyCode.SPACE);
        assertThat(play.getAccessibleText()).isEqualTo("Pause");
        window.await(() -> slider.getValue() >= 2 && slider.getValue() < LAST);
        MainWindow.press(robot, KeyCode.SPACE);
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
        window.await(() -> charts().stream().allMatch(c -> c.getAccessibleText().contains("by brand")));
        assertThat(charts().get(1).getAccessibleText()).startsWith("Attended to, by brand");
    }

    @Test
    void theNumbersOfAChartAreCopied(FxRobot robot) throws Exception {
        open(robot);
        robot.interact(charts().get(0)::requestFocus);
        MainWindow.press(robot, KeyCode.CONTROL, KeyCode.ALT, KeyCode.N);
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
}
