package reclens.explanation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;

/** E5 and E6: how well sums of attributions tell what removing seeded random sets of events does to the score. */
final class RandomSets {
    private static final int DRAWS = 200;

    private final List<BitSet> removed;
    private final double[] drops;

    private RandomSets(List<BitSet> removed, double[] drops) {
        this.removed = removed;
        this.drops = drops;
    }

    /** Sets of a size uniform in 1 to n - 1. */
    static RandomSets ofAnySize(KeptEvents events, long seed) {
        SplittableRandom generator = new SplittableRandom(seed);
        int n = events.count();
        return of(events, generator, () -> 1 + generator.nextInt(n - 1));
    }

    /** Sets of {@code size} events. */
    static RandomSets ofSize(KeptEvents events, int size, long seed) {
        return of(events, new SplittableRandom(seed), () -> size);
    }

    private static RandomSets of(KeptEvents events, SplittableRandom generator, IntSupplier size) {
        int n = events.count();
        List<BitSet> removed = new ArrayList<>(DRAWS);
        List<BitSet> kept = new ArrayList<>(DRAWS);
        for (int d = 0; d < DRAWS && n > 1; d++) {
            BitSet set = new BitSet(n);
            int members = size.getAsInt();
            Arrays.stream(Orders.shuffled(generator, n)).limit(members).forEach(set::set);
            BitSet rest = events.all();
            rest.andNot(set);
            removed.add(set);
            kept.add(rest);
        }
        double whole = events.score(events.all());
        return new RandomSets(
                removed, Arrays.stream(events.scores(kept)).map(s -> whole - s).toArray());
    }

    /**
     * E5 after the least-squares scale (Yeh et al. 2019, arXiv 1901.09392).
     *
     * @param values [n]; what does not exist counts as 0
     */
    double infidelity(double[] values) {
        double[] sums = sums(values);
        double scale = scale(values);
        return IntStream.range(0, sums.length)
                .mapToDouble(d -> scale * sums[d] - drops[d])
                .map(error -> error * error)
                .average()
                .orElse(Double.NaN);
    }

    /** The scale of E5 by which sums of attributions come closest to the drops; 0 where all attributions are. */
    double scale(double[] values) {
        double[] sums = sums(values);
        double product = 0;
        double squares = 0;
        for (int d = 0; d < sums.length; d++) {
            product += sums[d] * drops[d];
            squares += sums[d] * sums[d];
        }
        return sums.length == 0 ? Double.NaN : squares == 0 ? 0 : product / squares;
    }

    /** E6 (Ancona et al. 2018, arXiv 1711.06104); NaN where sums or drops are constant. */
    double correlation(double[] values) {
        return removed.isEmpty() ? Double.NaN : Statistics.pearson(sums(values), drops);
    }

    private double[] sums(double[] values) {
        return removed.stream()
                .mapToDouble(set -> set.stream()
                        .mapToDouble(i -> Double.isNaN(values[i]) ? 0 : values[i])
                        .sum())
                .toArray();
    }
}
