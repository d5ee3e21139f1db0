package reclens.ui.chart;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import reclens.chart.BarChartSpec;
import reclens.chart.ChartNumbers;
import reclens.chart.EventLabel;
import reclens.ui.UiText;

/** What charts say on hover and to screen readers. */
final class ChartWords {
    private ChartWords() {}

    /** The numbers of charts for other programs. */
    static ChartNumbers full() {
        return ChartNumbers.full(UiText.messages());
    }

    /** The numbers of charts for the table beside them. */
    static ChartNumbers rounded() {
        return ChartNumbers.rounded(UiText.messages());
    }

    /** Six significant digits: what the model computed, not what fits into a cell. */
    static String exact(double value, boolean signed) {
        if (Double.isNaN(value)) {
            return UiText.get("chart.no-value");
        }
        String digits = String.format(Locale.US, signed ? "%+.5f" : "%.5f", value);
        return digits.replace('-', '\u2212');
    }

    static String direction(double value) {
        return value == 0 ? "" : UiText.get(value > 0 ? "chart.supports" : "chart.against");
    }

    /** "purchase, 10 May". */
    static String event(EventLabel label) {
        return java.util.stream.Stream.of(UiText.messages().eventName(label.event()), label.date())
                .filter(s -> !s.isEmpty())
                .collect(Collectors.joining(", "));
    }

    static String topFive(List<String> methods) {
        return UiText.format("chart.top-five", UiText.messages().list(methods));
    }

    static String feature(String field, String value) {
        return field.replace('_', ' ') + ": " + value;
    }

    static String attendsTo() {
        return UiText.get("chart.attends-to");
    }

    /** How many times the weight of an even spread; empty where that is not shown. */
    static String timesUniform(double weight, double uniform) {
        return Double.isNaN(uniform) || uniform <= 0
                ? ""
                : UiText.format(
                        "chart.times-uniform",
                        String.format(Locale.US, "%.1f", weight / uniform),
                        Long.toString(Math.round(1 / uniform)));
    }

    static String size(String name, int rows, int columns) {
        return UiText.format("chart.size", name, Integer.toString(rows), Integer.toString(columns));
    }

    static String of(BarChartSpec spec) {
        return UiText.format(
                "chart.spoken",
                spec.title(),
                spec.axis(),
                spec.rows().stream()
                        .filter(r -> !Double.isNaN(r.value()))
                        .map(r -> r.label().text() + " " + r.number())
                        .collect(Collectors.joining("; ")));
    }
}
