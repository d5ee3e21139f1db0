package reclens.evaluation;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.DoubleConsumer;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import reclens.domain.CancellationToken;
import reclens.domain.CancelledException;

/** Does something for each of many users, several at once. */
final class ParallelUsers {
    private static final int REPORT_MILLIS = 50;

    private final int users;
    private final IntConsumer task;
    private final CancellationToken cancellation;
    private final AtomicInteger next = new AtomicInteger();
    /** The first fault of any thread; when there is one, no further user is begun. */
    private final AtomicReference<Throwable> fault = new AtomicReference<>();

    private ParallelUsers(int users, IntConsumer task, CancellationToken cancellation) {
        this.users = users;
        this.task = task;
        this.cancellation = cancellation;
    }

    /**
     * After a fault no user is begun, and the fault is thrown as it is when those under way are through: whoever cancels may
     * release the model then.
     *
     * @param task called once for each of 0 to {@code users} - 1, from several threads
     * @param progress told the share that is done, from this thread
     * @throws CancelledException when cancelled, or this thread is interrupted
     */
    static void forEach(int users, IntConsumer task, DoubleConsumer progress, CancellationToken cancellation) {
        forEach(users, Runtime.getRuntime().availableProcessors(), task, progress, cancellation);
    }

    /** @param most threads at the most */
    static void forEach(
            int users, int most, IntConsumer task, DoubleConsumer progress, CancellationToken cancellation) {
        new ParallelUsers(users, task, cancellation).run(Math.max(1, Math.min(users, most)), progress);
    }

    private void run(int threads, DoubleConsumer progress) {
        // Of this kind, so that the chunks into which the engine splits a user's work stay on these threads.
        ForkJoinPool pool = new ForkJoinPool(threads);
        CompletableFuture<Void> all =
                CompletableFuture.allOf(Stream.generate(() -> CompletableFuture.runAsync(this::takeUsers, pool))
                        .limit(threads)
                        .toArray(CompletableFuture[]::new));
        try {
            while (!areThrough(all)) {
                progress.accept(share());
            }
        } catch (InterruptedException e) {
            fault.compareAndSet(null, new CancelledException());
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) { // of whoever is told the progress
            fault.compareAndSet(null, e);
        } finally {
            all.join();
            pool.shutdown();
        }
        throwFault();
        progress.accept(1);
    }

    private void takeUsers() {
        try {
            for (int user = next.getAndIncrement();
                    user < users && fault.get() == null;
                    user = next.getAndIncrement()) {
                cancellation.check();
                task.accept(user);
            }
        } catch (RuntimeException | Error e) {
            fault.compareAndSet(null, e);
        }
    }

    private static boolean areThrough(CompletableFuture<Void> all) throws InterruptedException {
        try {
            all.get(REPORT_MILLIS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a thread of the evaluation let a fault out", e);
        }
    }

    private double share() {
        return Math.min(1, next.get() / (double) users);
    }

    private void throwFault() {
        if (fault.get() instanceof Error error) {
            throw error;
        }
        if (fault.get() instanceof RuntimeException exception) {
            throw exception;
        }
    }
}
