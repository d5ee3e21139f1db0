package reclens.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reclens.domain.CancelledException;

class BufferPoolTest {
    private static final int PARTS = 16;

    private final BufferPool pool = new BufferPool();

    /** Several threads on any machine: the parts go to the pool of the thread that asks. */
    private void onFourThreads(BufferPool.Part part) {
        ForkJoinPool threads = new ForkJoinPool(4);
        try {
            Throwable fault = threads.submit(() -> catchThrowable(() -> pool.forEach(PARTS, part)))
                    .join();
            if (fault instanceof RuntimeException known) {
                throw known;
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void everyPartIsRunOnce() {
        AtomicInteger[] runs = new AtomicInteger[PARTS];
        java.util.Arrays.setAll(runs, i -> new AtomicInteger());
        onFourThreads((lease, index) -> runs[index].incrementAndGet());
        assertThat(runs).allSatisfy(count -> assertThat(count).hasValue(1));
    }

    @Test
    void noPartIsUnderWayAnyMoreWhenAFaultIsReported() {
        AtomicInteger under = new AtomicInteger();
        CountDownLatch failed = new CountDownLatch(1);
        assertThatThrownBy(() -> onFourThreads((lease, index) -> {
                    under.incrementAndGet();
                    try {
                        if (index == 0) {
                            failed.countDown();
                            throw new CancelledException();
                        }
                        await(failed);
                        await(new CountDownLatch(1)); // works on for a while
                    } finally {
                        under.decrementAndGet();
                    }
                }))
                .isInstanceOf(CancelledException.class);
        assertThat(under).hasValue(0);
    }

    @Test
    void aFaultIsReportedAsItIs() {
        IllegalStateException fault = new IllegalStateException("part 3");
        assertThatThrownBy(() -> onFourThreads((lease, index) -> {
                    if (index == 3) {
                        throw fault;
                    }
                }))
                .isSameAs(fault);
    }

    @Test
    void aClosedPoolRefusesParts() {
        pool.close();
        assertThatThrownBy(() -> pool.forEach(2, (lease, index) -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the model is closed");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(100, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
