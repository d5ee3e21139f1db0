package reclens.explanation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import reclens.inference.ModelInput;
import reclens.inference.RecommenderModel;

/**
 * A11: the mean of {@code s_t(Pre + {i}) - s_t(Pre)} over random orders in which the events join an empty history (Strumbelj and
 * Kononenko 2014; TimeSHAP, arXiv 2012.00073). Each order is also taken backwards, which leaves the mean as it is and makes it
 * settle sooner; standard errors are those of the mean over such pairs. Values add up to s(H) - s(empty). Short histories are
 * computed exactly, from all subsets.
 *
 * @param targetError sampling stops when every standard error is at most this part of the largest value
 * @param mostForwards histories that are scored at most; the error reached is stated
 * @param exactUpTo events up to which all subsets are scored
 */
record Shapley(double targetError, int mostForwards, int exactUpTo) implements ExplanationMethod {
    static final double TARGET_ERROR = 0.05;
    static final int MOST_FORWARDS = 20_000;
    static final int EXACT_UP_TO = 7;
    /** Pairs of orders between two looks at the errors, and at least. */
    private static final int BATCH = 4;

    @Override
    public Optional<String> refusal(RecommenderModel model) {
        return Optional.empty();
    }

    @Override
    public Attribution attribute(AttributionContext context) {
        int n = context.input().length();
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("kind", "delete");
        if (n <= exactUpTo) {
            double[] values = exact(context);
            details.put("exact", true);
            details.put("forwards", 1 << n);
            return new Attribution(Method.SHAPLEY, values, Double.NaN, details);
        }
        Sums sums = new Sums(n);
        SplittableRandom random = new SplittableRandom(context.seed());
        double empty = context.scores(List.of(context.input().keeping(new boolean[n])))[0];
        int forwards = 1;
        do {
            context.cancellation().check();
            List<int[]> orders = new ArrayList<>();
            for (int p = 0; p < BATCH; p++) {
                orders.add(shuffled(n, random));
                orders.add(backwards(orders.get(orders.size() - 1)));
            }
            double[][] joined = IntStream.range(0, orders.size())
                    .parallel()
                    .mapToObj(o -> joined(context, orders.get(o), empty))
                    .toArray(double[][]::new);
            for (int o = 0; o < joined.length; o += 2) {
                sums.add(joined[o], joined[o + 1]);
            }
            forwards += orders.size() * (n - 1);
            context.progress().progress("progress.explaining", Math.min(1, forwards / (double) mostForwards));
        } while (sums.error() > targetError && forwards + 2 * BATCH * (n - 1) <= mostForwards);
        details.put("exact", false);
        details.put("seed", context.seed());
        details.put("permutations", 2 * sums.pairs);
        details.put("forwards", forwards);
        details.put("standard_error", sums.standardErrors());
        details.put("error", sums.error());
        details.put("target_error", targetError);
        details.put("reached", sums.error() <= targetError);
        return new Attribution(Method.SHAPLEY, sums.means(), Double.NaN, details);
    }

    /** What each event [n] adds when it joins in this order. */
    private static double[] joined(AttributionContext context, int[] order, double empty) {
        int n = order.length;
        List<ModelInput> prefixes = new ArrayList<>(n - 1);
        boolean[] keep = new boolean[n];
        for (int j = 0; j < n - 1; j++) {
            keep[order[j]] = true;
            prefixes.add(context.input().keeping(keep));
        }
        double[] scores = context.scores(prefixes);
        double[] added = new double[n];
        double before = empty;
        for (int j = 0; j < n; j++) {
            double after = j == n - 1 ? context.score() : scores[j];
            added[order[j]] = after - before;
            before = after;
        }
        return added;
    }

    private static double[] exact(AttributionContext context) {
        int n = context.input().length();
        List<ModelInput> subsets = new ArrayList<>(1 << n);
        for (int s = 0; s < 1 << n; s++) {
            boolean[] keep = new boolean[n];
            for (int i = 0; i < n; i++) {
                keep[i] = (s >> i & 1) == 1;
            }
            subsets.add(context.input().keeping(keep));
        }
        double[] scores = context.scores(subsets);
        double[] weight = new double[n]; // of a subset without the event, by its size: size! (n - size - 1)! / n!
        for (int size = 0; size < n; size++) {
            weight[size] = 1.0 / n;
            for (int i = 1; i <= size; i++) {
                weight[size] *= (double) i / (n - i); // 1 / binomial(n - 1, size)
            }
        }
        double[] values = new double[n];
        for (int s = 0; s < scores.length; s++) {
            for (int i = 0; i < n; i++) {
                if ((s >> i & 1) == 0) {
                    values[i] += weight[Integer.bitCount(s)] * (scores[s | 1 << i] - scores[s]);
                }
            }
        }
        return values;
    }

    private static int[] shuffled(int n, SplittableRandom random) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    private static int[] backwards(int[] order) {
        int n = order.length;
        return IntStream.range(0, n).map(i -> order[n - 1 - i]).toArray();
    }

    /** Mean and spread over pairs of orders. */
    private static final class Sums {
        private final double[] sum;
        private final double[] squares;
        private int pairs;

        Sums(int n) {
            sum = new double[n];
            squares = new double[n];
        }

        void add(double[] forth, double[] back) {
            pairs++;
            for (int i = 0; i < sum.length; i++) {
                double mean = (forth[i] + back[i]) / 2;
                sum[i] += mean;
                squares[i] += mean * mean;
            }
        }

        double[] means() {
            return IntStream.range(0, sum.length)
                    .mapToDouble(i -> sum[i] / pairs)
                    .toArray();
        }

        double[] standardErrors() {
            return IntStream.range(0, sum.length)
                    .mapToDouble(i -> {
                        double mean = sum[i] / pairs;
                        double variance = Math.max(0, squares[i] / pairs - mean * mean) * pairs / (pairs - 1);
                        return Math.sqrt(variance / pairs);
                    })
                    .toArray();
        }

        /** The largest standard error as a part of the largest value; 0 where all values are 0. */
        double error() {
            double largest = IntStream.range(0, sum.length)
                    .mapToDouble(i -> Math.abs(sum[i] / pairs))
                    .max()
                    .orElse(0);
            double worst = java.util.Arrays.stream(standardErrors()).max().orElse(0);
            return worst == 0 ? 0 : worst / largest;
        }
    }
}
