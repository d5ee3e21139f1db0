package reclens.ui.whatif;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import reclens.session.WhatIfResult;

/**
 * How high each item stands on either side of the slopes.
 *
 * @param result both lists, and what changed
 * @param scale what the height means
 * @param height of the drawing, in pixels
 */
record SlopePlaces(WhatIfResult result, RankSlopes.Scale scale, double height) {
    static final double HEAD = 28;
    private static final double HIGHEST_ROW = 76;
    private static final double LEAST_ROW = 20;

    /**
     * One end of a line.
     *
     * @param rank 0 for an item that is not ranked
     * @param y height of the end
     * @param label height of its label, which may have been moved apart from others
     */
    record End(WhatIfResult.Change item, int rank, double score, double y, double label) {}

    /** Ends on the left, by the model's index of the item. */
    Map<Integer, End> before() {
        return ends(WhatIfResult.Change::entered, true);
    }

    /** Ends on the right, by the model's index of the item. */
    Map<Integer, End> after() {
        return ends(WhatIfResult.Change::left, false);
    }

    /** Height between what is listed and what stands below it. */
    static double gapBelow(Map<Integer, End> ends, Predicate<WhatIfResult.Change> listed) {
        double last = ends.values().stream()
                .filter(e -> listed.test(e.item()))
                .mapToDouble(End::y)
                .max()
                .orElse(HEAD);
        double next = ends.values().stream()
                .filter(e -> !listed.test(e.item()))
                .mapToDouble(End::y)
                .min()
                .orElse(last + LEAST_ROW);
        return (last + next) / 2;
    }

    /** Where the items of one side stand, by index. Those outside the list come last, below a gap. */
    private Map<Integer, End> ends(Predicate<WhatIfResult.Change> outside, boolean before) {
        ToIntFunction<WhatIfResult.Change> rank =
                c -> before ? c.before().rank() : c.after().rank();
        ToDoubleFunction<WhatIfResult.Change> score =
                c -> before ? c.before().score() : c.after().score();
        List<WhatIfResult.Change> order = new ArrayList<>(result.changes());
        order.sort(Comparator.<WhatIfResult.Change>comparingInt(c -> outside.test(c) ? 1 : 0)
                .thenComparingInt(c -> rank.applyAsInt(c) == 0 ? Integer.MAX_VALUE : rank.applyAsInt(c))
                .thenComparingDouble(c -> -score.applyAsDouble(c)));
        // Both sides have as many rows, or the rows of one would not stand beside those of the other.
        int listed = Math.max(result.before().size(), result.after().size());
        int most = Math.max(listed + 1, result.changes().size());
        double row = Math.max(LEAST_ROW, Math.min(HIGHEST_ROW, (height - HEAD - 4) / most));
        double[] y = scale == RankSlopes.Scale.SCORES ? scores(order, score) : null;
        double[] labels = y == null ? null : spread(y);
        Map<Integer, End> ends = new HashMap<>();
        for (int i = 0; i < order.size(); i++) {
            WhatIfResult.Change c = order.get(i);
            double place = HEAD + (i + 0.5) * row;
            ends.put(
                    c.after().index(),
                    new End(
                            c,
                            rank.applyAsInt(c),
                            score.applyAsDouble(c),
                            y == null ? place : y[i],
                            labels == null ? place : labels[i]));
        }
        return ends;
    }

    /** Heights in proportion to the scores of both sides. */
    private double[] scores(List<WhatIfResult.Change> order, ToDoubleFunction<WhatIfResult.Change> score) {
        double high = Double.NEGATIVE_INFINITY;
        double low = Double.POSITIVE_INFINITY;
        for (WhatIfResult.Change c : result.changes()) {
            high = Math.max(high, Math.max(c.before().score(), c.after().score()));
            low = Math.min(low, Math.min(c.before().score(), c.after().score()));
        }
        double top = HEAD + 12;
        double range = height - top - 14;
        double max = high;
        double span = Math.max(1e-9, high - low);
        return order.stream()
                .mapToDouble(c -> top + range * (max - score.applyAsDouble(c)) / span)
                .toArray();
    }

    /** Heights of the labels: those of the scores, moved apart where they would collide. */
    private double[] spread(double[] y) {
        Integer[] down = new Integer[y.length];
        for (int i = 0; i < down.length; i++) {
            down[i] = i;
        }
        Arrays.sort(down, Comparator.comparingDouble(i -> y[i]));
        double gap = Math.min(17, (height - HEAD - 10) / Math.max(1, y.length));
        double[] labels = y.clone();
        for (int i = 1; i < down.length; i++) {
            labels[down[i]] = Math.max(labels[down[i]], labels[down[i - 1]] + gap);
        }
        double floor = height - 8;
        for (int i = down.length - 1; i >= 0; i--) {
            labels[down[i]] = Math.min(labels[down[i]], floor);
            floor = labels[down[i]] - gap;
        }
        return labels;
    }
}
