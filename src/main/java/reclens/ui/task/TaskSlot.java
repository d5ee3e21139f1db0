package reclens.ui.task;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;

/** The one task that a view has under way. Empty again when the task ends, also when it is cancelled in the status bar. */
public final class TaskSlot {
    private final ReadOnlyObjectWrapper<RunningTask> task = new ReadOnlyObjectWrapper<>(this, "task");
    private final Runnable emptied;

    /** @param emptied told, on the window's thread, each time that the task ended or was cancelled */
    public TaskSlot(TaskRunner runner, Runnable emptied) {
        this.emptied = emptied;
        // A task that is cancelled in the status bar ends without a word to whoever started it.
        runner.tasks().addListener((ListChangeListener<RunningTask>) change -> {
            if (isTaken() && !runner.tasks().contains(task.get())) {
                empty();
            }
        });
    }

    /** Null while nothing runs. */
    public ReadOnlyObjectProperty<RunningTask> taskProperty() {
        return task.getReadOnlyProperty();
    }

    public boolean isTaken() {
        return task.get() != null;
    }

    /** Cancels what runs and takes the next. */
    public void put(RunningTask next) {
        cancel();
        task.set(next);
    }

    public void cancel() {
        RunningTask running = task.get();
        if (running != null) {
            running.cancel();
            empty();
        }
    }

    private void empty() {
        task.set(null);
        emptied.run();
    }
}
