package reclens.explanation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * E4 on one quantity: where the areas of deletion and insertion curves lie among the random orders, and how far the quantity is
 * down on average on the way.
 *
 * @param whole the quantity, nothing removed
 * @param unit of the drops
 * @param metrics deletion percentile and drop, insertion percentile and drop
 */
record CurveMetrics(OrderCurves deletion, OrderCurves insertion, double whole, double unit, List<Metric> metrics) {
    /** On s_t; drops in standard deviations of the scores over the catalogue. */
    static CurveMetrics ofScore(KeptEvents events, Orders orders) {
        return new CurveMetrics(
                new OrderCurves(orders, orders::deletions, events::scores, Orders.REPEATS),
                new OrderCurves(orders, orders::insertions, events::scores, Orders.REPEATS),
                events.score(events.all()),
                events.spread(),
                List.of(
                        Metric.DELETION_PERCENTILE,
                        Metric.DELETION_DROP,
                        Metric.INSERTION_PERCENTILE,
                        Metric.INSERTION_DROP));
    }

    /** On p_t, whose runs score the whole catalogue; drops as they are. */
    static CurveMetrics ofProbability(KeptEvents events, Orders orders, int repeats) {
        return new CurveMetrics(
                new OrderCurves(orders, orders::deletions, events::probabilities, repeats),
                new OrderCurves(orders, orders::insertions, events::probabilities, repeats),
                events.probabilities(List.of(events.all()))[0],
                1,
                List.of(
                        Metric.PROBABILITY_DELETION_PERCENTILE,
                        Metric.PROBABILITY_DELETION_DROP,
                        Metric.PROBABILITY_INSERTION_PERCENTILE,
                        Metric.PROBABILITY_INSERTION_DROP));
    }

    void ofOrder(int[] order, Map<Metric, Double> into) {
        put(deletion.of(order), insertion.of(order), into);
    }

    void ofRecency(Map<Metric, Double> into) {
        put(deletion.ofRecency(), insertion.ofRecency(), into);
    }

    private void put(OrderCurve deleted, OrderCurve inserted, Map<Metric, Double> into) {
        into.put(metrics.get(0), deleted.shareAtMost());
        into.put(metrics.get(1), (whole - deleted.auc()) / unit);
        into.put(metrics.get(2), inserted.shareAtLeast());
        into.put(metrics.get(3), (whole - inserted.auc()) / unit);
    }

    /** Means over the random orders. */
    void ofRandom(Map<Metric, Double> into) {
        OrderCurve deleted = deletion.ofRecency();
        OrderCurve inserted = insertion.ofRecency();
        into.put(metrics.get(0), meanShare(deleted, true));
        into.put(metrics.get(1), (whole - deleted.randomAucMean()) / unit);
        into.put(metrics.get(2), meanShare(inserted, false));
        into.put(metrics.get(3), (whole - inserted.randomAucMean()) / unit);
    }

    private static double meanShare(OrderCurve curve, boolean atMost) {
        return Arrays.stream(curve.randomAucs())
                .map(area -> curve.share(area, atMost))
                .average()
                .orElse(Double.NaN);
    }
}
