package reclens.explanation;

/**
 * The smallest set of events found whose removal takes the item off rank 1, verified by running the model again. An edit of
 * the history that inference reads, not of what the model was trained on.
 *
 * @param found whether such a set was found; an empty history never counts
 * @param removed positions in the whole history, ascending
 * @param newTop index of the item then on rank 1; -1 when not found
 * @param forwards number of forward passes spent
 */
public record Counterfactual(boolean found, int[] removed, int newTop, int forwards) {
    /** Nothing was looked for. */
    public static final Counterfactual NOT_FOUND = new Counterfactual(false, new int[0], -1, 0);
}
