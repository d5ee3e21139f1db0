package reclens.evaluation;

import java.util.BitSet;
import reclens.inference.RankableScores;

/**
 * One user of an evaluation: what the model says for the events before the last, and the last event's item.
 *
 * @param target the model's index of the held-out item
 * @param items indices that are items, seen or not
 * @param excluded items left out because they were seen
 * @param trained items of all events but the last two, which is what a model is trained on where the last but one validates
 * @param scorer scores for the history without the held-out event
 */
public record HeldOut(int target, BitSet items, BitSet excluded, BitSet trained, Scorer scorer) {
    /** Computes scores when they are asked for. */
    public interface Scorer {
        /** Scores of all items. */
        RankableScores all();

        /** Scores of some items, the same as in {@link #all()} up to rounding. */
        float[] of(int[] items);
    }
}
