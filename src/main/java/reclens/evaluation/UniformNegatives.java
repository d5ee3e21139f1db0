package reclens.evaluation;

import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;

/**
 * Draws items that the user never met, each once, all equally likely. A user's draw depends on the seed and the user alone,
 * not on the order in which threads come to it.
 *
 * @param count how many; fewer where the user has met nearly all
 */
public record UniformNegatives(int count, long seed) implements NegativeSampler {
    private static final long GOLDEN_RATIO = 0x9e3779b97f4a7c15L;

    @Override
    public int[] negatives(int user, HeldOut heldOut) {
        int[] pool = new int[heldOut.ranked().scores().length];
        int size = 0;
        for (int i = 0; i < pool.length; i++) {
            boolean isItem = heldOut.ranked().scores()[i] != Float.NEGATIVE_INFINITY;
            if (isItem && i != heldOut.target() && !heldOut.history().get(i)) {
                pool[size++] = i;
            }
        }
        SplittableRandom random = new SplittableRandom(seed ^ (user + 1) * GOLDEN_RATIO);
        int drawn = Math.min(count, size);
        for (int i = 0; i < drawn; i++) {
            int j = i + random.nextInt(size - i);
            int other = pool[j];
            pool[j] = pool[i];
            pool[i] = other;
        }
        return Arrays.copyOf(pool, drawn);
    }

    /** Items of a history as a set. */
    public static BitSet set(int[] items) {
        BitSet set = new BitSet();
        Arrays.stream(items).forEach(set::set);
        return set;
    }
}
