package reclens.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * Numbers as the application shows them: a point, a true minus (U+2212), a plus sign where a value has a direction, no
 * "negative zero". A value that does not exist is an en dash.
 */
public final class Numbers {
    public static final String MISSING = "\u2013";
    private static final char MINUS = '\u2212';

    private Numbers() {}

    /** Two decimals, for scores: 8.41. */
    public static String score(double value) {
        return fixed(value, 2);
    }

    /** Two decimals with a sign: +1.84, −0.46, 0.00. */
    public static String signed(double value) {
        return plus(score(value));
    }

    /** Three decimals, for attention: 0.198. */
    public static String attention(double value) {
        return fixed(value, 3);
    }

    /** A value of a method: signed ones as {@link #signed}, shares as {@link #attention}. */
    public static String value(double value, boolean signed) {
        return signed ? signed(value) : attention(value);
    }

    /** A share of 1 as a percentage with one decimal: 33.1%. */
    public static String percent(double share) {
        return suffixed(fixed(share * 100, 1), "%");
    }

    /** A share of 1 as a whole percentage: 20%. */
    public static String wholePercent(double share) {
        return suffixed(fixed(share * 100, 0), "%");
    }

    /** A label of an axis: as few decimals as the {@code step} between labels needs, thousands separated, signed on request. */
    public static String tick(double value, double step, boolean signed) {
        int decimals = step > 0 ? Math.max(0, Math.min(6, (int) Math.ceil(-Math.log10(step) - 1e-9))) : 2;
        if (step > 0 && Math.abs(step * Math.pow(10, decimals) % 1) > 1e-6) {
            decimals++;
        }
        BigDecimal exact = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
        if (exact.signum() == 0) {
            return "0";
        }
        String text = decimals == 0 && Math.abs(value) >= 1000 ? count(Math.round(value)) : fixed(value, decimals);
        return signed ? plus(text) : text;
    }

    /** A number as short as it can be said: at most {@code decimals} decimals, no trailing zeros: 0.4, 0.02. */
    public static String brief(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return MISSING;
        }
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
        return rounded.signum() == 0
                ? "0"
                : rounded.stripTrailingZeros().toPlainString().replace('-', MINUS);
    }

    /** Four significant digits, whatever the size: 0.01838, 1,204,000, 3.1e−12; whole numbers as they are. */
    public static String significant(double value) {
        if (!Double.isFinite(value)) {
            return fixed(value, 0);
        }
        if (value == 0) {
            return "0";
        }
        double size = Math.abs(value);
        if (value == Math.rint(value) && size < 1e15) {
            return count((long) value);
        }
        if (size < 1e-4 || size >= 1e15) {
            return String.format(Locale.ROOT, "%.2e", value).replace('-', MINUS);
        }
        int decimals = Math.max(0, 3 - (int) Math.floor(Math.log10(size)));
        return size >= 1e4 ? count(Math.round(value)) : fixed(value, decimals);
    }

    /** A whole number with thousands separated: 12,345. */
    public static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value).replace('-', MINUS);
    }

    /** A size of a file or of memory: 512 B, 212 MB (millions of bytes). */
    public static String bytes(long bytes) {
        String[] units = {"B", "kB", "MB", "GB", "TB"};
        double value = bytes;
        int unit = 0;
        while (value >= 999.5 && unit < units.length - 1) {
            value /= 1000;
            unit++;
        }
        return fixed(value, unit == 0 || value >= 99.95 ? 0 : 1) + " " + units[unit];
    }

    /** A time that something took: 4.1 ms, 1.24 s, 2 min 5 s. */
    public static String duration(long nanos) {
        double millis = nanos / 1e6;
        if (millis < 999.5) {
            return fixed(millis, millis < 99.95 ? 1 : 0) + " ms";
        }
        long seconds = Math.round(nanos / 1e9);
        return seconds < 60 ? fixed(nanos / 1e9, 2) + " s" : seconds / 60 + " min " + seconds % 60 + " s";
    }

    /** Whether two decimals would show 0.00. */
    static boolean showsZero(double value) {
        return score(Math.abs(value)).equals("0.00");
    }

    private static String plus(String text) {
        boolean zero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
        return zero || text.charAt(0) == MINUS || text.equals("\u221E") ? text : "+" + text;
    }

    private static String suffixed(String text, String suffix) {
        return text.equals(MISSING) ? text : text + suffix;
    }

    private static String fixed(double value, int decimals) {
        if (Double.isNaN(value)) {
            return MISSING;
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "\u221E" : MINUS + "\u221E";
        }
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
        return rounded.toPlainString().replace('-', MINUS);
    }
}
