package reclens.inference;

/**
 * What the queries of one sequence may see. Columns are the keys in the order of {@link KeyValues}: the padding row first,
 * when there is one, then the events.
 *
 * @param firstQuery index among the events of the first query; queries follow one another
 * @param causal whether a query sees only itself and earlier events
 * @param hidden events that no query may attend to, from event 0; null when there is none
 * @param padding number of padding slots that column 0 stands for; 0 when no column does. Those slots have equal states, so
 *     their weights are equal and column 0 gets the sum of them
 * @param additive null for a boolean mask; otherwise a forbidden key is not left out but its score lowered by this value, as
 *     the original does, which matters where every key of a row is forbidden. Only without a padding column
 */
record AttentionMask(int firstQuery, boolean causal, boolean[] hidden, int padding, Float additive) {
    boolean forbids(int query, int event) {
        return causal && event > query || hidden != null && hidden[event];
    }
}
