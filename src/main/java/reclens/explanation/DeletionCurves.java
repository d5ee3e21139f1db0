package reclens.explanation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import reclens.inference.ModelInput;

/**
 * E4: the score while events are removed in some order, on a grid of min(n, 10) equal steps with "nothing removed" included;
 * curves stop at one event. The random and the most-recent-first curves are run once and serve every method.
 */
final class DeletionCurves {
    private static final int STEPS = 10;
    private static final int REPEATS = 100;
    private static final int TOO_SHORT = 5;

    private final AttributionContext context;
    private final long seed;
    private final int n;
    private final int steps;
    private final double[][] random;
    private final double[] recency;

    DeletionCurves(AttributionContext context, long seed) {
        this.context = context;
        this.seed = seed;
        this.n = context.input().length();
        this.steps = Math.min(n, STEPS);
        List<int[]> orders = new ArrayList<>(REPEATS + 1);
        int[] latestFirst = new int[n];
        for (int i = 0; i < n; i++) {
            latestFirst[i] = n - 1 - i;
        }
        orders.add(latestFirst);
        SplittableRandom generator = new SplittableRandom(seed);
        for (int r = 0; r < REPEATS; r++) {
            orders.add(shuffled(generator));
        }
        double[][] curves = curves(orders);
        this.recency = curves[0];
        this.random = Arrays.copyOfRange(curves, 1, curves.length);
    }

    Faithfulness judge(Attribution attribution) {
        double[] curve = curves(List.of(attribution.order(attribution.signed())))[0];
        double[] randomAreas =
                Arrays.stream(random).mapToDouble(this::area).sorted().toArray();
        double area = area(curve);
        double recencyArea = area(recency);
        double q05 = quantile(randomAreas, 0.05);
        double atMost = Arrays.stream(randomAreas).filter(a -> a <= area).count();
        double[] mean = new double[steps + 1];
        double[] low = new double[steps + 1];
        double[] high = new double[steps + 1];
        for (int p = 0; p <= steps; p++) {
            int point = p;
            double[] column =
                    Arrays.stream(random).mapToDouble(c -> c[point]).sorted().toArray();
            mean[p] = Arrays.stream(column).average().orElse(Double.NaN);
            low[p] = quantile(column, 0.05);
            high[p] = quantile(column, 0.95);
        }
        double[] fractions = new double[steps + 1];
        for (int p = 0; p <= steps; p++) {
            fractions[p] = (double) p / Math.max(1, steps);
        }
        return new Faithfulness(
                fractions,
                curve,
                recency,
                mean,
                low,
                high,
                area,
                recencyArea,
                Arrays.stream(randomAreas).average().orElse(Double.NaN),
                q05,
                atMost / REPEATS,
                REPEATS,
                seed,
                verdict(area, q05, recencyArea));
    }

    private Verdict verdict(double area, double randomQ05, double recencyArea) {
        if (n < TOO_SHORT) {
            return Verdict.TOO_SHORT;
        }
        if (area > randomQ05) {
            return Verdict.NOT_SUPPORTED;
        }
        return area < recencyArea ? Verdict.SUPPORTED : Verdict.RECENCY_SUFFICES;
    }

    /** How many events are gone at a point of the grid; one always stays. */
    private int removedAt(int point) {
        return Math.min(n - 1, (point * n + steps - 1) / steps);
    }

    private double[][] curves(List<int[]> orders) {
        List<ModelInput> edits = new ArrayList<>(orders.size() * steps);
        for (int[] order : orders) {
            boolean[] keep = new boolean[n];
            Arrays.fill(keep, true);
            int removed = 0;
            for (int p = 1; p <= steps; p++) {
                while (removed < removedAt(p)) {
                    keep[order[removed++]] = false;
                }
                edits.add(context.input().keeping(keep));
            }
        }
        double[] scores = context.scores(edits);
        double[][] curves = new double[orders.size()][steps + 1];
        for (int o = 0; o < curves.length; o++) {
            curves[o][0] = context.score();
            for (int p = 1; p <= steps; p++) {
                curves[o][p] = scores[o * steps + p - 1];
            }
        }
        return curves;
    }

    private double area(double[] curve) {
        double sum = 0;
        for (int p = 1; p < curve.length; p++) {
            sum += (curve[p - 1] + curve[p]) / 2;
        }
        return sum / steps;
    }

    private int[] shuffled(SplittableRandom generator) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            int j = generator.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    /** Linear interpolation between order statistics, as NumPy's default does. */
    private static double quantile(double[] sorted, double q) {
        double place = q * (sorted.length - 1);
        int low = (int) Math.floor(place);
        int high = Math.min(low + 1, sorted.length - 1);
        return sorted[low] + (place - low) * (sorted[high] - sorted[low]);
    }
}
