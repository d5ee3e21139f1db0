package reclens.explanation;

import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Measures explanations of one recommendation by E1 to E8. What does not depend on the method is run once. */
final class TrustCheck {
    /** Random orders behind E1 to E3, E7 and E4 on p_t, whose runs score the whole catalogue; the curves on s_t use all. */
    private static final int CATALOGUE_REPEATS = 20;

    private static final int TOP = 10;
    private static final int STRONGEST = 3;

    private final KeptEvents events;
    private final Orders orders;
    private final long seed;
    private final int n;
    private final CurveMetrics score;
    private final CurveMetrics probability;
    private final RandomSets anySize;
    private final RandomSets ones;
    private final RandomSets quarters;
    private final RandomSets halves;
    private final Map<Metric, Double> randomOrders = new EnumMap<>(Metric.class);
    private final Map<Metric, Double> recencyOrder = new EnumMap<>(Metric.class);

    TrustCheck(KeptEvents events, Orders orders, long seed) {
        this.events = events;
        this.orders = orders;
        this.seed = seed;
        this.n = events.count();
        this.score = CurveMetrics.ofScore(events, orders);
        this.probability = CurveMetrics.ofProbability(events, orders, CATALOGUE_REPEATS);
        this.anySize = RandomSets.ofAnySize(events, seed);
        this.ones = RandomSets.ofSize(events, Math.min(1, n - 1), seed);
        this.quarters = RandomSets.ofSize(events, Math.min((n + 3) / 4, n - 1), seed);
        this.halves = RandomSets.ofSize(events, Math.min((n + 1) / 2, n - 1), seed);
        ofOrder(orders.recency(), recencyOrder);
        score.ofRecency(recencyOrder);
        probability.ofRecency(recencyOrder);
        randomOrders();
    }

    /** @param leaveOneOut for E8; null leaves it out */
    TrustReport report(Attribution attribution, Attribution leaveOneOut) {
        int[] order = attribution.order(attribution.signed());
        OrderCurve deleted = score.deletion().of(order);
        double[] values = attribution.values();
        Map<Metric, Double> own = new EnumMap<>(Metric.class);
        Shares shares = ofOrder(order, own);
        score.ofOrder(order, own);
        probability.ofOrder(order, own);
        ofValues(values, own);
        if (leaveOneOut != null) {
            agreement(attribution, leaveOneOut, own);
        }
        Map<Metric, Double> random = new EnumMap<>(randomOrders);
        permuted(values, random);
        Map<Metric, Double> recency = new EnumMap<>(recencyOrder);
        ofValues(ontoLatest(attribution, order), recency);
        return new TrustReport(
                attribution.method(),
                n,
                deleted,
                score.insertion().of(order),
                shares,
                own,
                random,
                recency,
                FaithfulnessCheck.verdict(n, deleted),
                seed);
    }

    private Shares ofOrder(int[] order, Map<Metric, Double> metrics) {
        Shares shares = Shares.of(events, orders, order);
        metrics.put(Metric.COMPREHENSIVENESS, shares.meanComprehensiveness());
        metrics.put(Metric.SUFFICIENCY, shares.meanSufficiency());
        metrics.put(Metric.POS_AT_10, staysInTop(order));
        metrics.put(Metric.NEG_AT_10, staysInTop(reversed(order)));
        return shares;
    }

    /** E7; NaN where the item is left out of the ranking. */
    private double staysInTop(int[] order) {
        List<BitSet> steps = orders.deletions(order).subList(1, orders.steps() + 1);
        return events.standings(steps).stream()
                .mapToDouble(s -> s.rank() == 0 ? Double.NaN : s.rank() <= TOP ? 1 : 0)
                .average()
                .orElse(Double.NaN);
    }

    private void ofValues(double[] values, Map<Metric, Double> metrics) {
        metrics.put(Metric.INFIDELITY, anySize.infidelity(values));
        metrics.put(Metric.INFIDELITY_SCALE, anySize.scale(values));
        metrics.put(Metric.SENSITIVITY_1, ones.correlation(values));
        metrics.put(Metric.SENSITIVITY_QUARTER, quarters.correlation(values));
        metrics.put(Metric.SENSITIVITY_HALF, halves.correlation(values));
    }

    private void agreement(Attribution attribution, Attribution leaveOneOut, Map<Metric, Double> metrics) {
        metrics.put(Metric.LEAVE_ONE_OUT_TAU, Statistics.kendall(attribution.values(), leaveOneOut.values()));
        List<Integer> theirs = strongest(leaveOneOut);
        double shared = strongest(attribution).stream().filter(theirs::contains).count();
        metrics.put(Metric.LEAVE_ONE_OUT_TOP3, theirs.isEmpty() ? Double.NaN : shared / theirs.size());
    }

    private static List<Integer> strongest(Attribution attribution) {
        return Arrays.stream(attribution.order(attribution.signed()))
                .limit(STRONGEST)
                .boxed()
                .toList();
    }

    private void randomOrders() {
        List<Map<Metric, Double>> each = orders.random(CATALOGUE_REPEATS).stream()
                .map(order -> {
                    Map<Metric, Double> metrics = new EnumMap<>(Metric.class);
                    ofOrder(order, metrics);
                    return metrics;
                })
                .toList();
        average(each, randomOrders);
        score.ofRandom(randomOrders);
        probability.ofRandom(randomOrders);
    }

    /** E5 and E6 of the same values on other events. */
    private void permuted(double[] values, Map<Metric, Double> random) {
        SplittableRandom generator = new SplittableRandom(seed);
        List<Map<Metric, Double>> each = IntStream.range(0, CATALOGUE_REPEATS)
                .mapToObj(r -> {
                    int[] places = Orders.shuffled(generator, n);
                    Map<Metric, Double> metrics = new EnumMap<>(Metric.class);
                    ofValues(Arrays.stream(places).mapToDouble(i -> values[i]).toArray(), metrics);
                    return metrics;
                })
                .toList();
        average(each, random);
    }

    private static void average(List<Map<Metric, Double>> each, Map<Metric, Double> into) {
        each.get(0)
                .keySet()
                .forEach(metric -> into.put(
                        metric,
                        each.stream()
                                .mapToDouble(m -> m.get(metric))
                                .filter(v -> !Double.isNaN(v))
                                .average()
                                .orElse(Double.NaN)));
    }

    /** The values sorted onto the events from the most recent on, most important first. */
    private double[] ontoLatest(Attribution attribution, int[] order) {
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[n - 1 - i] = attribution.values()[order[i]];
        }
        return values;
    }

    private static int[] reversed(int[] order) {
        return IntStream.range(0, order.length)
                .map(i -> order[order.length - 1 - i])
                .toArray();
    }
}
