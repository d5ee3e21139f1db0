package reclens.evaluation;

import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;

/**
 * Draws items, all equally likely. A user's draw depends on the seed and the user alone, not on the order in which threads
 * come to it.
 *
 * @param count how many; fewer where each is drawn at most once and there are no more
 */
public record UniformNegatives(int count, long seed, NegativeDraw draw) implements NegativeSampler {
    /** Spreads users over the seeds; any odd number but the generator's own step, with which users would share their draws. */
    private static final long SPREAD = 0xd1342543de82ef95L;

    @Override
    public int[] negatives(int user, HeldOut heldOut) {
        int[] pool = pool(heldOut);
        SplittableRandom random = new SplittableRandom(new SplittableRandom(seed + user * SPREAD).nextLong());
        return draw == NegativeDraw.DISTINCT ? distinct(pool, random) : repeated(pool, random);
    }

    private int[] pool(HeldOut heldOut) {
        BitSet pool = (BitSet) heldOut.items().clone();
        switch (draw) {
            case DISTINCT -> {
                pool.andNot(heldOut.excluded());
                pool.clear(heldOut.target());
            }
            case RECBOLE -> pool.clear(heldOut.target());
            case PMIXER -> pool.andNot(heldOut.trained());
        }
        return pool.stream().toArray();
    }

    private int[] distinct(int[] pool, SplittableRandom random) {
        int drawn = Math.min(count, pool.length);
        for (int i = 0; i < drawn; i++) {
            int j = i + random.nextInt(pool.length - i);
            int other = pool[j];
            pool[j] = pool[i];
            pool[i] = other;
        }
        return Arrays.copyOf(pool, drawn);
    }

    private int[] repeated(int[] pool, SplittableRandom random) {
        return pool.length == 0
                ? pool
                : random.ints(count, 0, pool.length).map(i -> pool[i]).toArray();
    }
}
