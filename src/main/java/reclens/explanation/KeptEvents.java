package reclens.explanation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import reclens.inference.ModelInput;

/** What the model says of the explained item when only some of the n events are left; every set is run once. */
final class KeptEvents {
    /** Re-runs whose scores of all items are held at a time. */
    private static final int CHUNK = 64;

    private final AttributionContext context;
    private final Candidates candidates;
    private final int n;
    private final Map<BitSet, Double> scores = new HashMap<>();
    private final Map<BitSet, Standing> standings = new HashMap<>();
    private final double spread;

    /**
     * @param probability p_t
     * @param rank 1-based; 0 where the item is left out of the ranking
     */
    record Standing(double probability, int rank) {}

    KeptEvents(AttributionContext context, Candidates candidates) {
        this.context = context;
        this.candidates = candidates;
        this.n = context.input().length();
        BitSet all = all();
        scores.put(all, context.score());
        float[] ofAll = context.model().scores(context.input());
        spread = candidates.spread(ofAll);
        standings.put(all, standing(ofAll));
    }

    int count() {
        return n;
    }

    BitSet all() {
        BitSet all = new BitSet(n);
        all.set(0, n);
        return all;
    }

    /** Standard deviation of the scores over the catalogue, nothing removed. */
    double spread() {
        return spread;
    }

    /** The explained score for each set of events that is left. */
    double[] scores(List<BitSet> kept) {
        List<BitSet> fresh = fresh(kept, scores);
        double[] found = context.scores(fresh.stream().map(this::input).toList());
        for (int i = 0; i < found.length; i++) {
            scores.put(fresh.get(i), found[i]);
        }
        return kept.stream().mapToDouble(scores::get).toArray();
    }

    double score(BitSet kept) {
        return scores(List.of(kept))[0];
    }

    /** Probability and rank of the item for each set of events that is left. */
    List<Standing> standings(List<BitSet> kept) {
        List<BitSet> fresh = fresh(kept, standings);
        int[] all = IntStream.range(0, context.model().card().itemCount()).toArray();
        for (int from = 0; from < fresh.size(); from += CHUNK) {
            List<BitSet> chunk = fresh.subList(from, Math.min(fresh.size(), from + CHUNK));
            float[][] found = context.model()
                    .scores(context.input(), chunk.stream().map(this::input).toList(), all, context.cancellation());
            for (int i = 0; i < found.length; i++) {
                standings.put(chunk.get(i), standing(found[i]));
            }
        }
        return kept.stream().map(standings::get).toList();
    }

    /** p_t for each set of events that is left. */
    double[] probabilities(List<BitSet> kept) {
        return standings(kept).stream().mapToDouble(Standing::probability).toArray();
    }

    private Standing standing(float[] ofItems) {
        return new Standing(
                candidates.probability(ofItems, context.target()), candidates.rank(ofItems, context.target()));
    }

    private static List<BitSet> fresh(List<BitSet> kept, Map<BitSet, ?> known) {
        Set<BitSet> fresh = new LinkedHashSet<>(kept);
        fresh.removeIf(known::containsKey);
        return new ArrayList<>(fresh);
    }

    private ModelInput input(BitSet kept) {
        boolean[] keep = new boolean[n];
        kept.stream().forEach(i -> keep[i] = true);
        return context.input().keeping(keep);
    }
}
