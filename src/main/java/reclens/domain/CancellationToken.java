package reclens.domain;

import java.util.concurrent.atomic.AtomicBoolean;

/** Asks a running task to stop; tasks call {@link #check()} often enough to stop within 0.2 s. */
public final class CancellationToken {
    private final AtomicBoolean cancelled = new AtomicBoolean();

    public void cancel() {
        cancelled.set(true);
    }

    public boolean isCancelled() {
        return cancelled.get();
    }

    /** @throws CancelledException when {@link #cancel()} was called */
    public void check() {
        if (cancelled.get()) {
            throw new CancelledException();
        }
    }
}
