package reclens.inference;

/**
 * One attention head of a model.
 *
 * @param stream as {@link reclens.domain.AttentionMap#stream()} names it
 * @param layer 0-based
 * @param head 0-based
 * @param candidate item index, counted only where attention depends on the recommended item
 */
public record HeadPlace(String stream, int layer, int head, int candidate) {}
