package reclens.chart;

import java.util.List;

/**
 * Shares of several series at points in time, which sum to 1 at each point.
 *
 * @param title for the card
 * @param subtitle what the shares are of
 * @param axis words beside the axis of shares
 * @param points the events after which the shares are taken, oldest first [P]
 * @param series from the bottom of the stack to its top
 * @param events index of the series that each point's own event belongs to [P]
 * @param words what stands beside the strip of events and the axis of time
 */
public record SharesSpec(
        String title,
        String subtitle,
        String axis,
        List<EventLabel> points,
        List<Series> series,
        int[] events,
        Words words)
        implements ChartSpec {
    /** How many series have a colour of their own. */
    public static final int COLORS = 7;

    public SharesSpec {
        points = List.copyOf(points);
        series = List.copyOf(series);
    }

    /** What a series is. */
    public enum Kind {
        /** One value, in its own colour. */
        VALUE,
        /** All other values, in grey. */
        OTHER,
        /** What belongs to no item: padding, the slot that scores. */
        NO_ITEM
    }

    /**
     * @param name what stands on the area
     * @param color 0 to {@link #COLORS} - 1 for values
     * @param shares [P]
     */
    public record Series(String name, Kind kind, int color, double[] shares) {
        /** Token of its colour. */
        public String token() {
            return switch (kind) {
                case VALUE -> "category-" + color;
                case OTHER -> "other";
                case NO_ITEM -> "inset";
            };
        }
    }

    /**
     * @param event beside the strip of the events' own series
     * @param time beside the axis of time
     */
    public record Words(String event, String time) {}

    /** The largest share of any series; 1 where all are 0. */
    double largest() {
        double largest = series.stream()
                .flatMapToDouble(s -> java.util.Arrays.stream(s.shares()))
                .max()
                .orElse(0);
        return largest > 0 ? largest : 1;
    }
}
