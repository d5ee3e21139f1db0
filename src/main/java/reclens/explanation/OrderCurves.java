package reclens.explanation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;

/** Curves of one kind over any order, beside those of the baselines, which are run once. */
final class OrderCurves {
    private final Orders orders;
    private final Function<int[], List<BitSet>> steps;
    private final Function<List<BitSet>, double[]> values;
    private final double[] recency;
    private final double[][] random;

    /**
     * @param steps what is there at each point of an order
     * @param values score or probability of what is there
     * @param repeats random orders
     */
    OrderCurves(
            Orders orders, Function<int[], List<BitSet>> steps, Function<List<BitSet>, double[]> values, int repeats) {
        this.orders = orders;
        this.steps = steps;
        this.values = values;
        List<int[]> baselines = new ArrayList<>(orders.random(repeats));
        baselines.add(orders.recency());
        double[][] curves = curves(baselines);
        this.random = Arrays.copyOf(curves, repeats);
        this.recency = curves[repeats];
    }

    OrderCurve of(int[] order) {
        return of(curves(List.of(order))[0]);
    }

    /** The curve of most recent first, as if it were an explanation's. */
    OrderCurve ofRecency() {
        return of(recency);
    }

    private OrderCurve of(double[] curve) {
        int points = curve.length;
        double[] mean = new double[points];
        double[] low = new double[points];
        double[] high = new double[points];
        for (int p = 0; p < points; p++) {
            int point = p;
            double[] column =
                    Arrays.stream(random).mapToDouble(c -> c[point]).sorted().toArray();
            mean[p] = Statistics.mean(column);
            low[p] = Statistics.quantile(column, 0.05);
            high[p] = Statistics.quantile(column, 0.95);
        }
        return new OrderCurve(
                orders.fractions(),
                curve,
                recency,
                mean,
                low,
                high,
                orders.area(curve),
                orders.area(recency),
                Arrays.stream(random).mapToDouble(orders::area).sorted().toArray());
    }

    private double[][] curves(List<int[]> of) {
        List<BitSet> kept = new ArrayList<>();
        of.forEach(order -> kept.addAll(steps.apply(order)));
        double[] all = values.apply(kept);
        int points = orders.steps() + 1;
        double[][] curves = new double[of.size()][];
        for (int o = 0; o < curves.length; o++) {
            curves[o] = Arrays.copyOfRange(all, o * points, (o + 1) * points);
        }
        return curves;
    }
}
