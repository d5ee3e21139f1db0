package reclens.explanation;

import java.util.Map;

/**
 * One explanation measured by E1 to E8, each metric beside the two baselines on the same events: random order (E5, E6: the same
 * values permuted) and most recent first (E5, E6: the same values sorted onto the most recent events).
 *
 * @param method what was measured
 * @param events number n of events
 * @param deletion score while events are removed
 * @param insertion score while events are added
 * @param shares E1 and E2 at each share
 * @param own the metrics; NaN where one does not exist
 * @param random the same of random orders, their mean
 * @param recency the same of most recent first
 * @param verdict from the deletion area
 * @param seed of all that is drawn at random
 */
public record TrustReport(
        Method method,
        int events,
        OrderCurve deletion,
        OrderCurve insertion,
        Shares shares,
        Map<Metric, Double> own,
        Map<Metric, Double> random,
        Map<Metric, Double> recency,
        Verdict verdict,
        long seed) {
    public TrustReport {
        own = Map.copyOf(own);
        random = Map.copyOf(random);
        recency = Map.copyOf(recency);
    }
}
