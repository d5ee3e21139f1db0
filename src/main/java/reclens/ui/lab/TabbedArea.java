package reclens.ui.lab;

import javafx.event.Event;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Lines of text that Tab leaves, as it leaves every other control; a plain area would keep the keyboard and write a tab. */
final class TabbedArea extends TextArea {
    TabbedArea() {
        addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.TAB && !e.isControlDown() && !e.isAltDown() && !e.isMetaDown()) {
                e.consume();
                Event.fireEvent(this, withControl(e));
            }
        });
    }

    /** The key that leaves an area. */
    private static KeyEvent withControl(KeyEvent tab) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.TAB, tab.isShiftDown(), true, false, false);
    }
}
