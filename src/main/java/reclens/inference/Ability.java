package reclens.inference;

/** What a model can do beyond scores and attention; explanations that need more are refused with the reason. */
public enum Ability {
    /** {@link RecommenderModel#gradient}. */
    GRADIENT,
    /** {@link RecommenderModel#slopes}: scores and gradients at embeddings that no item has. */
    GIVEN_EMBEDDINGS,
    /** {@link RecommenderModel#attentionSlopes}. */
    ATTENTION_SLOPES,
    /** {@link RecommenderModel#attentionParts}. */
    ATTENTION_PARTS
}
