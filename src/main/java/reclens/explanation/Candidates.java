package reclens.explanation;

import java.util.BitSet;
import reclens.inference.Ranking;

/**
 * Which items a score stands beside, for probabilities and ranks of edited histories. What is left out of the ranking stays left out.
 *
 * @param items number of items of the data, padding included; later indices of the model are no items
 * @param excluded items that are not ranked
 * @param pointwise whether each item is judged on its own, with a sigmoid
 */
public record Candidates(int items, BitSet excluded, boolean pointwise) {

    /** Indices of a model with {@code modelItems} items that are never ranked, those that are no items among them. */
    BitSet unranked(int modelItems) {
        BitSet unranked = (BitSet) excluded.clone();
        unranked.set(items, Math.max(items, modelItems));
        return unranked;
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
        return Ranking.rank(known(scores), excluded, target);
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

    private float[] known(float[] scores) {
        for (int i = items; i < scores.length; i++) {
            scores[i] = Float.NEGATIVE_INFINITY;
        }
        return scores;
    }
}
