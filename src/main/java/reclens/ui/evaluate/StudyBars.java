package reclens.ui.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import reclens.chart.BarChartSpec;
import reclens.chart.BarRow;
import reclens.chart.EventLabel;
import reclens.chart.Limits;
import reclens.evaluation.Evaluation;
import reclens.evaluation.Interval;
import reclens.session.RankingStudy;
import reclens.text.Numbers;
import reclens.ui.UiText;

/** One metric as bars: by length of the lists, then by segment, with the most popular items in grey. */
final class StudyBars {
    private final RankingStudy study;
    private final String metric;
    private final List<BarRow> rows = new ArrayList<>();

    private StudyBars(RankingStudy study, String metric) {
        this.study = study;
        this.metric = metric;
    }

    static BarChartSpec of(RankingStudy study, RankingStudy.Cutoff shown, String metric) {
        StudyBars bars = new StudyBars(study, metric);
        bars.byLength();
        bars.bySegment(shown);
        double[] ends = bars.rows.stream()
                .flatMapToDouble(r -> java.util.stream.DoubleStream.of(
                        r.value(), r.range() == null ? Double.NaN : r.range().high()))
                .toArray();
        String name = MetricRow.name(metric);
        String axis = UiText.orElse("evaluate.unit." + metric, name);
        return new BarChartSpec(
                name,
                StudyWords.brief(study),
                axis,
                false,
                0,
                bars.rows,
                Limits.of(ends),
                List.of(),
                List.of(),
                "",
                EventLabel.NONE);
    }

    private void byLength() {
        rows.add(BarRow.heading(UiText.get("evaluate.bars.model")));
        for (RankingStudy.Cutoff cutoff : study.cutoffs()) {
            add(BarRow.Kind.FEATURE, at(cutoff), cutoff.model().metrics(), cutoff.intervals());
        }
        if (study.cutoffs().get(0).popular().isPresent()) {
            rows.add(BarRow.heading(UiText.get("evaluate.bars.popular")));
            for (RankingStudy.Cutoff cutoff : study.cutoffs()) {
                add(
                        BarRow.Kind.OTHER,
                        at(cutoff),
                        cutoff.popular().orElseThrow().metrics(),
                        Map.of());
            }
        }
    }

    private void bySegment(RankingStudy.Cutoff shown) {
        if (shown.model().segments().isEmpty()) {
            return;
        }
        rows.add(BarRow.heading(UiText.format(
                "evaluate.bars.segment",
                study.request().segment().orElseThrow(),
                Integer.toString(shown.model().k()))));
        for (Evaluation.Segment segment : shown.model().segments()) {
            add(
                    BarRow.Kind.FEATURE,
                    UiText.format("evaluate.bars.users", MetricRow.segment(segment), Numbers.count(segment.users())),
                    segment.metrics(),
                    shown.segments().getOrDefault(segment.value(), Map.of()));
        }
    }

    private static String at(RankingStudy.Cutoff cutoff) {
        return UiText.format("evaluate.at", Integer.toString(cutoff.model().k()));
    }

    private void add(BarRow.Kind kind, String words, Map<String, Double> metrics, Map<String, Interval> intervals) {
        double value = metrics.getOrDefault(metric, Double.NaN);
        Interval interval = intervals.get(metric);
        rows.add(BarRow.of(
                kind,
                words,
                value,
                MetricRow.number(value),
                interval == null ? null : new BarRow.Range(interval.low(), interval.high())));
    }
}
