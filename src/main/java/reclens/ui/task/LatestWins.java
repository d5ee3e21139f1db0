package reclens.ui.task;

import java.util.function.Consumer;

/**
 * For work that follows a selection: waits until the selection rests, cancels the older task, drops a result that comes too
 * late. Call on the window's thread.
 */
public final class LatestWins {
    private final TaskRunner runner;
    private final Lane lane;
    private final long restMillis;
    private long generation;
    private RunningTask current;

    /** @param restMillis how long nothing may change before the work starts; 0 starts it at once */
    public LatestWins(TaskRunner runner, Lane lane, long restMillis) {
        this.runner = runner;
        this.lane = lane;
        this.restMillis = restMillis;
    }

    public <T> void submit(String title, Work<T> work, Consumer<? super T> done, Consumer<Throwable> failed) {
        cancel();
        long mine = generation;
        Runnable start = () -> {
            if (mine == generation) {
                current = runner.startQuietly(
                        lane,
                        title,
                        work,
                        result -> ifLatest(mine, () -> done.accept(result)),
                        fault -> ifLatest(mine, () -> failed.accept(fault)));
            }
        };
        if (restMillis == 0) {
            start.run();
        } else {
            runner.later(restMillis, start);
        }
    }

    /** Drops what waits or runs. */
    public void cancel() {
        generation++;
        if (current != null) {
            current.cancel();
            current = null;
        }
    }

    private void ifLatest(long mine, Runnable action) {
        if (mine == generation) {
            current = null;
            action.run();
        }
    }
}
