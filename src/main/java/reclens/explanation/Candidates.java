package reclens.explanation;

import java.util.BitSet;
import reclens.inference.Ranking;

/**
 * Which items a score stands beside, for probabilities and ranks of edited histories. What is left out of the ranking stays left out.
 *
 * @param items number of items of the data, padding included; later indices of the model are no items
 * @param excluded items that are not ranked
 * @param zeroed items that are ranked with a score of 0, as ICLRec's evaluation does with seen ones
 * @param pointwise whether each item is judged on its own, with a sigmoid
 */
public record Candidates(int items, BitSet excluded, BitSet zeroed, boolean pointwise) {
    /** No score is set to 0. */
    public Candidates(int items, BitSet excluded, boolean pointwise) {
        this(items, excluded, new BitSet(), pointwise);
    }

    /** Index of the item on rank 1; -1 where none is ranked. */
    int top(float[] scores) {
        int[] best = Ranking.top(ranked(scores), excluded, 1);
        return best.length == 0 ? -1 : best[0];
    }

    /** p_t: softmax over all items, seen ones included; sigmoid for pointwise models. */
    double probability(float[] scores, int target) {
        if (pointwise) {
            return 1 / (1 + Math.exp(-scores[target]));
        }
        return Math.exp(scores[target] - Ranking.logSumExp(known(scores)));
    }

    /** 1-based rank; 0 where the item is left out. */
    int rank(float[] scores, int target) {
        return Ranking.rank(ranked(scores), excluded, target);
    }

    /** Standard deviation of the scores over the items; NaN for fewer than two. */
    double spread(float[] scores) {
        double sum = 0;
        double squares = 0;
        int count = 0;
        for (int i = 0; i < Math.min(items, scores.length); i++) {
            if (scores[i] != Float.NEGATIVE_INFINITY) {
                sum += scores[i];
                squares += (double) scores[i] * scores[i];
                count++;
            }
        }
        double mean = sum / count;
        return count < 2 ? Double.NaN : Math.sqrt(Math.max(0, squares / count - mean * mean));
    }

    private float[] ranked(float[] scores) {
        float[] ranked = known(scores);
        if (!zeroed.isEmpty()) {
            ranked = ranked.clone();
            for (int i = zeroed.nextSetBit(0); i >= 0; i = zeroed.nextSetBit(i + 1)) {
                ranked[i] = 0;
            }
        }
        return ranked;
    }

    private float[] known(float[] scores) {
        for (int i = items; i < scores.length; i++) {
            scores[i] = Float.NEGATIVE_INFINITY;
        }
        return scores;
    }
}
