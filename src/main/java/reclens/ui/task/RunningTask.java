package reclens.ui.task;

import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import reclens.domain.CancellationToken;

/** What the window shows of a task. Properties change on the window's thread only. */
public final class RunningTask {
    private record Report(String stage, double fraction) {}

    private final String title;
    private final boolean quiet;
    private final long startedNanos = System.nanoTime();
    private final CancellationToken cancellation = new CancellationToken();
    private final ReadOnlyStringWrapper stage = new ReadOnlyStringWrapper(this, "stage", "");
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(this, "fraction", -1);
    private final AtomicReference<Report> latest = new AtomicReference<>();

    RunningTask(String title, boolean quiet) {
        this.title = title;
        this.quiet = quiet;
    }

    public String title() {
        return title;
    }

    /** Whether the task is too short and too frequent to be listed at once. */
    public boolean quiet() {
        return quiet;
    }

    /** When it was asked for, in the clock of {@link System#nanoTime()}. */
    public long startedNanos() {
        return startedNanos;
    }

    /** Key of what is being done. */
    public ReadOnlyStringProperty stageProperty() {
        return stage.getReadOnlyProperty();
    }

    /** 0 to 1, or negative when it cannot be known. */
    public ReadOnlyDoubleProperty fractionProperty() {
        return fraction.getReadOnlyProperty();
    }

    public void cancel() {
        cancellation.cancel();
    }

    public boolean isCancelled() {
        return cancellation.isCancelled();
    }

    CancellationToken cancellation() {
        return cancellation;
    }

    /** Keeps only the newest report; returns whether the window must be told. */
    boolean report(String newStage, double newFraction) {
        return latest.getAndSet(new Report(newStage, newFraction)) == null;
    }

    void publish() {
        Report report = latest.getAndSet(null);
        if (report != null) {
            stage.set(report.stage());
            fraction.set(report.fraction());
        }
    }
}
