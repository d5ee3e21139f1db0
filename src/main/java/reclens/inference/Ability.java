package reclens.inference;

/** What a model can do beyond scores and attention; explanations that need more are refused with the reason. */
public enum Ability {
    /** {@link RecommenderModel#gradient}. */
    GRADIENT
}
