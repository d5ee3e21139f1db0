package reclens.chart;

import java.util.List;

/**
 * One row of a bar chart.
 *
 * @param kind what the row is
 * @param label the event, or words
 * @param feature field of a feature row; empty for others
 * @param featureValue feature value of a feature row; empty for others
 * @param value length of the bar; NaN where there is none
 * @param number the value as text
 * @param agreement whether the event is among the five strongest by each method of {@link BarChartSpec#agreement()};
 *     empty when not shown
 * @param range interval of the value, drawn as a whisker; null for none
 */
public record BarRow(
        Kind kind,
        EventLabel label,
        String feature,
        String featureValue,
        double value,
        String number,
        List<Boolean> agreement,
        Range range) {
    /** Ends of an interval. */
    public record Range(double low, double high) {}

    /** What a row of a bar chart is. */
    public enum Kind {
        /** Names a group of rows; has no bar. */
        HEADING,
        EVENT,
        FEATURE,
        /** The sum of all that is not shown. */
        OTHER,
        /** What the padding slots get. */
        PADDING,
        /** The sum of all rows; stands under a rule, has no bar. */
        TOTAL
    }

    public BarRow {
        agreement = List.copyOf(agreement);
    }

    /** A row without an interval. */
    public BarRow(
            Kind kind,
            EventLabel label,
            String feature,
            String featureValue,
            double value,
            String number,
            List<Boolean> agreement) {
        this(kind, label, feature, featureValue, value, number, agreement, null);
    }

    /** A row of words and a number. */
    public static BarRow of(Kind kind, String text, double value, String number, Range range) {
        return new BarRow(kind, EventLabel.words(text), "", "", value, number, List.of(), range);
    }

    public BarRow withWords(String text) {
        return new BarRow(kind, EventLabel.words(text), feature, featureValue, value, number, agreement, range);
    }

    public BarRow withLabel(EventLabel other) {
        return new BarRow(kind, other, feature, featureValue, value, number, agreement, range);
    }

    public BarRow withoutAgreement() {
        return new BarRow(kind, label, feature, featureValue, value, number, List.of(), range);
    }

    public static BarRow heading(String text) {
        return new BarRow(Kind.HEADING, EventLabel.words(text), "", "", Double.NaN, "", List.of());
    }

    static BarRow of(Kind kind, String text, double value, String number) {
        return new BarRow(kind, EventLabel.words(text), "", "", value, number, List.of());
    }

    boolean hasBar() {
        return kind != Kind.HEADING && kind != Kind.TOTAL;
    }
}
