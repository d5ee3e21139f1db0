package reclens.inference;

/**
 * One sequence of a pass through the encoder. Its rows follow those of the segment before it.
 *
 * @param start how many events come from {@code prefix}; the pass computes the events after them
 * @param rows number of events that the pass computes
 * @param result index of the event whose final state is wanted
 * @param padding number of padding slots that receive attention
 * @param hidden events that no query may attend to; null when there is none
 * @param additive see {@link AttentionMask#additive()}
 * @param prefix keys and values by layer [start.., 2 D]; null when start is 0
 * @param causal whether a query sees only itself and earlier events
 */
record Segment(
        int start,
        int rows,
        int result,
        int padding,
        boolean[] hidden,
        Float additive,
        float[][] prefix,
        boolean causal) {

    /** A sequence whose queries see only themselves and earlier events. */
    Segment(int start, int rows, int result, int padding, boolean[] hidden, Float additive, float[][] prefix) {
        this(start, rows, result, padding, hidden, additive, prefix, true);
    }

    /** A sequence without padding whose queries see all events, later ones included. */
    static Segment bidirectional(int rows, int result, boolean[] hidden) {
        return new Segment(0, rows, result, 0, hidden, null, null, false);
    }

    /** Where in the pass the result is, counted from the segment's first row. */
    int resultRow() {
        return result - start;
    }

    AttentionMask mask(int firstQuery) {
        return new AttentionMask(firstQuery, causal, hidden, padding, additive);
    }
}
