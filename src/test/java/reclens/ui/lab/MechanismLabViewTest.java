package reclens.ui.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import reclens.chart.SequentialMap;
import reclens.chart.Theme;
import reclens.ui.chart.ChartTheme;
import reclens.ui.selection.SelectionModel;
import reclens.ui.task.TaskRunner;
import reclens.ui.workbench.Workbench;

@ExtendWith(ApplicationExtension.class)
class MechanismLabViewTest {
    private final TaskRunner runner = new TaskRunner(Platform::runLater);
    private MechanismLabView view;
    private MechanismLabViewModel model;

    @Start
    void start(Stage stage) {
        model = new MechanismLabViewModel(new Workbench(runner, new SelectionModel(), fault -> {}));
        view = new MechanismLabView(
                model,
                new ChartTheme(
                        new SimpleObjectProperty<>(Theme.LIGHT),
                        new SimpleObjectProperty<>(SequentialMap.CIVIDIS),
                        new SimpleDoubleProperty(1)),
                Optional::empty);
        stage.setScene(new Scene(view, 1180, 780));
        stage.show();
    }

    @AfterEach
    void close() {
        runner.close();
    }

    private List<StepHeatmap> heatmaps() throws Exception {
        WaitForAsyncUtils.waitFor(
                30, TimeUnit.SECONDS, () -> model.traceProperty().get() != null);
        WaitForAsyncUtils.waitForFxEvents();
        return view.lookupAll(".step-heatmap").stream()
                .map(StepHeatmap.class::cast)
                .toList();
    }

    private String readout() {
        return ((Label) view.lookup(".lab-readout")).getText();
    }

    @Test
    void tabLeavesAFieldOfSeveralLines(FxRobot robot) throws Exception {
        heatmaps();
        robot.interact(() -> view.lookup(".text-area").requestFocus());
        String text = ((TextArea) view.lookup(".text-area")).getText();
        robot.push(KeyCode.TAB);
        assertThat(view.getScene().getFocusOwner()).isNotSameAs(view.lookup(".text-area"));
        assertThat(((TextArea) view.lookup(".text-area")).getText()).isEqualTo(text);
    }

    @Test
    void everyStepOfTheWorkedExampleIsShown() throws Exception {
        assertThat(heatmaps())
                .extracting(StepHeatmap::getAccessibleText)
                .containsExactly(
                        "Q, 3 rows, 1 columns",
                        "K, 5 rows, 1 columns",
                        "V, 5 rows, 1 columns",
                        "scores, 3 rows, 5 columns",
                        "scaled, 3 rows, 5 columns",
                        "weights, 3 rows, 5 columns",
                        "output, 3 rows, 1 columns");
    }

    @Test
    void theArrowKeysMoveACursorWhoseNumberIsRead(FxRobot robot) throws Exception {
        StepHeatmap weights = heatmaps().get(5);
        robot.interact(weights::requestFocus);
        robot.press(KeyCode.DOWN).release(KeyCode.DOWN);
        robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(readout()).isEqualTo("weights [1, 1] = 0.200000");
        assertThat(weights.getAccessibleText()).isEqualTo("weights [1, 1] = 0.200000");
    }

    @Test
    void aStepIsShownAsATableOfTheSameNumbers(FxRobot robot) throws Exception {
        heatmaps();
        ToggleButton toggle = view.lookupAll(".tool-toggle").stream()
                .map(ToggleButton.class::cast)
                .skip(3)
                .findFirst()
                .orElseThrow();
        robot.interact(toggle::fire);
        TableView<?> table = view.lookupAll(".numbers-table").stream()
                .filter(javafx.scene.Node::isVisible)
                .map(node -> (TableView<?>) node)
                .findFirst()
                .orElseThrow();
        assertThat(table.getItems()).hasSize(3);
        assertThat(table.getItems().get(2))
                .asList()
                .containsExactly(
                        "2", "\u22121.00000", "\u22121.00000", "\u22121.00000", "\u22121.00000", "\u22121.00000");
    }

    @Test
    void theFieldsForTensorsShowAllTheirLines() throws Exception {
        heatmaps();
        assertThat(view.lookupAll(".tensor-text"))
                .hasSize(4)
                .filteredOn(node -> !node.getAccessibleText().startsWith("Further"))
                .allSatisfy(
                        node -> assertThat(node.getBoundsInLocal().getHeight()).isGreaterThan(60));
    }

    @Test
    void stepsOfAnEarlierInputAreDimmedAndSaidToBe(FxRobot robot) throws Exception {
        heatmaps();
        robot.interact(() -> model.tensors().get(1).text().set("two"));
        WaitForAsyncUtils.waitFor(
                30, TimeUnit.SECONDS, () -> model.staleProperty().get());
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(view.lookup(".lab-steps").getOpacity()).isLessThan(0.5);
        assertThat(view.lookupAll(".label"))
                .filteredOn(javafx.scene.Node::isVisible)
                .extracting(label -> ((Label) label).getText())
                .contains("The steps below are those of the last input that could be computed, not of this one.");
    }
}
