package reclens.ui.history;

import java.util.Arrays;
import reclens.domain.HistoryWindow;

/** The values of one method beside the events of a history, and how long their bars are. */
final class EventBars {
    static final EventBars NONE = new EventBars(null, new double[0]);

    private final HistoryWindow window;
    private final double[] values;
    private final double strongest;

    /** @param values by index in the window */
    EventBars(HistoryWindow window, double[] values) {
        this.window = window;
        this.values = values;
        strongest = Arrays.stream(values)
                .filter(Double::isFinite)
                .map(Math::abs)
                .max()
                .orElse(0);
    }

    /** @param position in the whole history; NaN where the method has no value */
    double value(int position) {
        int index = window == null ? -1 : window.indexOf(position);
        return index < 0 || index >= values.length ? Double.NaN : values[index];
    }

    /** Share of the strongest value, -1 to 1; 0 where there is none. */
    double share(int position) {
        double value = value(position);
        return Double.isNaN(value) || strongest == 0 ? 0 : value / strongest;
    }
}
