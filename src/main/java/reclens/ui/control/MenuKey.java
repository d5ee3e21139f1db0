package reclens.ui.control;

import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Opens context menus by keyboard. JavaFX makes of the menu key and of Shift+F10 the event of a right click on Windows only; on
 * Linux nothing would come of either. In lists the question is about the row with the focus, not about the list.
 */
public final class MenuKey {
    private static final boolean COMES_BY_ITSELF =
            System.getProperty("os.name", "").startsWith("Windows");

    private MenuKey() {}

    /** @param root of what is in a window */
    public static void follow(Node root) {
        if (!COMES_BY_ITSELF) {
            root.addEventHandler(KeyEvent.KEY_PRESSED, e -> ask(root.getScene().getFocusOwner(), e));
        }
    }

    private static void ask(Node owner, KeyEvent e) {
        boolean asked = e.getCode() == KeyCode.CONTEXT_MENU || e.getCode() == KeyCode.F10 && e.isShiftDown();
        if (!asked || owner == null) {
            return;
        }
        e.consume();
        Node about = owner instanceof ListView<?> list ? row(list) : owner;
        Bounds bounds = about.getLayoutBounds();
        Point2D middle = new Point2D(bounds.getCenterX(), bounds.getCenterY());
        Point2D there = about.localToScreen(middle);
        Point2D inScene = about.localToScene(middle);
        Event.fireEvent(
                about,
                new ContextMenuEvent(
                        ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                        inScene.getX(),
                        inScene.getY(),
                        there.getX(),
                        there.getY(),
                        true,
                        null));
    }

    private static Node row(ListView<?> list) {
        int focused = list.getFocusModel().getFocusedIndex();
        return list.lookupAll(".list-cell").stream()
                .filter(cell -> ((IndexedCell<?>) cell).getIndex() == focused && cell.isVisible())
                .findFirst()
                .orElse(list);
    }
}
