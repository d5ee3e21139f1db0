package reclens.evaluation;

import java.util.List;

/** Metrics over all pairs of user and candidate together, as RecBole computes them for pointwise models. */
final class PairMetrics {
    private static final double EPSILON = 1e-15;

    private PairMetrics() {}

    /** Probability that a held-out item scores above a negative of any user, ties counted half. */
    static double auc(List<Outcome> outcomes) {
        double[] negatives = outcomes.stream()
                .flatMapToDouble(o -> floats(o.negatives()))
                .sorted()
                .toArray();
        double above = 0;
        for (Outcome o : outcomes) {
            int lower = firstAtLeast(negatives, o.positive(), false);
            int upper = firstAtLeast(negatives, o.positive(), true);
            above += lower + (upper - lower) / 2.0;
        }
        return above / ((double) outcomes.size() * negatives.length);
    }

    /** Mean of -log of the probability, sigmoid(score), given to what is true. */
    static double logLoss(List<Outcome> outcomes) {
        double sum = 0;
        long count = 0;
        for (Outcome o : outcomes) {
            sum -= Math.log(clipped(o.positive()));
            for (float negative : o.negatives()) {
                sum -= Math.log(1 - clipped(negative));
            }
            count += 1 + o.negatives().length;
        }
        return sum / count;
    }

    private static double clipped(double score) {
        return Math.max(EPSILON, Math.min(1 - EPSILON, 1 / (1 + Math.exp(-score))));
    }

    private static java.util.stream.DoubleStream floats(float[] values) {
        return java.util.stream.IntStream.range(0, values.length).mapToDouble(i -> values[i]);
    }

    /** First index whose value is at least {@code x}, or above it. */
    private static int firstAtLeast(double[] sorted, double x, boolean above) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < x || above && sorted[middle] == x) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
