package reclens.explanation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import reclens.domain.HistoryWindow;
import reclens.inference.ModelInput;
import reclens.inference.Ranking;

/**
 * Looks for a small set of events whose removal takes t off rank 1: greedy in the order of the score drops, and for each rival
 * u greedy on {@code D_i(t) - D_i(u)} (ACCENT, arXiv 2105.06339). The smallest verified set is kept and every event is tried
 * back. Each step is a run of the model; what is reported is "smallest found", not "smallest".
 */
final class CounterfactualSearch {
    private final AttributionContext context;
    private final BitSet excluded;
    private int forwards;

    CounterfactualSearch(AttributionContext context, BitSet excluded) {
        this.context = context;
        this.excluded = excluded;
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
        for (int size = 1; size <= limit; size++) {
            context.cancellation().check();
            int[] set = Arrays.copyOf(order, size);
            if (topWithout(set) != context.target()) {
                return set;
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
        boolean[] keep = new boolean[context.input().length()];
        Arrays.fill(keep, true);
        for (int i : removed) {
            keep[i] = false;
        }
        forwards++;
        return Ranking.top(context.model().scores(context.input().keeping(keep)), excluded, 1)[0];
    }
}
