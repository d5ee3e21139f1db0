package reclens.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import reclens.domain.HistoryEdit;
import reclens.ui.MainWindow;
import reclens.ui.SyntheticWorkspace;
import reclens.ui.selection.SelectionModel;
import reclens.ui.workbench.Workbench;

/** What if and Compare in the real window, by keyboard and mouse. */
@ExtendWith(ApplicationExtension.class)
class WhatIfAndCompareTest {
    private MainWindow window;
    private Workbench workbench;
    private SelectionModel selection;
    private MainView view;

    @Start
    void start(Stage stage) {
        window = new MainWindow(stage).show(SyntheticWorkspace.of(20));
        workbench = window.workbench();
        selection = workbench.selection();
        view = window.view();
    }

    @BeforeEach
    void open(FxRobot robot) throws Exception {
        window.await(() -> workbench.explanationProperty().get() != null
                && !workbench.checkingProperty().get());
        robot.press(KeyCode.CONTROL, KeyCode.DIGIT3).release(KeyCode.DIGIT3, KeyCode.CONTROL);
        window.await(() -> ranks().contains("; "));
        window.await(() -> button("Apply") != null && button("Apply").isVisible());
    }

    @AfterEach
    void close(FxRobot robot) {
        window.close(robot);
    }

    private ListView<?> timeline() {
        return (ListView<?>) view.lookup(".edit-list");
    }

    private String ranks() {
        Node chart = view.lookup(".drawn-pane");
        return chart == null ? "" : chart.getAccessibleText();
    }

    private Button button(String text) {
        return view.lookupAll(".button").stream()
                .filter(n -> n instanceof Button b && text.equals(b.getText()) && b.isVisible())
                .map(Button.class::cast)
                .findFirst()
                .orElse(null);
    }

    private List<HistoryEdit> edits() {
        return view.model().edits().edits();
    }

    private void select(FxRobot robot, int row) {
        robot.interact(() -> {
            timeline().requestFocus();
            timeline().getSelectionModel().clearAndSelect(row);
            timeline().scrollTo(Math.max(0, row - 4));
        });
    }

    @Test
    void deleteRemovesTheEventAndTheRanksFollow(FxRobot robot) throws Exception {
        String before = ranks();
        select(robot, 63);
        MainWindow.press(robot, KeyCode.DELETE);
        window.await(() -> !ranks().equals(before));
        assertThat(edits()).containsExactly(new HistoryEdit.Remove(63));
        MainWindow.press(robot, KeyCode.CONTROL, KeyCode.Z);
        window.await(() -> ranks().equals(before));
        MainWindow.press(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        window.await(() -> !ranks().equals(before));
        assertThat(edits()).containsExactly(new HistoryEdit.Remove(63));
    }

    @Test
    void shiftAndArrowsMoveTheEvent(FxRobot robot) {
        select(robot, 63);
        MainWindow.press(robot, KeyCode.SHIFT, KeyCode.UP);
        assertThat(edits()).hasSize(1).allMatch(e -> e instanceof HistoryEdit.Move);
    }

    @Test
    void anItemIsInsertedByTypingAPartOfItsName(FxRobot robot) throws Exception {
        select(robot, 60);
        MainWindow.press(robot, KeyCode.INSERT);
        robot.write("stove");
        WaitForAsyncUtils.waitForFxEvents();
        MainWindow.press(robot, KeyCode.ENTER);
        window.await(() -> !edits().isEmpty());
        assertThat(edits().get(0)).isInstanceOfSatisfying(HistoryEdit.Insert.class, insert -> {
            assertThat(insert.before()).isEqualTo(60);
            assertThat(workbench.workspace().catalog().item(insert.item()).title())
                    .contains("Stove");
        });
    }

    @Test
    void anEventIsDraggedByItsGrip(FxRobot robot) throws Exception {
        robot.interact(() -> timeline().scrollTo(50));
        WaitForAsyncUtils.waitForFxEvents();
        Bounds from = robot.bounds(cell(58).lookup(".drag-grip")).query();
        Bounds to = robot.bounds(cell(54)).query();
        robot.moveTo(from.getCenterX(), from.getCenterY()).press(MouseButton.PRIMARY);
        robot.moveTo(from.getCenterX(), from.getCenterY() - 20);
        robot.moveTo(to.getMinX() + 20, to.getMinY() + 4).release(MouseButton.PRIMARY);
        window.await(() -> !edits().isEmpty());
        assertThat(edits()).containsExactly(new HistoryEdit.Move(58, 54));
    }

    private ListCell<?> cell(int row) {
        return timeline().lookupAll(".list-cell").stream()
                .map(n -> (ListCell<?>) n)
                .filter(c -> c.getIndex() == row && c.isVisible())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void oneClickAppliesTheCounterfactualAndCompareShowsBothHistories(FxRobot robot) throws Exception {
        robot.clickOn(button("Apply"));
        window.await(() -> !edits().isEmpty() && button("Applied") != null);
        MainWindow.press(robot, KeyCode.CONTROL, KeyCode.DIGIT4);
        robot.clickOn("Before and after");
        window.await(() -> ranks().contains("A is Before, B is After"));
        assertThat(((Label) view.lookup(".view-title")).getText()).isEqualTo("Before and after");
    }

    @Test
    void compareSaysWhyARatherThanB(FxRobot robot) throws Exception {
        MainWindow.press(robot, KeyCode.CONTROL, KeyCode.DIGIT4);
        window.await(() -> ranks().contains("difference"));
        Node chart = view.lookup(".drawn-pane");
        robot.interact(chart::requestFocus);
        MainWindow.press(robot, KeyCode.DOWN);
        assertThat(chart.getAccessibleHelp()).contains("A, ").contains("B, ");
        MainWindow.press(robot, KeyCode.ENTER);
        assertThat(selection.event()).isNotEqualTo(SelectionModel.NONE);
    }

    @Test
    void withoutAnEditCompareLeadsToWhatIf(FxRobot robot) throws Exception {
        MainWindow.press(robot, KeyCode.CONTROL, KeyCode.DIGIT4);
        robot.clickOn("Before and after");
        window.await(() -> button("Open What if") != null);
        robot.clickOn("Open What if");
        assertThat(view.model().screenProperty().get()).isEqualTo(Screen.WHAT_IF);
    }

    @Test
    void theRanksAreCopiedAsNumbers(FxRobot robot) throws Exception {
        MainWindow.press(robot, KeyCode.CONTROL, KeyCode.ALT, KeyCode.N);
        String[] copied = new String[1];
        robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
        assertThat(copied[0].lines().findFirst().orElseThrow().split("\t"))
                .containsExactly("Item", "Rank before", "Rank after", "Score before", "Score after", "Change");
        assertThat(copied[0].lines()).hasSizeGreaterThanOrEqualTo(11);
    }

    @Test
    void everyButtonOfBothViewsHasAName(FxRobot robot) throws Exception {
        List<String> nameless = new ArrayList<>(nameless());
        MainWindow.press(robot, KeyCode.CONTROL, KeyCode.DIGIT4);
        window.await(() -> ranks().contains("difference"));
        nameless.addAll(nameless());
        assertThat(nameless).isEmpty();
    }

    private List<String> nameless() {
        return view.lookupAll("*").stream()
                .filter(n -> n instanceof ButtonBase || n instanceof ToggleButton)
                .filter(n -> !n.getStyleClass().contains("arrow-button")
                        && !n.getStyleClass().contains("increment-button"))
                .map(ButtonBase.class::cast)
                .filter(b -> (b.getText() == null || b.getText().isBlank())
                        && (b.getAccessibleText() == null
                                || b.getAccessibleText().isBlank()))
                .map(Object::toString)
                .toList();
    }
}
