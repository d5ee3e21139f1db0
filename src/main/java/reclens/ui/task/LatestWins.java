package reclens.ui.task;

import java.util.function.Consumer;

/**
 * For work that follows a selection: cancels the older task, drops a result that comes too late. A change after a pause starts
 * its work at once; changes in quick succession, as when an arrow key is held, wait until the selection rests. Call on the
 * window's thread.
 */
public final class LatestWins {
    /** Multiples of the rest without a change after which the next change starts its work at once. */
    private static final int PAUSE = 4;

    private final TaskRunner runner;
    private final Lane lane;
    private final long restMillis;
    private long generation;
    private long changedAt;
    private RunningTask current;

    /** @param restMillis how long nothing may change before the work of quick successions starts; 0 starts it at once */
    public LatestWins(TaskRunner runner, Lane lane, long restMillis) {
        this.runner = runner;
        this.lane = lane;
        this.restMillis = restMillis;
        this.changedAt = System.nanoTime() - PAUSE * restMillis * 1_000_000;
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
        long now = System.nanoTime();
        boolean rested = now - changedAt >= PAUSE * restMillis * 1_000_000;
        changedAt = now;
        if (rested) {
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
