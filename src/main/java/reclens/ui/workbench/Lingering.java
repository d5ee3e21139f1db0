package reclens.ui.workbench;

import javafx.beans.value.ObservableValue;

/**
 * Lets what is on the screen stay until the next result is there, unless that takes long. Clearing everything for the few frames
 * between would flicker, and cost as many frames again.
 */
public final class Lingering {
    private static final long MILLIS = 150;

    private Lingering() {}

    /**
     * Clears at once when no history is shown any more; else when the result stays away for a while.
     *
     * @param result null now
     * @param clear takes the older result off the screen
     */
    public static void clear(Workbench workbench, ObservableValue<?> result, Runnable clear) {
        if (workbench.historyProperty().get() == null) {
            clear.run();
            return;
        }
        workbench.runner().later(MILLIS, () -> {
            if (result.getValue() == null) {
                clear.run();
            }
        });
    }
}
