package reclens.evaluation;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import reclens.domain.CancellationToken;

/**
 * A mean with its 95% interval by percentile bootstrap: {@value #RESAMPLES} seeded resamples of whole users.
 *
 * @param mean NaN where there is no value
 * @param low 2.5% quantile of the means of the resamples
 * @param high 97.5% quantile
 * @param count how many values
 */
public record Interval(double mean, double low, double high, int count) {
    private static final int RESAMPLES = 2000;
    private static final double TAIL = 0.025;

    /** Values of one user each; NaN is left out. */
    public static Interval of(double[] values, long seed) {
        return of(values, seed, new CancellationToken());
    }

    /** @throws reclens.domain.CancelledException when cancelled */
    static Interval of(double[] values, long seed, CancellationToken cancellation) {
        double[] present = Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
        double[] ones = new double[present.length];
        Arrays.fill(ones, 1);
        return of(present, ones, present.length, seed, cancellation);
    }

    /**
     * Values of which a user may have several: users are drawn with all their values.
     *
     * @param users by value, whose it is
     */
    public static Interval of(double[] values, String[] users, long seed) {
        Map<String, double[]> byUser = new LinkedHashMap<>(); // sum and count
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                double[] user = byUser.computeIfAbsent(users[i], u -> new double[2]);
                user[0] += values[i];
                user[1]++;
                count++;
            }
        }
        return of(
                byUser.values().stream().mapToDouble(u -> u[0]).toArray(),
                byUser.values().stream().mapToDouble(u -> u[1]).toArray(),
                count,
                seed,
                new CancellationToken());
    }

    private static Interval of(double[] sums, double[] counts, int count, long seed, CancellationToken cancellation) {
        if (sums.length == 0) {
            return new Interval(Double.NaN, Double.NaN, Double.NaN, 0);
        }
        SplittableRandom random = new SplittableRandom(seed);
        double[] means = new double[RESAMPLES];
        for (int r = 0; r < RESAMPLES; r++) {
            cancellation.check();
            double sum = 0;
            double drawn = 0;
            for (int i = 0; i < sums.length; i++) {
                int user = random.nextInt(sums.length);
                sum += sums[user];
                drawn += counts[user];
            }
            means[r] = sum / drawn;
        }
        Arrays.sort(means);
        return new Interval(
                Arrays.stream(sums).sum() / Arrays.stream(counts).sum(),
                means[(int) Math.floor(TAIL * (RESAMPLES - 1))],
                means[(int) Math.ceil((1 - TAIL) * (RESAMPLES - 1))],
                count);
    }
}
