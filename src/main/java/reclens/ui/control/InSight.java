package reclens.ui.control;

import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;

/** Whether a view can be seen: one that cannot be does no work. */
public final class InSight {
    private InSight() {}

    /** @param action told at every change whether a view is in a scene and not hidden itself; at once when it is already */
    public static void follow(Node view, Consumer<Boolean> action) {
        boolean[] told = {false};
        InvalidationListener tell = p -> {
            boolean now = view.getScene() != null && view.isVisible();
            if (now != told[0]) {
                told[0] = now;
                action.accept(now);
            }
        };
        view.sceneProperty().addListener(tell);
        view.visibleProperty().addListener(tell);
        tell.invalidated(null);
    }
}
