package reclens.explanation;

/**
 * Deletion curve of one attribution beside its two baselines, and the verdict that follows.
 *
 * @param fractions share of events removed at each point of the curves, from 0 [P]
 * @param curve score while events are removed, most important first [P]
 * @param recency the same, most recent first [P]
 * @param randomMean mean over random orders [P]
 * @param randomLow 5% quantile over random orders, point by point [P]
 * @param randomHigh 95% quantile [P]
 * @param deletionAuc area under {@code curve}, x from 0 to 1; low is good
 * @param recencyAuc area under {@code recency}
 * @param randomAucMean mean area over random orders
 * @param randomAucQ05 5% quantile of the area over random orders
 * @param randomPercentile share of random orders whose area is at most this one's
 * @param repeats number of random orders
 * @param seed seed of the random orders
 * @param verdict one of four words
 * @param comprehensiveness E1: probability lost without the most important events, mean over {@link Shares}; high is good
 * @param sufficiency E2: probability lost with only the most important events left, mean over {@link Shares}; low is good
 */
public record Faithfulness(
        double[] fractions,
        double[] curve,
        double[] recency,
        double[] randomMean,
        double[] randomLow,
        double[] randomHigh,
        double deletionAuc,
        double recencyAuc,
        double randomAucMean,
        double randomAucQ05,
        double randomPercentile,
        int repeats,
        long seed,
        Verdict verdict,
        double comprehensiveness,
        double sufficiency) {}
