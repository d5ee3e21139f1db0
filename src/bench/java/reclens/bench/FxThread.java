package reclens.bench;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.application.Platform;

/** Work on the window's thread, for scripts that run beside it. */
final class FxThread {
    private static final long STEP_MILLIS = 50;

    private FxThread() {}

    static void run(Runnable action) {
        get(() -> {
            action.run();
            return true;
        });
    }

    static <T> T get(Supplier<T> value) {
        FutureTask<T> task = new FutureTask<>(value::get);
        Platform.runLater(task);
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            throw stopped();
        }
    }

    /** @return whether it came true in time */
    static boolean await(BooleanSupplier condition, long millis) {
        long until = System.nanoTime() + millis * 1_000_000;
        while (!get(condition::getAsBoolean)) {
            if (System.nanoTime() > until) {
                return false;
            }
            pause(STEP_MILLIS);
        }
        return true;
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw stopped();
        }
    }

    private static CancellationException stopped() {
        Thread.currentThread().interrupt();
        return new CancellationException();
    }
}
