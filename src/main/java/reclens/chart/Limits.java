package reclens.chart;

import java.util.Arrays;

/**
 * The range of a value axis or a colour scale. Passing the same limits to several charts makes them comparable.
 *
 * @param low at most 0
 * @param high at least 0
 */
public record Limits(double low, double high) {
    public Limits {
        if (!(low <= 0 && high >= 0)) {
            throw new IllegalArgumentException("limits " + low + " to " + high + " do not hold 0");
        }
    }

    /** The range of the finite values and 0; 0 to 1 when all are 0 or none is finite. */
    public static Limits of(double... values) {
        double low = Arrays.stream(values).filter(Double::isFinite).min().orElse(0);
        double high = Arrays.stream(values).filter(Double::isFinite).max().orElse(0);
        return low >= 0 && high <= 0 ? new Limits(0, 1) : new Limits(Math.min(0, low), Math.max(0, high));
    }

    /** The larger of both ends. */
    public double magnitude() {
        return Math.max(-low, high);
    }

    public Limits union(Limits other) {
        return new Limits(Math.min(low, other.low), Math.max(high, other.high));
    }
}
