package reclens.evaluation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import java.util.stream.IntStream;
import reclens.domain.CancellationToken;
import reclens.domain.ProgressListener;
import reclens.explanation.Attribution;
import reclens.explanation.ExplanationRun;
import reclens.explanation.Method;
import reclens.explanation.Metric;
import reclens.explanation.TrustReport;
import reclens.explanation.Verdict;
import reclens.inference.RecommenderModel;

/** Measures explanation methods over many users, several at once. The result does not depend on the number of threads. */
public final class FaithfulnessRun {
    /** Users for whom the methods are run on permuted models too. */
    public static final int RANDOMISED_USERS = 20;

    private static final String STAGE = "progress.explaining-many";

    private final List<Subject> subjects;
    private final Map<String, RecommenderModel> randomised;

    /**
     * One recommendation to explain.
     *
     * @param run of the user's history
     * @param target the model's index of the recommended item
     */
    public record Subject(ExplanationRun run, int target) {}

    /** @param randomised the model with parameters permuted from the top down, by what is permuted last (E9); may be empty */
    public FaithfulnessRun(List<Subject> subjects, Map<String, RecommenderModel> randomised) {
        this.subjects = List.copyOf(subjects);
        this.randomised = new LinkedHashMap<>(randomised);
    }

    private record Measured(
            Map<Method, TrustReport> reports,
            Map<Method, Map<String, Double>> randomised,
            Map<Method, String> refusals) {}

    /** @throws reclens.domain.CancelledException when cancelled */
    public FaithfulnessStudy run(
            List<Method> methods, long seed, ProgressListener progress, CancellationToken cancellation) {
        AtomicReferenceArray<Measured> found = new AtomicReferenceArray<>(subjects.size());
        ParallelUsers.forEach(
                subjects.size(),
                i -> found.set(i, measure(i, methods, seed, cancellation)),
                share -> progress.progress(STAGE, share),
                cancellation);
        List<Measured> users = IntStream.range(0, subjects.size())
                .mapToObj(found::get)
                .filter(Objects::nonNull)
                .toList();
        Map<Method, String> refusals = users.isEmpty() ? Map.of() : users.get(0).refusals();
        List<FaithfulnessStudy.Result> results = methods.stream()
                .filter(m -> !refusals.containsKey(m))
                .map(m -> result(m, users, seed))
                .toList();
        return new FaithfulnessStudy(users.size(), seed, results, refusals);
    }

    private Measured measure(int user, List<Method> methods, long seed, CancellationToken cancellation) {
        Subject subject = subjects.get(user);
        ExplanationRun.Attributions found = subject.run().attributions(subject.target(), methods, seed, cancellation);
        Map<Method, TrustReport> reports = subject.run().trust(subject.target(), found.values(), seed, cancellation);
        Map<Method, Map<String, Double>> correlations = new EnumMap<>(Method.class);
        if (user < RANDOMISED_USERS) {
            randomised.forEach((stage, model) -> {
                Map<Method, Attribution> other = subject.run()
                        .with(model)
                        .attributions(
                                subject.target(), List.copyOf(found.values().keySet()), seed, cancellation)
                        .values();
                other.forEach((method, attribution) -> correlations
                        .computeIfAbsent(method, m -> new LinkedHashMap<>())
                        .put(stage, found.values().get(method).rankCorrelation(attribution)));
            });
        }
        return new Measured(reports, correlations, found.refusals());
    }

    private FaithfulnessStudy.Result result(Method method, List<Measured> users, long seed) {
        List<TrustReport> reports = users.stream()
                .map(u -> u.reports().get(method))
                .filter(Objects::nonNull)
                .toList();
        Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
        for (Verdict verdict : Verdict.values()) {
            verdicts.put(verdict, (int)
                    reports.stream().filter(r -> r.verdict() == verdict).count());
        }
        Map<String, Interval> stages = new LinkedHashMap<>();
        for (String stage : randomised.keySet()) {
            stages.put(
                    stage,
                    Interval.of(
                            users.stream()
                                    .map(u -> u.randomised().getOrDefault(method, Map.of()))
                                    .mapToDouble(m -> m.getOrDefault(stage, Double.NaN))
                                    .toArray(),
                            seed));
        }
        Map<Metric, Interval> own = intervals(reports, TrustReport::own, seed);
        if (!stages.isEmpty()) {
            List<Interval> inOrder = new ArrayList<>(stages.values());
            own.put(Metric.RANDOMISED_TOP, inOrder.get(0));
            own.put(Metric.RANDOMISED_ALL, inOrder.get(inOrder.size() - 1));
        }
        return new FaithfulnessStudy.Result(
                method,
                own,
                intervals(reports, TrustReport::random, seed),
                intervals(reports, TrustReport::recency, seed),
                verdicts,
                stages);
    }

    private static Map<Metric, Interval> intervals(
            List<TrustReport> reports, Function<TrustReport, Map<Metric, Double>> side, long seed) {
        Map<Metric, Interval> intervals = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            double[] values = reports.stream()
                    .map(side)
                    .filter(m -> m.containsKey(metric))
                    .mapToDouble(m -> m.get(metric))
                    .toArray();
            if (values.length > 0) {
                intervals.put(metric, Interval.of(values, seed));
            }
        }
        return intervals;
    }
}
