package reclens.evaluation;

import java.util.BitSet;
import reclens.inference.RankableScores;

/**
 * One user of an evaluation: the scores for the events before the last, and the last event's item.
 *
 * @param target the model's index of the held-out item
 * @param ranked scores for the history without it
 * @param history known items of the whole history, the held-out one included; never drawn as negatives
 */
public record HeldOut(int target, RankableScores ranked, BitSet history) {}
