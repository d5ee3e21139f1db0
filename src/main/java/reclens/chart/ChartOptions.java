package reclens.chart;

import java.util.List;
import reclens.explanation.Method;

/**
 * What to show of an explanation.
 *
 * @param method whose values the bars show
 * @param order of the rows
 * @param topEvents number of events shown; the others are summed in one row
 * @param fields feature fields shown; empty for the first two
 * @param topFeatures number of feature values shown over all fields; the others are summed, field by field
 * @param selected position of the selected event; {@link EventLabel#NONE} for none
 */
public record ChartOptions(
        Method method, Order order, int topEvents, List<String> fields, int topFeatures, int selected) {
    /** The order of events in bars and rows. */
    public enum Order {
        BY_SIZE,
        IN_TIME
    }

    public ChartOptions {
        fields = List.copyOf(fields);
        topEvents = Math.max(1, topEvents);
        topFeatures = Math.max(2, topFeatures);
    }

    /** By size, nine events, ten feature values of the first two fields, nothing selected. */
    public static ChartOptions of(Method method) {
        return new ChartOptions(method, Order.BY_SIZE, 9, List.of(), 10, EventLabel.NONE);
    }

    public ChartOptions withTop(int events, int features) {
        return new ChartOptions(method, order, events, fields, features, selected);
    }

    public ChartOptions withFields(List<String> names) {
        return new ChartOptions(method, order, topEvents, names, topFeatures, selected);
    }

    public ChartOptions withOrder(Order rows) {
        return new ChartOptions(method, rows, topEvents, fields, topFeatures, selected);
    }

    public ChartOptions withSelected(int position) {
        return new ChartOptions(method, order, topEvents, fields, topFeatures, position);
    }
}
