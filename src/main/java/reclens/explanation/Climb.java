package reclens.explanation;

/**
 * The events found whose removal lifts an item to a rank, each step verified by running the model again; greedy, so a smaller set
 * may exist. An edit of the history that inference reads, not of what the model was trained on.
 *
 * @param goal the rank that was wanted, or a better one
 * @param before rank with nothing removed; 0 where the item is left out of the ranking
 * @param after rank without the removed events
 * @param removed positions in the whole history, ascending
 */
public record Climb(int goal, int before, int after, int[] removed) {
    public boolean found() {
        return after > 0 && after <= goal;
    }
}
