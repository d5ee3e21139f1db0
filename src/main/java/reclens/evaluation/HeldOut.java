package reclens.evaluation;

import reclens.inference.RankableScores;

/**
 * One user of an evaluation: the scores for the events before the last, and the last event's item.
 *
 * @param target the model's index of the held-out item
 * @param ranked scores for the history without it
 */
public record HeldOut(int target, RankableScores ranked) {}
