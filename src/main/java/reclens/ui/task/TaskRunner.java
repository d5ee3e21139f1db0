package reclens.ui.task;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import reclens.domain.CancelledException;

/**
 * Runs work in the background and brings results back to the window's thread. Call its methods on that thread; callbacks
 * and the list of tasks change on it too.
 */
public final class TaskRunner implements AutoCloseable {
    private final Executor window;
    private final Map<Lane, ExecutorService> lanes = new EnumMap<>(Lane.class);
    private final ScheduledExecutorService timer;
    private final ObservableList<RunningTask> tasks = FXCollections.observableArrayList();
    private final ObservableList<RunningTask> view = FXCollections.unmodifiableObservableList(tasks);

    /** @param window runs something on the window's thread, such as {@code Platform::runLater} */
    public TaskRunner(Executor window) {
        this.window = window;
        for (Lane lane : Lane.values()) {
            lanes.put(
                    lane,
                    Executors.newSingleThreadExecutor(
                            r -> daemon(r, "reclens-" + lane.name().toLowerCase(java.util.Locale.ROOT))));
        }
        timer = Executors.newSingleThreadScheduledExecutor(r -> daemon(r, "reclens-timer"));
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /** The tasks that wait or run, oldest first. */
    public ObservableList<RunningTask> tasks() {
        return view;
    }

    /** Starts a task. A cancelled task calls neither {@code done} nor {@code failed}. */
    public <T> RunningTask start(
            Lane lane, String title, Work<T> work, Consumer<? super T> done, Consumer<Throwable> failed) {
        return launch(lane, new RunningTask(title, false), work, done, failed);
    }

    /** Like {@link #start}, for work that usually ends before anyone could read its title. */
    public <T> RunningTask startQuietly(
            Lane lane, String title, Work<T> work, Consumer<? super T> done, Consumer<Throwable> failed) {
        return launch(lane, new RunningTask(title, true), work, done, failed);
    }

    private <T> RunningTask launch(
            Lane lane, RunningTask task, Work<T> work, Consumer<? super T> done, Consumer<Throwable> failed) {
        tasks.add(task);
        try {
            lanes.get(lane).execute(() -> run(task, work, done, failed));
        } catch (RejectedExecutionException e) {
            tasks.remove(task); // the window is closing
        }
        return task;
    }

    private <T> void run(RunningTask task, Work<T> work, Consumer<? super T> done, Consumer<Throwable> failed) {
        Runnable ending;
        try {
            task.cancellation().check();
            T result = work.run((stage, fraction) -> report(task, stage, fraction), task.cancellation());
            ending = () -> done.accept(result);
        } catch (CancelledException e) {
            ending = () -> {};
        } catch (Exception | Error e) { // also a missing native library: it must reach the dialog
            ending = () -> failed.accept(e);
        }
        Runnable last = ending;
        window.execute(() -> {
            tasks.remove(task);
            last.run();
        });
    }

    private void report(RunningTask task, String stage, double fraction) {
        if (task.report(stage, fraction)) {
            window.execute(task::publish);
        }
    }

    /** Runs something on the window's thread after a pause. */
    public void later(long millis, Runnable action) {
        try {
            timer.schedule(() -> window.execute(action), millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            return; // the window is closing
        }
    }

    /** Runs something on the window's thread. On any thread. */
    public void onWindow(Runnable action) {
        window.execute(action);
    }

    /** Runs something on a lane without listing it, after all that waits there. */
    public void inBackground(Lane lane, Runnable action) {
        lanes.get(lane).execute(action);
    }

    /** Runs something when all that waits on two lanes now is done. Not run when the program ends before. */
    public void afterBoth(Lane one, Lane other, Runnable action) {
        CountDownLatch first = new CountDownLatch(1);
        inBackground(one, first::countDown);
        inBackground(other, () -> {
            try {
                first.await();
                action.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt(); // the process ends, and with it what is mapped
            }
        });
    }

    /** Cancels what runs and takes nothing new. */
    @Override
    public void close() {
        tasks.forEach(RunningTask::cancel);
        lanes.values().forEach(ExecutorService::shutdown);
        timer.shutdownNow();
    }
}
