package reclens.ui.lab;

import java.util.Locale;
import reclens.text.Numbers;
import reclens.ui.UiText;

/** Numbers of a step as the cells, the line above and the table write them. */
final class StepWords {
    private static final double SHORTEST_EXPONENT = 9_999.95;

    private StepWords() {}

    /** As short as it fits a cell. */
    static String brief(double value) {
        if (Double.isNaN(value)) {
            return UiText.get("lab.undefined.short");
        }
        if (Double.isInfinite(value)) {
            return value < 0 ? "\u2212\u221e" : "\u221e";
        }
        double size = Math.abs(value);
        return size >= SHORTEST_EXPONENT ? exponent(value) : Numbers.brief(value, size >= 100 ? 1 : 3);
    }

    /** Such as 1.3e4: "1.3e+04" would touch the edges of a cell. */
    private static String exponent(double value) {
        return String.format(Locale.US, "%.1e", value)
                .replaceFirst("e\\+?0*", "e")
                .replace('-', '\u2212');
    }

    /** Of a weight whose key is masked. */
    static String hidden() {
        return UiText.get("lab.hidden");
    }

    /** With six digits, or what a value without digits means. */
    static String full(double value) {
        if (Double.isNaN(value)) {
            return UiText.get("lab.undefined");
        }
        if (Double.isInfinite(value)) {
            return UiText.get(value < 0 ? "lab.masked" : "lab.infinite");
        }
        return String.format(Locale.US, "%.6g", value).replace('-', '\u2212');
    }
}
