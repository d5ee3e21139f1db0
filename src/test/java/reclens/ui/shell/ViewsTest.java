package reclens.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
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

/** Why this? and Attention in the real window: what their controls do. */
@ExtendWith(ApplicationExtension.class)
class ViewsTest {
    private MainWindow window;
    private Workbench workbench;
    private SelectionModel selection;
    private MainView view;

    @Start
    void start(Stage stage) {
        window = new MainWindow(stage).sized(1440, 900).withoutDialogs().show(SyntheticWorkspace.of(3));
        workbench = window.workbench();
        selection = workbench.selection();
        view = window.view();
    }

    @AfterEach
    void close(FxRobot robot) {
        window.close(robot);
    }

    private Node attention(FxRobot robot) throws TimeoutException {
        window.awaitExplanation();
        robot.interact(() -> view.model().screenProperty().set(Screen.ATTENTION));
        window.await(() -> workbench.attentionProperty().get() != null);
        Node map = view.lookup(".view-body .chart-pane");
        robot.interact(map::requestFocus);
        return map;
    }

    private String text(String selector) {
        return ((Label) view.lookup(selector)).getText();
    }

    @Test
    @SuppressWarnings("unchecked")
    void theMethodChooserChangesBarsAndMeaning(FxRobot robot) throws Exception {
        window.awaitExplanation();
        ComboBox<Method> chooser = (ComboBox<Method>) view.lookup(".method-chooser");
        Node bars = view.lookupAll(".chart-pane").iterator().next();
        String before = bars.getAccessibleText();
        String meaning = chooser.getAccessibleHelp();
        robot.interact(() -> chooser.setValue(Method.GRADIENT_X_INPUT));
        window.await(() -> workbench.explanationProperty().get().attributions().containsKey(Method.GRADIENT_X_INPUT));
        assertThat(bars.getAccessibleText()).isNotEqualTo(before).contains("gradient");
        assertThat(chooser.getAccessibleHelp()).isNotEqualTo(meaning).contains("gradient");
    }

    @Test
    void aSmallMultipleBecomesTheLargeOneWithAClick(FxRobot robot) throws Exception {
        window.awaitExplanation();
        robot.clickOn("Top ten");
        window.await(() -> view.lookupAll(".bar-tile").size() == 10);
        Button third = view.lookupAll(".bar-tile").stream()
                .map(Button.class::cast)
                .filter(b -> b.getAccessibleText().startsWith("Rank 3:"))
                .findFirst()
                .orElseThrow();
        robot.clickOn(third);
        window.await(() -> workbench.explanationProperty().get().target().rank() == 3);
        assertThat(view.lookupAll(".bar-tile")).isEmpty();
    }

    @Test
    void theNumbersOfTheFocusedChartAreCopiedForASpreadsheet(FxRobot robot) throws Exception {
        attention(robot);
        MainWindow.press(robot, KeyCode.CONTROL, KeyCode.ALT, KeyCode.N);
        robot.interact(() -> {
            String[] lines = Clipboard.getSystemClipboard().getString().split("\n");
            assertThat(lines).hasSize(51);
            assertThat(lines[0]).startsWith("query: the event that attends\t#14 ");
            assertThat(lines[1].split("\t")[1]).isEqualTo("1.0");
        });
    }

    @Test
    void theFocusedChartIsCopiedAsAPicture(FxRobot robot) throws Exception {
        attention(robot);
        MainWindow.press(robot, KeyCode.CONTROL, KeyCode.ALT, KeyCode.C);
        robot.interact(() -> {
            assertThat(Clipboard.getSystemClipboard().hasImage()).isTrue();
            assertThat(Clipboard.getSystemClipboard().getImage().getWidth()).isGreaterThan(1000);
        });
    }

    @Test
    void homeAndEndMoveTheCursorToTheEndsOfItsRow(FxRobot robot) throws Exception {
        Node map = attention(robot);
        MainWindow.press(robot, KeyCode.DOWN);
        MainWindow.press(robot, KeyCode.PAGE_DOWN);
        MainWindow.press(robot, KeyCode.END);
        assertThat(map.getAccessibleHelp()).contains("masked");
        MainWindow.press(robot, KeyCode.HOME);
        assertThat(map.getAccessibleHelp()).contains("#24 ", "attends to", "#14 ");
    }

    @Test
    void zoomedInTheCursorStartsInSightAndBringsCellsIntoSight(FxRobot robot) throws Exception {
        Node map = attention(robot);
        MainWindow.press(robot, KeyCode.CONTROL, KeyCode.EQUALS);
        MainWindow.press(robot, KeyCode.CONTROL, KeyCode.EQUALS);
        MainWindow.press(robot, KeyCode.DOWN);
        assertThat(map.getAccessibleHelp()).doesNotContain("#14 ");
        MainWindow.press(robot, KeyCode.HOME);
        assertThat(map.getAccessibleHelp()).contains("#14 ");
        MainWindow.press(robot, KeyCode.CONTROL, KeyCode.DIGIT0);
        MainWindow.press(robot, KeyCode.DOWN);
        assertThat(map.getAccessibleHelp()).startsWith("#14 ");
    }

    @Test
    void clusterOrderIsSaidInTheTitle(FxRobot robot) throws Exception {
        attention(robot);
        CheckBox cluster = view.lookupAll(".check-box").stream()
                .map(CheckBox.class::cast)
                .filter(b -> b.getText().equals("Cluster order"))
                .findFirst()
                .orElseThrow();
        robot.interact(cluster::fire);
        window.await(() -> text(".view-head .second-line").endsWith("cluster order"));
        robot.clickOn("Log");
        window.await(() -> text(".view-head .second-line").contains("logarithmic, cluster order"));
    }

    /** Nothing here opens a dialog. */
}
