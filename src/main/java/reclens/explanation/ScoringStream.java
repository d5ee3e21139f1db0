package reclens.explanation;

import java.util.Map;
import reclens.domain.AttentionMap;
import reclens.domain.AttentionTrace;

/** The stream of attention that methods follow from the scoring row to the events: the first of a trace. */
final class ScoringStream {
    private ScoringStream() {}

    static AttentionTrace of(AttentionTrace trace) {
        return trace.stream(trace.streams().get(0));
    }

    /**
     * States which stream it is where the model has several, and what the mask slot keeps for itself where it has one.
     *
     * @param shares what the method found for the columns of the stream's maps: events, then the mask slot
     */
    static void describe(AttentionTrace trace, double[] shares, Map<String, Object> details) {
        if (trace.streams().size() > 1) {
            details.put("stream", trace.streams().get(0));
        }
        AttentionMap first = trace.maps().get(0);
        int last = first.columns() - 1;
        if (last >= 0 && first.keys()[last] == AttentionMap.MASK_SLOT) {
            details.put(Attribution.SELF_MASS, shares[last]);
        }
    }

    /** States which stream it is where the model has several. */
    static void nameIfSeveral(AttributionContext context, Map<String, Object> details) {
        AttentionTrace trace = context.trace().get();
        if (trace.streams().size() > 1) {
            details.put("stream", trace.streams().get(0));
        }
    }
}
