package reclens.chart;

/** Round numbers for limits and ticks. */
final class Nice {
    private static final double[] STEPS = {1, 2, 2.5, 5, 10};

    private Nice() {}

    /** The smallest of 1, 2, 2.5, 5 times a power of ten that is at least {@code value}; 1 for 0 and NaN. */
    static double above(double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            return 1;
        }
        double power = Math.pow(10, Math.floor(Math.log10(value)));
        for (double step : STEPS) {
            if (step * power >= value * (1 - 1e-9)) {
                return step * power;
            }
        }
        return 10 * power;
    }

    /** A round step that divides {@code range} into about {@code count} parts, never more than twice as many. */
    static double step(double range, double count) {
        if (!(range > 0) || Double.isInfinite(range)) {
            return 1;
        }
        double raw = range / Math.max(1, count);
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        double[] steps = {1, 2, 5, 10};
        for (double step : steps) {
            if (step * power >= raw * (1 - 1e-9)) {
                return step * power;
            }
        }
        return 10 * power;
    }
}
