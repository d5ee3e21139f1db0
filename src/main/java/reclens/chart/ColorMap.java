package reclens.chart;

import java.awt.Color;
import java.util.List;

/** A colour map: stops at equal distances, linear in sRGB between them, sampled into 1,024 steps once. */
public final class ColorMap {
    private static final int STEPS = 1024;

    private final int[] table = new int[STEPS + 1];

    private ColorMap(List<Color> stops) {
        for (int i = 0; i <= STEPS; i++) {
            double at = (double) i / STEPS * (stops.size() - 1);
            int low = Math.min((int) at, stops.size() - 2);
            table[i] = mix(stops.get(low), stops.get(low + 1), at - low);
        }
    }

    static ColorMap of(List<Color> stops) {
        return new ColorMap(stops);
    }

    /** Opaque ARGB at {@code t}, which is clamped to 0 to 1; NaN counts as 0. */
    public int argb(double t) {
        return table[(int) Math.round(Math.max(0, Math.min(1, Double.isNaN(t) ? 0 : t)) * STEPS)];
    }

    public Color color(double t) {
        return new Color(argb(t));
    }

    /** The colour of a signed value on a scale from {@code -limit} to {@code limit}; 0 is the exact centre. */
    public int signedArgb(double value, double limit) {
        return argb(limit > 0 ? 0.5 + 0.5 * value / limit : 0.5);
    }

    private static int mix(Color a, Color b, double t) {
        return 0xff000000
                | channel(a.getRed(), b.getRed(), t) << 16
                | channel(a.getGreen(), b.getGreen(), t) << 8
                | channel(a.getBlue(), b.getBlue(), t);
    }

    private static int channel(int a, int b, double t) {
        return (int) Math.round(a + (b - a) * t);
    }
}
