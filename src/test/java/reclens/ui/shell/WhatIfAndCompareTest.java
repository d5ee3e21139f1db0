package reclens.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
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
import reclens.session.Preferences;
import reclens.ui.SyntheticWorkspace;
import reclens.ui.dialog.FxDialogService;
import reclens.ui.selection.SelectionModel;
import reclens.ui.task.TaskRunner;
import reclens.ui.theme.ThemeManager;
import reclens.ui.workbench.Workbench;

/** What if and Compare in the real window, by keyboard and mouse. */
@ExtendWith(ApplicationExtension.class)
class WhatIfAndCompareTest {
    private final TaskRunner runner = new TaskRunner(Platform::runLater);
    private final SelectionModel selection = new SelectionModel();
    private final List<Throwable> faults = new ArrayList<>();
    private Workbench workbench;
    private MainView view;

    @Start
    void start(Stage stage) throws Exception {
        Preferences preferences = Preferences.load(Files.createTempDirectory("reclens-test"));
        ThemeManager theme = new ThemeManager(preferences);
        workbench = new Workbench(runner, selection, faults::add);
        view = new MainView(workbench, new FxDialogService(() -> stage, theme), preferences, theme);
        Scene scene = new Scene(view, 1280, 800);
        theme.follow(scene);
        stage.setScene(scene);
        stage.show();
        workbench.show(SyntheticWorkspace.of(20));
    }

    @BeforeEach
    void open(FxRobot robot) throws Exception {
        await(() -> workbench.explanationProperty().get() != null
                && !workbench.checkingProperty().get());
        robot.press(KeyCode.CONTROL, KeyCode.DIGIT3).release(KeyCode.DIGIT3, KeyCode.CONTROL);
        await(() -> ranks().contains("; "));
        await(() -> button("Apply") != null && button("Apply").isVisible());
    }

    @AfterEach
    void close() {
        assertThat(faults).isEmpty();
        runner.close();
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
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

    private void type(FxRobot robot, KeyCode... keys) {
        robot.press(keys);
        for (int i = keys.length - 1; i >= 0; i--) {
            robot.release(keys[i]);
        }
        WaitForAsyncUtils.waitForFxEvents();
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
        type(robot, KeyCode.DELETE);
        await(() -> !ranks().equals(before));
        assertThat(edits()).containsExactly(new HistoryEdit.Remove(63));
        type(robot, KeyCode.CONTROL, KeyCode.Z);
        await(() -> ranks().equals(before));
        type(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        await(() -> !ranks().equals(before));
        assertThat(edits()).containsExactly(new HistoryEdit.Remove(63));
    }

    @Test
    void shiftAndArrowsMoveTheEvent(FxRobot robot) {
        select(robot, 63);
        type(robot, KeyCode.SHIFT, KeyCode.UP);
        assertThat(edits()).hasSize(1).allMatch(e -> e instanceof HistoryEdit.Move);
    }

    @Test
    void anItemIsInsertedByTypingAPartOfItsName(FxRobot robot) throws Exception {
        select(robot, 60);
        type(robot, KeyCode.INSERT);
        robot.write("stove");
        WaitForAsyncUtils.waitForFxEvents();
        type(robot, KeyCode.ENTER);
        await(() -> !edits().isEmpty());
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
        await(() -> !edits().isEmpty());
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
        await(() -> !edits().isEmpty() && button("Applied") != null);
        type(robot, KeyCode.CONTROL, KeyCode.DIGIT4);
        robot.clickOn("Before and after");
        await(() -> ranks().contains("A is Before, B is After"));
        assertThat(((Label) view.lookup(".view-title")).getText()).isEqualTo("Before and after");
    }

    @Test
    void compareSaysWhyARatherThanB(FxRobot robot) throws Exception {
        type(robot, KeyCode.CONTROL, KeyCode.DIGIT4);
        await(() -> ranks().contains("difference"));
        Node chart = view.lookup(".drawn-pane");
        robot.interact(chart::requestFocus);
        type(robot, KeyCode.DOWN);
        assertThat(chart.getAccessibleHelp()).contains("A, ").contains("B, ");
        type(robot, KeyCode.ENTER);
        assertThat(selection.event()).isNotEqualTo(SelectionModel.NONE);
    }

    @Test
    void withoutAnEditCompareLeadsToWhatIf(FxRobot robot) throws Exception {
        type(robot, KeyCode.CONTROL, KeyCode.DIGIT4);
        robot.clickOn("Before and after");
        await(() -> button("Open What if") != null);
        robot.clickOn("Open What if");
        assertThat(view.model().screenProperty().get()).isEqualTo(Screen.WHAT_IF);
    }

    @Test
    void theRanksAreCopiedAsNumbers(FxRobot robot) throws Exception {
        type(robot, KeyCode.CONTROL, KeyCode.ALT, KeyCode.N);
        String[] copied = new String[1];
        robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
        assertThat(copied[0].lines().findFirst().orElseThrow().split("\t"))
                .containsExactly("Item", "Rank before", "Rank after", "Score before", "Score after", "Change");
        assertThat(copied[0].lines()).hasSizeGreaterThanOrEqualTo(11);
    }

    @Test
    void everyButtonOfBothViewsHasAName(FxRobot robot) throws Exception {
        List<String> nameless = new ArrayList<>(nameless());
        type(robot, KeyCode.CONTROL, KeyCode.DIGIT4);
        await(() -> ranks().contains("difference"));
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
