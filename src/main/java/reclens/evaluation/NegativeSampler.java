package reclens.evaluation;

/** Draws the items against which a held-out item is ranked; called from several threads. */
@FunctionalInterface
public interface NegativeSampler {
    /** Item indices; one may come several times. */
    int[] negatives(int user, HeldOut heldOut);
}
