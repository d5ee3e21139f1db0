package reclens.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import reclens.domain.CancellationToken;
import reclens.domain.CancelledException;

class ParallelUsersTest {
    private static final int USERS = 40;
    private static final int THREADS = 4; // on any machine

    private final CancellationToken cancellation = new CancellationToken();
    private final AtomicInteger under = new AtomicInteger();

    private void forEach(IntConsumer task) {
        ParallelUsers.forEach(USERS, THREADS, task, share -> {}, cancellation);
    }

    /** Work on every user but one, which ends in {@code fault} while that on others is under way. */
    private void failBesides(RuntimeException fault) {
        CountDownLatch failed = new CountDownLatch(1);
        forEach(user -> {
            under.incrementAndGet();
            try {
                if (user == 0) {
                    failed.countDown();
                    throw fault;
                }
                await(failed);
                work();
            } finally {
                under.decrementAndGet();
            }
        });
    }

    @Test
    void everyUserIsTakenOnce() {
        AtomicIntegerArray taken = new AtomicIntegerArray(USERS);
        forEach(taken::incrementAndGet);
        assertThat(taken).hasToString(new AtomicIntegerArray(ones()).toString());
    }

    @Test
    void noUserIsUnderWayAnyMoreWhenAFaultIsReported() {
        assertThatThrownBy(() -> failBesides(new CancelledException())).isInstanceOf(CancelledException.class);
        assertThat(under).hasValue(0);
    }

    @Test
    void aFaultIsReportedAsItIs() {
        IllegalStateException fault = new IllegalStateException("user 0");
        assertThatThrownBy(() -> failBesides(fault)).isSameAs(fault);
    }

    @Test
    void anErrorIsReportedAsItIs() {
        StackOverflowError error = new StackOverflowError();
        assertThatThrownBy(() -> forEach(user -> {
                    throw error;
                }))
                .isSameAs(error);
    }

    @Test
    void noUserIsBegunAfterAFault() {
        AtomicInteger begun = new AtomicInteger();
        assertThatThrownBy(() -> forEach(user -> {
                    begun.incrementAndGet();
                    throw new IllegalStateException("at once");
                }))
                .hasMessage("at once");
        assertThat(begun).hasValueLessThanOrEqualTo(THREADS);
    }

    @Test
    void aCancelledCallBeginsNoUser() {
        cancellation.cancel();
        AtomicInteger begun = new AtomicInteger();
        assertThatThrownBy(() -> forEach(user -> begun.incrementAndGet())).isInstanceOf(CancelledException.class);
        assertThat(begun).hasValue(0);
    }

    @Test
    void noUserIsUnderWayAnyMoreWhenTheCallerIsInterrupted() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        List<Object> seen = new ArrayList<>();
        Thread caller = new Thread(() -> {
            try {
                forEach(user -> {
                    under.incrementAndGet();
                    begun.countDown();
                    work();
                    under.decrementAndGet();
                });
            } catch (CancelledException e) {
                seen.add(under.get());
                seen.add(Thread.currentThread().isInterrupted());
            }
        });
        caller.start();
        begun.await();
        caller.interrupt();
        caller.join();
        assertThat(seen).containsExactly(0, true);
    }

    @Test
    void progressEndsAtTheWholeAndIsToldOnTheCallersThread() {
        List<Double> shares = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        ParallelUsers.forEach(
                USERS,
                THREADS,
                user -> {},
                share -> {
                    shares.add(share);
                    threads.add(Thread.currentThread());
                },
                cancellation);
        assertThat(shares).last().isEqualTo(1.0);
        assertThat(threads).containsOnly(Thread.currentThread());
    }

    @Test
    void noUsersAreDoneAtOnce() {
        List<Double> shares = new ArrayList<>();
        ParallelUsers.forEach(0, THREADS, user -> {}, shares::add, cancellation);
        assertThat(shares).last().isEqualTo(1.0);
    }

    private static int[] ones() {
        int[] ones = new int[USERS];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** For a while, and, as a forward pass does, without a look at the thread's interruption. */
    private static void work() {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(100);
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }
}
