package reclens.inference;

import java.util.Arrays;
import java.util.BitSet;
import reclens.domain.SeenPolicy;

/**
 * Scores of all items and which of them may be ranked.
 *
 * @param scores [I]; negative infinity marks an index that is no item
 * @param excluded items left out because they were seen
 * @param logSumExp of the scores as the model gave them, seen items included
 */
public record RankableScores(float[] scores, BitSet excluded, double logSumExp) {
    /**
     * Applies the policy for seen items.
     *
     * @param scores [I] as the model gave them; changed in place
     * @param knownItems size of the vocabulary; later rows of the model's table are no items of this data
     * @param window items of the events that the model read
     * @param history known items of the whole history
     */
    public static RankableScores of(float[] scores, int knownItems, SeenPolicy seen, int[] window, int[] history) {
        for (int i = knownItems; i < scores.length; i++) {
            scores[i] = Float.NEGATIVE_INFINITY;
        }
        double logSumExp = Ranking.logSumExp(scores);
        if (seen == SeenPolicy.ZERO) {
            Arrays.stream(history).forEach(i -> scores[i] = 0);
        }
        return new RankableScores(scores, excluded(seen, window, history), logSumExp);
    }

    /**
     * Items that the policy leaves out.
     *
     * @param window items of the events that the model read
     * @param history known items of the whole history
     */
    public static BitSet excluded(SeenPolicy seen, int[] window, int[] history) {
        BitSet excluded = new BitSet();
        switch (seen) {
            case INCLUDE, ZERO -> {}
            case EXCLUDE_WINDOW -> Arrays.stream(window).forEach(excluded::set);
            case EXCLUDE -> Arrays.stream(history).forEach(excluded::set);
        }
        return excluded;
    }

    /** The best items, best first, at most {@code k}. */
    public int[] top(int k) {
        return Ranking.top(scores, excluded, k);
    }

    /** 1-based rank; 0 where the item is left out. */
    public int rank(int item) {
        return Ranking.rank(scores, excluded, item);
    }

    /** How many items can be ranked. */
    public int count() {
        return Ranking.count(scores, excluded);
    }
}
