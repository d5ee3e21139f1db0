package reclens.explanation;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * E1 and E2 at 1, 5, 10, 20 and 50% of the events, rounded up, and their mean (E3). ERASER divides the sum of five by six; these
 * numbers are not comparable with its.
 *
 * @param comprehensiveness p_t(H) - p_t(H without the most important k%) [5]
 * @param sufficiency p_t(H) - p_t(only the most important k%) [5]
 */
public record Shares(double[] comprehensiveness, double[] sufficiency) {
    private static final int[] PERCENT = {1, 5, 10, 20, 50};

    /** The shares in percent. */
    public static int[] percent() {
        return PERCENT.clone();
    }

    static Shares of(KeptEvents events, Orders orders, int[] order) {
        double whole = events.standings(List.of(events.all())).get(0).probability();
        // One event always stays: a history of one has nothing to remove.
        List<BitSet> without = IntStream.of(PERCENT)
                .mapToObj(k -> orders.without(order, Math.min(order.length - 1, count(k, order.length))))
                .toList();
        List<BitSet> only = IntStream.of(PERCENT)
                .mapToObj(k -> orders.only(order, count(k, order.length)))
                .toList();
        return new Shares(losses(events, without, whole), losses(events, only, whole));
    }

    private static int count(int percent, int n) {
        return (percent * n + 99) / 100;
    }

    private static double[] losses(KeptEvents events, List<BitSet> kept, double whole) {
        return events.standings(kept).stream()
                .mapToDouble(s -> whole - s.probability())
                .toArray();
    }

    public double meanComprehensiveness() {
        return Arrays.stream(comprehensiveness).average().orElse(Double.NaN);
    }

    public double meanSufficiency() {
        return Arrays.stream(sufficiency).average().orElse(Double.NaN);
    }
}
