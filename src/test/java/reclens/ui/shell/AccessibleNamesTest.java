package reclens.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.ScrollPane;
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
import reclens.ui.MainWindow;
import reclens.ui.SyntheticWorkspace;

/** Whatever the keyboard reaches says to a screen reader what it is: in every view, and in every window over them. */
@ExtendWith(ApplicationExtension.class)
class AccessibleNamesTest {
    /** With Ctrl: wizard, lab, stories, model, evaluation, preferences, palette. */
    private static final List<KeyCode> OPENING =
            List.of(KeyCode.N, KeyCode.L, KeyCode.G, KeyCode.I, KeyCode.R, KeyCode.COMMA, KeyCode.K);

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
    void everyControlOfEveryViewHasAName(FxRobot robot) throws Exception {
        window.awaitExplanation();
        for (Screen screen : Screen.values()) {
            robot.interact(() -> window.view().model().screenProperty().set(screen));
            WaitForAsyncUtils.waitForFxEvents();
            assertThat(nameless()).as(screen.id()).isEmpty();
        }
    }

    @Test
    void everyControlOfEveryWindowAndPopupHasAName(FxRobot robot) throws Exception {
        window.awaitExplanation();
        Window main = window.view().getScene().getWindow();
        for (KeyCode key : OPENING) {
            MainWindow.press(robot, KeyCode.CONTROL, key);
            window.await(() -> Window.getWindows().size() > 1);
            assertThat(nameless()).as(key.getName()).isEmpty();
            robot.interact(() -> List.copyOf(Window.getWindows()).stream()
                    .filter(w -> w != main)
                    .forEach(Window::hide));
            robot.interact(main::requestFocus);
        }
    }

    private static List<String> nameless() {
        return Window.getWindows().stream()
                .flatMap(w -> w.getScene().getRoot().lookupAll("*").stream())
                .filter(node -> node instanceof Control && !(node instanceof ScrollPane))
                .filter(node -> node.isFocusTraversable() && !(node.getParent() instanceof ComboBoxBase))
                .filter(AccessibleNamesTest::isInSight)
                .filter(node -> name(node).isBlank())
                .map(Node::toString)
                .distinct()
                .toList();
    }

    private static String name(Node node) {
        return Optional.ofNullable(node.getAccessibleText())
                .filter(text -> !text.isBlank())
                .or(() -> Optional.ofNullable(node instanceof ButtonBase button ? button.getText() : null))
                .orElse("");
    }

    private static boolean isInSight(Node node) {
        return node == null || node.isVisible() && isInSight(node.getParent());
    }
}
