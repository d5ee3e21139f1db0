package reclens.inference;

import java.util.List;
import reclens.domain.Padding;

/**
 * What one needs to know of an opened model to use it and to describe it.
 *
 * @param type such as {@code sasrec}
 * @param variant such as {@code recbole}; empty where the type has one computation
 * @param layers number of attention layers
 * @param heads heads per layer
 * @param hiddenSize D
 * @param windowLength events that the model reads at most
 * @param padding side of the unused slots
 * @param causal whether a query sees only itself and earlier keys
 * @param attendsToPadding whether unused slots receive attention
 * @param itemCount rows of the item table, I; indices 0 to I - 1
 * @param unrankable indices that are no items: padding, mask
 * @param assumptions what was not in the files and was taken for granted, in words for the user
 */
public record ModelCard(
        String type,
        String variant,
        int layers,
        int heads,
        int hiddenSize,
        int windowLength,
        Padding padding,
        boolean causal,
        boolean attendsToPadding,
        int itemCount,
        List<Integer> unrankable,
        List<String> assumptions) {
    public ModelCard {
        unrankable = List.copyOf(unrankable);
        assumptions = List.copyOf(assumptions);
    }
}
