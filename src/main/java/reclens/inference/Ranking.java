package reclens.inference;

import java.util.Arrays;
import java.util.BitSet;

/** Ranks item scores: descending, ties to the lower item index. */
public final class Ranking {
    private Ranking() {}

    /**
     * The best items, best first; a scan with a small heap kept as sorted arrays, O(I log k).
     *
     * @param scores [I]; negative infinity marks an index that is never ranked
     * @param excluded indices left out
     * @param k how many at most
     * @return item indices, at most k
     */
    public static int[] top(float[] scores, BitSet excluded, int k) {
        int[] best = new int[Math.min(Math.max(k, 0), scores.length)];
        int filled = 0;
        for (int i = 0; i < scores.length && best.length > 0; i++) {
            float score = scores[i];
            if (score == Float.NEGATIVE_INFINITY || excluded.get(i)) {
                continue;
            }
            if (filled == best.length) {
                if (score <= scores[best[filled - 1]]) {
                    continue;
                }
                filled--;
            }
            int at = firstBelow(scores, best, filled, score);
            System.arraycopy(best, at, best, at + 1, filled - at);
            best[at] = i;
            filled++;
        }
        return Arrays.copyOf(best, filled);
    }

    /** 1-based rank of an item; 0 when it is excluded or never ranked. */
    public static int rank(float[] scores, BitSet excluded, int item) {
        float score = scores[item];
        if (excluded.get(item) || score == Float.NEGATIVE_INFINITY) {
            return 0;
        }
        int better = 0;
        for (int i = 0; i < scores.length; i++) {
            if ((scores[i] > score || scores[i] == score && i < item) && !excluded.get(i)) {
                better++;
            }
        }
        return better + 1;
    }

    /** How many items can be ranked. */
    public static int count(float[] scores, BitSet excluded) {
        int count = 0;
        for (int i = 0; i < scores.length; i++) {
            if (scores[i] != Float.NEGATIVE_INFINITY && !excluded.get(i)) {
                count++;
            }
        }
        return count;
    }

    /**
     * Natural logarithm of the sum of the exponentials of all finite scores: {@code p_i = exp(s_i - logSumExp)}. Seen items
     * are part of it.
     */
    public static double logSumExp(float[] scores) {
        float max = Float.NEGATIVE_INFINITY;
        for (float score : scores) {
            max = Math.max(max, score);
        }
        double sum = 0;
        for (float score : scores) {
            if (score != Float.NEGATIVE_INFINITY) {
                sum += Math.exp(score - max);
            }
        }
        return max + Math.log(sum);
    }

    /** First place whose score is below {@code score}; equal scores stay before, since their index is lower. */
    private static int firstBelow(float[] scores, int[] best, int filled, float score) {
        int low = 0;
        int high = filled;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (scores[best[middle]] >= score) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
