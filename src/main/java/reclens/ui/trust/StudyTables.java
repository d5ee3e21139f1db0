package reclens.ui.trust;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import reclens.evaluation.FaithfulnessStudy;
import reclens.evaluation.Interval;
import reclens.evaluation.PlantedStudy;
import reclens.explanation.Method;
import reclens.explanation.Metric;
import reclens.explanation.Verdict;
import reclens.text.Numbers;
import reclens.text.Sentences;
import reclens.ui.UiText;
import reclens.ui.trust.StudyTable.Figure;

/** Puts studies over many users into tables. */
final class StudyTables {
    private static final List<Metric> METRICS = List.of(
            Metric.DELETION_PERCENTILE,
            Metric.DELETION_DROP,
            Metric.INSERTION_PERCENTILE,
            Metric.COMPREHENSIVENESS,
            Metric.SUFFICIENCY,
            Metric.LEAVE_ONE_OUT_TAU);
    private static final List<Metric> RANDOMISED = List.of(Metric.RANDOMISED_TOP, Metric.RANDOMISED_ALL);
    private static final List<Verdict> VERDICTS =
            List.of(Verdict.SUPPORTED, Verdict.RECENCY_SUFFICES, Verdict.NOT_SUPPORTED, Verdict.TOO_SHORT);

    private final Sentences sentences;

    StudyTables(Sentences sentences) {
        this.sentences = sentences;
    }

    StudyTable of(FaithfulnessStudy study, boolean randomised) {
        List<Metric> metrics = randomised
                ? Stream.concat(METRICS.stream(), RANDOMISED.stream()).toList()
                : METRICS;
        List<StudyTable.Column> columns = new ArrayList<>(List.of(column("many.column.method")));
        metrics.forEach(metric -> columns.add(column("many.column." + metric.key())));
        VERDICTS.forEach(verdict -> columns.add(new StudyTable.Column(
                UiText.messages().get("verdict." + verdict.key()), UiText.get("many.column.verdict.meaning"))));
        List<List<Figure>> rows = new ArrayList<>();
        study.results().forEach(result -> {
            List<Figure> row = row(sentences.methodName(result.method()), metrics, result.metrics());
            VERDICTS.forEach(
                    verdict -> row.add(plain(Numbers.count(result.verdicts().getOrDefault(verdict, 0)))));
            rows.add(row);
        });
        study.results().stream().findFirst().ifPresent(any -> {
            rows.add(baseline("many.random", metrics, any.random()));
            rows.add(baseline("many.recency", metrics, any.recency()));
        });
        return new StudyTable(columns, rows);
    }

    StudyTable of(PlantedStudy study) {
        List<StudyTable.Column> columns = Stream.of(
                        "many.column.ranking",
                        "many.column.valid-first",
                        "many.column.valid-three",
                        "many.column.drawn-first",
                        "many.column.drawn-three",
                        "many.column.feature-first")
                .map(StudyTables::column)
                .toList();
        return new StudyTable(
                columns,
                study.rows().stream()
                        .map(row -> List.of(
                                plain(ranking(row.ranking())),
                                figure(row.validFirst()),
                                figure(row.validWithinThree()),
                                figure(row.drawnFirst()),
                                figure(row.drawnWithinThree()),
                                figure(row.featureFirst())))
                        .toList());
    }

    private String ranking(String key) {
        return switch (key) {
            case PlantedStudy.RANDOM, PlantedStudy.RECENCY, PlantedStudy.POSTERIOR -> UiText.get("many." + key);
            default -> sentences.methodName(Method.parse(key));
        };
    }

    private static StudyTable.Column column(String key) {
        return new StudyTable.Column(UiText.get(key), UiText.get(key + ".meaning"));
    }

    private static List<Figure> baseline(String key, List<Metric> metrics, Map<Metric, Interval> of) {
        List<Figure> row = row(UiText.get(key), metrics, of);
        VERDICTS.forEach(verdict -> row.add(Figure.NONE));
        return row;
    }

    private static List<Figure> row(String name, List<Metric> metrics, Map<Metric, Interval> of) {
        List<Figure> row = new ArrayList<>(List.of(plain(name)));
        metrics.forEach(metric -> row.add(figure(of.get(metric))));
        return row;
    }

    private static Figure plain(String value) {
        return new Figure(value, "");
    }

    private static Figure figure(Interval interval) {
        return interval == null || Double.isNaN(interval.mean())
                ? Figure.NONE
                : new Figure(
                        number(interval.mean()),
                        UiText.format("many.range", number(interval.low()), number(interval.high())));
    }

    private static String number(double value) {
        return Numbers.attention(value);
    }
}
