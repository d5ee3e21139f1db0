package reclens.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Border;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import reclens.ui.MainWindow;
import reclens.ui.SyntheticWorkspace;

/** Whoever works by keyboard sees where they are, and reaches what others have under the right mouse button. */
@ExtendWith(ApplicationExtension.class)
class KeyboardTest {
    private static final PseudoClass FOCUS_VISIBLE = PseudoClass.getPseudoClass("focus-visible");
    private static final double WIDTH = 2;
    /** {@code accent} of {@code tokens.csv}, light. */
    private static final Color ACCENT = Color.web("#8250df");

    private MainWindow window;

    @Start
    void start(Stage stage) {
        window = new MainWindow(stage).show(SyntheticWorkspace.of(8));
    }

    @AfterEach
    void close(FxRobot robot) {
        window.close(robot);
    }

    @Test
    void everyControlOfEveryViewHasARingOfTheAccentWhereTheKeyboardReachesIt(FxRobot robot) throws Exception {
        window.awaitExplanation();
        for (Screen screen : Screen.values()) {
            robot.interact(() -> window.view().model().screenProperty().set(screen));
            WaitForAsyncUtils.waitForFxEvents();
            List<String> bare = WaitForAsyncUtils.asyncFx(this::withoutRing).get();
            assertThat(bare).as(screen.id()).isEmpty();
        }
    }

    @Test
    void theMenuKeyAsksAboutTheRowWithTheFocus(FxRobot robot) throws Exception {
        window.awaitExplanation();
        robot.interact(() -> window.view().lookup(".recommendation-list").requestFocus());
        MainWindow.press(robot, KeyCode.CONTEXT_MENU);
        assertThat(menu()).isNotEmpty().allMatch(item -> item.getText().startsWith("Why this, not "));
    }

    @Test
    void shiftF10OpensTheMenuOfAChart(FxRobot robot) throws Exception {
        window.awaitExplanation();
        robot.interact(() -> window.view().lookup(".chart-pane").requestFocus());
        MainWindow.press(robot, KeyCode.SHIFT, KeyCode.F10);
        assertThat(menu()).extracting(MenuItem::getText).contains("Copy numbers (tab-separated)");
    }

    @Test
    void theRingFollowsTheArrowKeysWithinJoinedButtons(FxRobot robot) throws Exception {
        window.awaitExplanation();
        Scene scene = window.view().getScene();
        robot.interact(() -> scene.lookup(".segment-first").requestFocus());
        MainWindow.press(robot, KeyCode.RIGHT);
        assertThat(scene.getFocusOwner().getStyleClass()).contains("segment-last");
        assertThat(isRing(((Region) scene.getFocusOwner()).getBorder())).isTrue();
    }

    private static List<MenuItem> menu() {
        return Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .flatMap(menu -> ((ContextMenu) menu).getItems().stream())
                .toList();
    }

    private List<String> withoutRing() {
        return window.view().getScene().getRoot().lookupAll("*").stream()
                .filter(node -> node.isFocusTraversable() && isInSight(node) && !marksItselfInside(node))
                .map(Region.class::cast)
                .filter(region -> !isRing(borderInFocus(region)))
                .map(Node::toString)
                .distinct()
                .toList();
    }

    private static Border borderInFocus(Region region) {
        region.pseudoClassStateChanged(FOCUS_VISIBLE, true);
        region.applyCss();
        Border border = region.getBorder();
        region.pseudoClassStateChanged(FOCUS_VISIBLE, false);
        region.applyCss();
        return border;
    }

    private static boolean isRing(Border border) {
        return border != null
                && border.getStrokes().stream()
                        .anyMatch(
                                stroke -> stroke.getWidths().getTop() == WIDTH && ACCENT.equals(stroke.getTopStroke()));
    }

    /** Fields, the cells of lists, the bar of menus, and what lies between panes show it by their ground. */
    private static boolean marksItselfInside(Node node) {
        return node instanceof TextInputControl
                || node instanceof ListView
                || node instanceof TableView
                || node instanceof MenuBar
                || node.getStyleClass().contains("pane-grip")
                || node.getParent() instanceof ComboBoxBase;
    }

    private static boolean isInSight(Node node) {
        return node == null || node.isVisible() && isInSight(node.getParent());
    }
}
