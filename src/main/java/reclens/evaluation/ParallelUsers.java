package reclens.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleConsumer;
import java.util.function.IntConsumer;
import reclens.domain.CancellationToken;
import reclens.domain.CancelledException;

/** Does something for each of many users, several at once. */
final class ParallelUsers {
    private static final int REPORT_MILLIS = 50;

    private ParallelUsers() {}

    /**
     * @param task called once for each of 0 to {@code users} - 1, from several threads
     * @param progress told the share that is done, from this thread
     * @throws CancelledException when cancelled
     */
    static void forEach(int users, IntConsumer task, DoubleConsumer progress, CancellationToken cancellation) {
        AtomicInteger next = new AtomicInteger();
        CancellationToken stop = new CancellationToken(); // when one thread fails, the others end too
        int threads = Math.max(1, Math.min(users, Runtime.getRuntime().availableProcessors()));
        // Of this kind, so that the chunks into which the engine splits a user's work stay on these threads.
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                // Not pool.submit: a fork-join task throws a copy of the fault, with the fault's class name in its
                // message.
                running.add(CompletableFuture.runAsync(
                        () -> {
                            for (int user = next.getAndIncrement(); user < users; user = next.getAndIncrement()) {
                                cancellation.check();
                                stop.check();
                                task.accept(user);
                            }
                        },
                        pool));
            }
            for (Future<?> future : running) {
                await(future, () -> progress.accept(Math.min(1, next.get() / (double) users)));
            }
        } finally {
            stop.cancel();
            pool.shutdownNow();
        }
    }

    private static void await(Future<?> future, Runnable report) {
        while (true) {
            try {
                future.get(REPORT_MILLIS, TimeUnit.MILLISECONDS);
                report.run();
                return;
            } catch (TimeoutException e) {
                report.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancelledException();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException fault) {
                    throw fault;
                }
                throw new IllegalStateException("a thread of the evaluation failed", e.getCause());
            }
        }
    }
}
