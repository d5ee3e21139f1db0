package reclens.inference;

/**
 * Weights of one Transformer block; D hidden size, F inner size.
 *
 * @param query [D, D]
 * @param keyValue key rows, then value rows [2 D, D]
 * @param output [D, D], applied to the concatenated heads
 * @param expand [F, D]
 * @param contract [D, F]
 */
record Block(
        NormPlacement placement,
        Norm attentionNorm,
        Linear query,
        Linear keyValue,
        Linear output,
        Norm forwardNorm,
        Linear expand,
        Activation activation,
        Linear contract) {}
