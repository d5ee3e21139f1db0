package reclens.explanation;

/** The verdict on the explanations of one recommendation; the baselines are run once and serve every method. */
final class FaithfulnessCheck {
    private static final int TOO_SHORT = 5;
    private static final double QUANTILE = 0.05;

    private final KeptEvents events;
    private final Orders orders;
    private final long seed;
    private final OrderCurves deletion;

    FaithfulnessCheck(KeptEvents events, Orders orders, long seed) {
        this.events = events;
        this.orders = orders;
        this.seed = seed;
        this.deletion = new OrderCurves(orders, orders::deletions, events::scores, Orders.REPEATS);
    }

    Faithfulness judge(Attribution attribution) {
        int[] order = attribution.order(attribution.signed());
        OrderCurve curve = deletion.of(order);
        Shares shares = Shares.of(events, orders, order);
        return new Faithfulness(
                curve.fractions(),
                curve.curve(),
                curve.recency(),
                curve.randomMean(),
                curve.randomLow(),
                curve.randomHigh(),
                curve.auc(),
                curve.recencyAuc(),
                curve.randomAucMean(),
                Statistics.quantile(curve.randomAucs(), QUANTILE),
                curve.shareAtMost(),
                Orders.REPEATS,
                seed,
                verdict(events.count(), curve),
                shares.meanComprehensiveness(),
                shares.meanSufficiency());
    }

    OrderCurves deletion() {
        return deletion;
    }

    /** @param n number of events */
    static Verdict verdict(int n, OrderCurve deletion) {
        if (n < TOO_SHORT) {
            return Verdict.TOO_SHORT;
        }
        if (deletion.auc() > Statistics.quantile(deletion.randomAucs(), QUANTILE)) {
            return Verdict.NOT_SUPPORTED;
        }
        return deletion.auc() < deletion.recencyAuc() ? Verdict.SUPPORTED : Verdict.RECENCY_SUFFICES;
    }
}
