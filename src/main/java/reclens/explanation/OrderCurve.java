package reclens.explanation;

/**
 * Score or probability while events are removed, or added, most important first, beside the same for both baselines (E4).
 *
 * @param fractions share of the events that is removed, or added, at each point, from 0 to 1 [P]
 * @param curve in the order of the explanation [P]
 * @param recency most recent first [P]
 * @param randomMean mean over random orders [P]
 * @param randomLow 5% quantile over random orders, point by point [P]
 * @param randomHigh 95% quantile [P]
 * @param auc area under {@code curve}, x from 0 to 1
 * @param recencyAuc area under {@code recency}
 * @param randomAucs areas of the random orders, ascending
 */
public record OrderCurve(
        double[] fractions,
        double[] curve,
        double[] recency,
        double[] randomMean,
        double[] randomLow,
        double[] randomHigh,
        double auc,
        double recencyAuc,
        double[] randomAucs) {

    /** Share of random orders whose area is at most that of the explanation's order: low is good where events are removed. */
    public double shareAtMost() {
        return share(auc, true);
    }

    /** Share of random orders whose area is at least that of the explanation's order: low is good where events are added. */
    public double shareAtLeast() {
        return share(auc, false);
    }

    public double randomAucMean() {
        return Statistics.mean(randomAucs);
    }

    /** 95% quantile of the area over random orders. */
    public double randomAucQ95() {
        return Statistics.quantile(randomAucs, 0.95);
    }

    /** Share of random orders with an area at most, or at least, as large as {@code area}. */
    double share(double area, boolean atMost) {
        int count = 0;
        for (double other : randomAucs) {
            count += (atMost ? other <= area : other >= area) ? 1 : 0;
        }
        return (double) count / randomAucs.length;
    }
}
