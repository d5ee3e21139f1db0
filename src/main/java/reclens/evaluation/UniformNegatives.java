package reclens.evaluation;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Draws items that may be recommended, each once, all equally likely: where seen items are excluded none that the user met
 * before (as pmixer's evaluation does), where they are included any but the held-out one (as RecBole does for sequences). A user's draw depends on the seed and the user alone,
 * not on the order in which threads come to it.
 *
 * @param count how many; fewer where there are no more
 */
public record UniformNegatives(int count, long seed) implements NegativeSampler {
    private static final long GOLDEN_RATIO = 0x9e3779b97f4a7c15L;

    @Override
    public int[] negatives(int user, HeldOut heldOut) {
        int[] pool = new int[heldOut.ranked().scores().length];
        int size = 0;
        for (int i = 0; i < pool.length; i++) {
            boolean isItem = heldOut.ranked().scores()[i] != Float.NEGATIVE_INFINITY;
            if (isItem && i != heldOut.target() && !heldOut.ranked().excluded().get(i)) {
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
}
