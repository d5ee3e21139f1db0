package reclens.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import reclens.domain.CancellationToken;
import reclens.inference.ModelInput;
import reclens.inference.RecommenderModel;

/**
 * Leave-one-out by the clock on one thread and on all cores, in turns; the scores must be the same to the last bit. Medians, and
 * their ratio. Run with {@code OPENBLAS_NUM_THREADS=1 java [--add-modules jdk.incubator.vector] -cp ...
 * reclens.bench.ThreadsBenchmark [REPETITIONS]}.
 */
public final class ThreadsBenchmark {
    private static final int ITEMS = 3417;
    private static final int WARM_UP = 10;

    private ThreadsBenchmark() {}

    public static void main(String[] args) throws ExecutionException, InterruptedException {
        int repetitions = args.length > 0 ? Integer.parseInt(args[0]) : 25;
        int cores = Runtime.getRuntime().availableProcessors();
        boolean vectors = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        System.out.println(
                (vectors ? "Vector API" : "BLAS") + " kernels, " + cores + " cores, medians of " + repetitions);
        measure("50 events, D 64, padding right", SyntheticModel.sasRec(ITEMS, 50, 64, 2, 2), repetitions, cores);
        measure("200 events, D 128, padding right", SyntheticModel.sasRec(ITEMS, 200, 128, 2, 4), repetitions, cores);
        measure(
                "200 events, D 128, padding left",
                SyntheticModel.leftPadded(ITEMS, 200, 128, 2, 4),
                repetitions,
                cores);
    }

    private static void measure(String name, RecommenderModel model, int repetitions, int cores)
            throws ExecutionException, InterruptedException {
        int n = model.card().windowLength();
        ModelInput base = ModelInput.of(
                IntStream.range(0, n).map(i -> 1 + i * 37 % (ITEMS - 1)).toArray());
        List<ModelInput> edits = IntStream.range(0, n).mapToObj(base::without).toList();
        ForkJoinPool one = new ForkJoinPool(1); // a parallel stream stays in the pool that it is started from
        ForkJoinPool all = new ForkJoinPool(cores);
        List<Double> alone = new ArrayList<>();
        List<Double> together = new ArrayList<>();
        float[][] expected = null;
        for (int r = -WARM_UP; r < repetitions; r++) {
            for (ForkJoinPool pool : List.of(one, all)) {
                long start = System.nanoTime();
                float[][] scores = pool.submit(() -> model.scores(base, edits, new int[] {1}, new CancellationToken()))
                        .get();
                double millis = (System.nanoTime() - start) / 1e6;
                expected = expected == null ? scores : expected;
                if (!Arrays.deepEquals(expected, scores)) {
                    throw new IllegalStateException("other scores with other threads");
                }
                if (r >= 0) {
                    (pool == one ? alone : together).add(millis);
                }
            }
        }
        one.shutdown();
        all.shutdown();
        model.close();
        double a = median(alone);
        double b = median(together);
        System.out.printf(
                Locale.ROOT, "%-34s one thread %7.1f ms, all cores %7.1f ms, ratio %.2f%n", name, a, b, b / a);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
