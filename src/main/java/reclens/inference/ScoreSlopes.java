package reclens.inference;

/**
 * Scores and gradients at B points of the embedding space, for events whose items are not looked up but given.
 *
 * @param scores s_t, logits [B]
 * @param gradients d s_t / d e_i [B, n, D]
 */
public record ScoreSlopes(float[] scores, float[] gradients) {}
