package reclens.chart;

import java.util.Arrays;
import reclens.explanation.Attribution;

/**
 * The events that a chart shows and those that it sums: the strongest ones by magnitude, in the order asked for. One event
 * alone is never summed as "other".
 *
 * @param shown indices of the window, top to bottom
 * @param rest indices of the window that are summed
 */
record EventSelection(int[] shown, int[] rest) {
    static EventSelection of(Attribution attribution, ChartOptions.Order order, int top, int kept) {
        int[] strongest = attribution.order(false);
        int count = strongest.length - 1 <= top ? strongest.length : top;
        int[] shown = Arrays.copyOf(strongest, count);
        // The selected event is never hidden among the others: it takes the place of the weakest that is shown.
        for (int i = count; i < strongest.length && count > 0; i++) {
            if (strongest[i] == kept) {
                int weakest = strongest[count - 1];
                shown[count - 1] = kept;
                strongest[i] = weakest;
            }
        }
        if (order == ChartOptions.Order.IN_TIME) {
            Arrays.sort(shown);
        }
        return new EventSelection(shown, Arrays.copyOfRange(strongest, count, strongest.length));
    }

    /** Sum over the events that are not shown; NaN left out. */
    double restSum(double[] values) {
        return Arrays.stream(rest)
                .mapToDouble(i -> values[i])
                .filter(v -> !Double.isNaN(v))
                .sum();
    }
}
