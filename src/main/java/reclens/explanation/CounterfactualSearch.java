package reclens.explanation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import reclens.domain.HistoryWindow;
import reclens.inference.ModelInput;

/**
 * Looks for a small set of events whose removal takes t off rank 1: greedy in the order of the score drops, and for each rival
 * u greedy on {@code D_i(t) - D_i(u)} (ACCENT, arXiv 2105.06339). The smallest verified set is kept and every event is tried
 * back. Each step is a run of the model; what is reported is "smallest found", not "smallest".
 */
final class CounterfactualSearch {
    /** Prefixes of an order that are run together; the first ones alone, since most sets are small. */
    private static final int LARGEST_CHUNK = 16;

    private final AttributionContext context;
    private final Candidates candidates;
    private final int[] all;
    private int forwards;

    CounterfactualSearch(AttributionContext context, Candidates candidates) {
        this.context = context;
        this.candidates = candidates;
        this.all = IntStream.range(0, context.model().card().itemCount()).toArray();
    }

    /**
     * @param rivals the other items of the top k
     */
    Counterfactual search(HistoryWindow window, int[] rivals) {
        int n = context.input().length();
        if (n < 2) {
            return new Counterfactual(false, new int[0], -1, forwards);
        }
        List<double[]> orders = priorities(rivals);
        int[] best = null;
        for (double[] priority : orders) {
            int limit = best == null ? n - 1 : best.length - 1;
            int[] set = greedy(priority, limit);
            if (set != null) {
                best = set;
            }
        }
        if (best == null) {
            return new Counterfactual(false, new int[0], -1, forwards);
        }
        int[] pruned = prune(best);
        int newTop = topWithout(pruned);
        int[] positions =
                Arrays.stream(pruned).map(i -> window.positions()[i]).sorted().toArray();
        return new Counterfactual(true, positions, newTop, forwards);
    }

    private List<double[]> priorities(int[] rivals) {
        ModelInput input = context.input();
        int n = input.length();
        int[] targets = IntStream.concat(IntStream.of(context.target()), Arrays.stream(rivals))
                .toArray();
        List<ModelInput> edits = IntStream.range(0, n).mapToObj(input::without).toList();
        float[][] scores = context.model().scores(input, edits, targets, context.cancellation());
        forwards += n;
        List<double[]> priorities = new ArrayList<>();
        priorities.add(IntStream.range(0, n).mapToDouble(i -> -scores[i][0]).toArray());
        for (int r = 1; r < targets.length; r++) {
            int rival = r;
            priorities.add(IntStream.range(0, n)
                    .mapToDouble(i -> scores[i][rival] - scores[i][0])
                    .toArray());
        }
        return priorities;
    }

    /** Window indices of the shortest prefix of the order that takes t off rank 1; null when none up to the limit does. */
    private int[] greedy(double[] priority, int limit) {
        int[] order = IntStream.range(0, priority.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> -priority[i]).thenComparing(Comparator.reverseOrder()))
                .mapToInt(Integer::intValue)
                .toArray();
        int chunk = 1;
        for (int from = 1; from <= limit; from += chunk, chunk = Math.min(2 * chunk, LARGEST_CHUNK)) {
            List<int[]> sets = IntStream.range(from, Math.min(limit + 1, from + chunk))
                    .mapToObj(size -> Arrays.copyOf(order, size))
                    .toList();
            int[] tops = topsWithout(sets);
            for (int i = 0; i < tops.length; i++) {
                if (tops[i] != context.target()) {
                    return sets.get(i);
                }
            }
        }
        return null;
    }

    private int[] prune(int[] set) {
        int[] kept = set;
        for (int i = set.length - 1; i >= 0 && kept.length > 1; i--) {
            int candidate = set[i];
            int[] smaller = Arrays.stream(kept).filter(e -> e != candidate).toArray();
            if (topWithout(smaller) != context.target()) {
                kept = smaller;
            }
        }
        return kept;
    }

    private int topWithout(int[] removed) {
        return topsWithout(List.of(removed))[0];
    }

    private int[] topsWithout(List<int[]> removed) {
        List<ModelInput> edits = removed.stream().map(this::without).toList();
        forwards += edits.size();
        float[][] scores = context.model().scores(context.input(), edits, all, context.cancellation());
        return Arrays.stream(scores).mapToInt(candidates::top).toArray();
    }

    private ModelInput without(int[] removed) {
        boolean[] keep = new boolean[context.input().length()];
        Arrays.fill(keep, true);
        for (int i : removed) {
            keep[i] = false;
        }
        return context.input().keeping(keep);
    }
}
