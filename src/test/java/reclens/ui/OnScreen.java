package reclens.ui;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** Reads what a user sees of a window, and types into it. */
public final class OnScreen {
    private static final long PATIENCE_SECONDS = 60;

    private final Parent root;
    private final FxRobot robot;

    public OnScreen(Parent root, FxRobot robot) {
        this.root = root;
        this.robot = robot;
    }

    /** Waits for a condition, which is looked at on the window's thread. */
    public void await(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition)
                .get());
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Presses keys together and lets them go in the opposite order. */
    public void type(KeyCode... keys) {
        robot.press(keys);
        for (int i = keys.length - 1; i >= 0; i--) {
            robot.release(keys[i]);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Whether something reads exactly so. */
    public boolean shows(String text) {
        return root.lookupAll("*").stream()
                .anyMatch(n -> n instanceof Labeled l && text.equals(l.getText()) && inSight(n));
    }

    /** The node that screen readers call so. */
    public Node called(String name) {
        return root.lookupAll("*").stream()
                .filter(n -> name.equals(n.getAccessibleText()) && inSight(n))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing in sight is called '" + name + "'"));
    }

    /** The first node of a selector that is in sight. */
    public Node node(String selector) {
        return root.lookupAll(selector).stream()
                .filter(OnScreen::inSight)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no '" + selector + "' in sight"));
    }

    /** What the first label or button of a selector reads. */
    public String text(String selector) {
        return ((Labeled) node(selector)).getText();
    }

    public ListView<?> list(String selector) {
        return (ListView<?>) node(selector);
    }

    /** The filled cells of a list in sight, from top to bottom. */
    public List<ListCell<?>> cells(String list) {
        return list(list).lookupAll(".list-cell").stream()
                .<ListCell<?>>map(n -> (ListCell<?>) n)
                .filter(c -> c.isVisible() && !c.isEmpty())
                .sorted(Comparator.comparingInt(ListCell::getIndex))
                .toList();
    }

    /** What a label of every cell reads, from top to bottom; cells without it are left out. */
    public List<String> cells(String list, String label) {
        return cells(list).stream()
                .map(c -> (Labeled) c.lookup(label))
                .filter(Objects::nonNull)
                .map(Labeled::getText)
                .toList();
    }

    private static boolean inSight(Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (!n.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
