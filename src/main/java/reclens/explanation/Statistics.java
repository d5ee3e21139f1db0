package reclens.explanation;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Means, quantiles and correlations of plain numbers. */
final class Statistics {
    private Statistics() {}

    /** NaN for no values. */
    static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    /** Linear interpolation between order statistics, as NumPy's default does. */
    static double quantile(double[] sorted, double q) {
        double place = q * (sorted.length - 1);
        int low = (int) Math.floor(place);
        int high = Math.min(low + 1, sorted.length - 1);
        return sorted[low] + (place - low) * (sorted[high] - sorted[low]);
    }

    /** Pearson's correlation; NaN where either side is constant. */
    static double pearson(double[] x, double[] y) {
        double meanX = mean(x);
        double meanY = mean(y);
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            xy += (x[i] - meanX) * (y[i] - meanY);
            xx += (x[i] - meanX) * (x[i] - meanX);
            yy += (y[i] - meanY) * (y[i] - meanY);
        }
        return isConstant(x) || isConstant(y) ? Double.NaN : xy / Math.sqrt(xx * yy);
    }

    /** Spearman's correlation: Pearson's of the ranks, ties sharing theirs; NaN where either side is constant or incomplete. */
    static double spearman(double[] x, double[] y) {
        return lacks(x) || lacks(y) ? Double.NaN : pearson(ranks(x), ranks(y));
    }

    /** Kendall's tau-b, which allows for ties; NaN where either side is constant or incomplete. */
    static double kendall(double[] x, double[] y) {
        if (lacks(x) || lacks(y)) {
            return Double.NaN;
        }
        long agree = 0;
        long untiedX = 0;
        long untiedY = 0;
        for (int i = 0; i < x.length; i++) {
            for (int j = i + 1; j < x.length; j++) {
                int a = Double.compare(x[i], x[j]);
                int b = Double.compare(y[i], y[j]);
                agree += Integer.signum(a) * Integer.signum(b);
                untiedX += a == 0 ? 0 : 1;
                untiedY += b == 0 ? 0 : 1;
            }
        }
        return untiedX == 0 || untiedY == 0 ? Double.NaN : agree / Math.sqrt((double) untiedX * untiedY);
    }

    private static boolean lacks(double[] values) {
        return Arrays.stream(values).anyMatch(Double::isNaN);
    }

    private static boolean isConstant(double[] values) {
        return Arrays.stream(values).allMatch(v -> v == values[0]);
    }

    private static double[] ranks(double[] values) {
        int[] order = IntStream.range(0, values.length)
                .boxed()
                .sorted((a, b) -> Double.compare(values[a], values[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] ranks = new double[values.length];
        int from = 0;
        while (from < order.length) {
            int to = from;
            while (to + 1 < order.length && values[order[to + 1]] == values[order[from]]) {
                to++;
            }
            for (int i = from; i <= to; i++) {
                ranks[order[i]] = (from + to) / 2.0;
            }
            from = to + 1;
        }
        return ranks;
    }
}
