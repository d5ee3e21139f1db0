package reclens.inference;

/**
 * Weights of a LayerNorm: biased variance, epsilon inside the root.
 *
 * @param gain [D]
 * @param bias [D]
 */
record Norm(float[] gain, float[] bias, float eps) {}
