package reclens.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reclens.domain.CancellationToken;
import reclens.domain.CancelledException;

/** Edited copies of one history on several threads; a parallel stream stays in the pool that it is started from. */
class ManyThreadsTest {
    private static final int EDITS = 700;

    static Stream<String> readers() {
        return Stream.concat(SmallModels.ENCODERS.stream(), SmallModels.OTHER_READERS.stream());
    }

    @ParameterizedTest
    @MethodSource("readers")
    void changeNoBitOfAnyScore(String type) throws Exception {
        try (RecommenderModel model = SmallModels.open(type)) {
            ModelInput base = SmallModels.input(type);
            int[] targets = {1, 6, 13, 23};
            Callable<float[][]> scores = () -> model.scores(base, edits(base), targets, new CancellationToken());

            float[][] alone = on(1, scores);

            assertThat(on(4, scores)).isDeepEqualTo(alone);
            assertThat(on(4, scores)).isDeepEqualTo(alone);
        }
    }

    @ParameterizedTest
    @MethodSource("readers")
    void stopWhenCancelled(String type) {
        try (RecommenderModel model = SmallModels.open(type)) {
            ModelInput base = SmallModels.input(type);
            CancellationToken cancelled = new CancellationToken();
            cancelled.cancel();

            assertThatThrownBy(() -> on(4, () -> model.scores(base, edits(base), new int[] {1}, cancelled)))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(CancelledException.class);
        }
    }

    @Test
    @Timeout(20)
    void takePartsAtTheSameTimeWithBuffersOfTheirOwn() throws Exception {
        BufferPool pool = new BufferPool();
        CyclicBarrier both = new CyclicBarrier(2);
        BufferPool.Lease[] leases = new BufferPool.Lease[2];

        on(2, () -> {
            pool.forEach(2, (lease, part) -> {
                leases[part] = lease;
                await(both);
            });
            return null;
        });

        assertThat(leases).doesNotContainNull();
        assertThat(leases[0]).isNotSameAs(leases[1]);
    }

    @Test
    void leaveASinglePartToTheCaller() {
        Thread[] ran = new Thread[1];

        new BufferPool().forEach(1, (lease, part) -> ran[0] = Thread.currentThread());

        assertThat(ran[0]).isSameAs(Thread.currentThread());
    }

    /** Copies of all lengths, some with events hidden; enough of them for several chunks. */
    private static List<ModelInput> edits(ModelInput base) {
        Random random = new Random(5);
        return IntStream.range(0, EDITS)
                .mapToObj(e -> {
                    if (e % 5 == 0) {
                        return base.hiding(e / 5 % base.length());
                    }
                    boolean[] keep = new boolean[base.length()];
                    for (int i = 0; i < keep.length; i++) {
                        keep[i] = random.nextBoolean();
                    }
                    return base.keeping(keep);
                })
                .toList();
    }

    private static <T> T on(int threads, Callable<T> work) throws ExecutionException, InterruptedException {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return pool.submit(work).get();
        } finally {
            pool.shutdownNow();
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("the other part did not start", e);
        }
    }
}
