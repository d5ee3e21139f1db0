package reclens.ui.evolution;

/**
 * A recommendation at one point.
 *
 * @param score in logits
 * @param values the item's values of the chosen feature; empty where it has none or titles are compared
 * @param token colour of its series in the charts
 */
record EvolutionRow(int rank, String title, String score, String values, String token) {}
