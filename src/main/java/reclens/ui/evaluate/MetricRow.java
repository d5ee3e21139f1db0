package reclens.ui.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import reclens.evaluation.Evaluation;
import reclens.evaluation.Interval;
import reclens.session.RankingStudy;
import reclens.text.Numbers;
import reclens.ui.UiText;

/**
 * A metric, as a line of the table.
 *
 * @param key its name in documents
 * @param value over all users; NaN where it does not exist
 * @param interval 95% interval; null for a metric that is no mean over users
 * @param popular of the most popular items; NaN where it does not exist
 * @param segments by value of the segments' feature, in their order
 */
record MetricRow(String key, double value, Interval interval, double popular, List<Double> segments) {
    private static final int DECIMALS = 4;

    static List<MetricRow> of(RankingStudy.Cutoff cutoff) {
        List<MetricRow> rows = new ArrayList<>();
        cutoff.model()
                .metrics()
                .forEach((key, value) -> rows.add(new MetricRow(
                        key,
                        value,
                        cutoff.intervals().get(key),
                        cutoff.popular()
                                .map(p -> p.metrics().getOrDefault(key, Double.NaN))
                                .orElse(Double.NaN),
                        cutoff.model().segments().stream()
                                .map(s -> s.metrics().getOrDefault(key, Double.NaN))
                                .toList())));
        return rows;
    }

    static String name(String key) {
        return UiText.orElse("evaluate.metric." + key, key);
    }

    static String meaning(String key) {
        return UiText.orElse("evaluate.metric." + key + ".meaning", key);
    }

    /** The name of a group of users; a value that is not known has a word. */
    static String segment(Evaluation.Segment segment) {
        return segment.value().isEmpty() ? UiText.get("evaluate.segment.unknown") : segment.value();
    }

    static String number(double value) {
        return Double.isNaN(value)
                ? Numbers.MISSING
                : String.format(java.util.Locale.ROOT, "%." + DECIMALS + "f", value)
                        .replace('-', '\u2212');
    }

    String range() {
        return interval == null
                ? ""
                : UiText.format("evaluate.interval", number(interval.low()), number(interval.high()));
    }

    /** The table in full, headings first. */
    static List<List<String>> numbers(RankingStudy.Cutoff cutoff) {
        List<List<String>> lines = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of(
                UiText.format(
                        "evaluate.table.metric", Integer.toString(cutoff.model().k())),
                UiText.get("evaluate.column.value"),
                "2.5%",
                "97.5%"));
        cutoff.popular().ifPresent(p -> head.add(UiText.get("evaluate.column.popular")));
        cutoff.model().segments().forEach(s -> head.add(s.feature() + " = " + segment(s)));
        lines.add(head);
        for (MetricRow row : of(cutoff)) {
            Interval interval = row.interval();
            List<String> line = new ArrayList<>(List.of(
                    row.key(),
                    full(row.value()),
                    interval == null ? "" : full(interval.low()),
                    interval == null ? "" : full(interval.high())));
            cutoff.popular().ifPresent(p -> line.add(full(row.popular())));
            row.segments().forEach(v -> line.add(full(v)));
            lines.add(line);
        }
        return lines;
    }

    private static String full(double value) {
        return Double.isNaN(value) ? "" : Double.toString(value);
    }

    /** Of the metrics of a study, one that everybody knows: what is shown first. */
    static String first(Map<String, Double> metrics) {
        return metrics.containsKey("ndcg")
                ? "ndcg"
                : metrics.keySet().iterator().next();
    }
}
