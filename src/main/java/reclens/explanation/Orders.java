package reclens.explanation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The baselines' orders of n events: most recent first, and seeded random ones; and the grid of min(n, 10) equal steps on which
 * events are removed or added in an order. One event always stays.
 */
final class Orders {
    static final int REPEATS = 100;
    private static final int STEPS = 10;

    private final int n;
    private final int steps;
    private final int[] recency;
    private final List<int[]> random;

    Orders(int n, long seed) {
        this.n = n;
        this.steps = Math.min(n, STEPS);
        this.recency = IntStream.range(0, n).map(i -> n - 1 - i).toArray();
        this.random = new ArrayList<>(REPEATS);
        SplittableRandom generator = new SplittableRandom(seed);
        for (int r = 0; r < REPEATS; r++) {
            random.add(shuffled(generator, n));
        }
    }

    int steps() {
        return steps;
    }

    int[] recency() {
        return recency;
    }

    /** The first {@code count} of {@link #REPEATS} random orders. */
    List<int[]> random(int count) {
        return random.subList(0, count);
    }

    /** Share of the events that is removed or added at each point of the grid, 0 to 1 [steps + 1]. */
    double[] fractions() {
        return IntStream.rangeClosed(0, steps)
                .mapToDouble(p -> (double) p / Math.max(1, steps))
                .toArray();
    }

    /** What is left after each step of removing in this order, nothing removed first [steps + 1]. */
    List<BitSet> deletions(int[] order) {
        return IntStream.rangeClosed(0, steps)
                .mapToObj(p -> without(order, Math.min(n - 1, atPoint(p))))
                .toList();
    }

    /** What is there after each step of adding in this order, one event first, all events last [steps + 1]. */
    List<BitSet> insertions(int[] order) {
        return IntStream.rangeClosed(0, steps)
                .mapToObj(p -> only(order, Math.min(n, Math.max(1, atPoint(p)))))
                .toList();
    }

    /** All events but the first {@code count} of the order. */
    BitSet without(int[] order, int count) {
        BitSet kept = new BitSet(n);
        kept.set(0, n);
        IntStream.range(0, count).forEach(i -> kept.clear(order[i]));
        return kept;
    }

    /** The first {@code count} events of the order. */
    BitSet only(int[] order, int count) {
        BitSet kept = new BitSet(n);
        IntStream.range(0, count).forEach(i -> kept.set(order[i]));
        return kept;
    }

    /** Area under a curve on the grid, x from 0 to 1. */
    double area(double[] curve) {
        double sum = 0;
        for (int p = 1; p < curve.length; p++) {
            sum += (curve[p - 1] + curve[p]) / 2;
        }
        return sum / steps;
    }

    private int atPoint(int point) {
        return steps == 0 ? 0 : (point * n + steps - 1) / steps;
    }

    static int[] shuffled(SplittableRandom generator, int n) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            int j = generator.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
