package reclens.inference;

import java.util.List;

/**
 * Weights of a SASRec, immutable; D hidden size, L window, I items.
 *
 * @param items [I, D], row 0 = padding
 * @param itemScale factor on looked-up item rows; the output product takes them unscaled
 * @param positions [L, D] or [L + 1, D], row-major
 * @param embeddingNorm null where the variant has none
 * @param finalNorm null where the variant has none
 */
record SasRecWeights(
        Matrix items,
        float itemScale,
        float[] positions,
        Norm embeddingNorm,
        List<Block> blocks,
        int innerSize,
        Norm finalNorm) {
    SasRecWeights {
        blocks = List.copyOf(blocks);
    }
}
