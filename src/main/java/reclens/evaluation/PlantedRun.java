package reclens.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import java.util.stream.IntStream;
import reclens.domain.CancellationToken;
import reclens.domain.HistoryWindow;
import reclens.domain.PlantedCause;
import reclens.domain.ProgressListener;
import reclens.explanation.Attribution;
import reclens.explanation.ExplanationRun;
import reclens.explanation.Method;

/** Holds explanations against planted causes, several events at once. The result does not depend on the number of threads. */
public final class PlantedRun {
    private static final String STAGE = "progress.explaining-many";
    private static final int WITHIN = 3;

    private final List<PlantedCause> causes;
    private final Function<PlantedCause, Optional<Subject>> subjects;

    /**
     * The explanation that a planted cause is held against.
     *
     * @param run of the events before the caused one
     * @param target the model's index of the caused item
     */
    public record Subject(ExplanationRun run, int target) {}

    /** @param subjects empty where the model does not recommend the item; called from several threads */
    public PlantedRun(List<PlantedCause> causes, Function<PlantedCause, Optional<Subject>> subjects) {
        this.causes = List.copyOf(causes);
        this.subjects = subjects;
    }

    /** What one ranking of the events says of one planted cause: [valid first, within, drawn first, within, feature first]. */
    private record Judged(PlantedCause cause, Map<String, double[]> marks, Map<Method, String> refusals) {}

    /** @throws reclens.domain.CancelledException when cancelled */
    public PlantedStudy run(
            List<Method> methods, long seed, ProgressListener progress, CancellationToken cancellation) {
        AtomicReferenceArray<Judged> found = new AtomicReferenceArray<>(causes.size());
        ParallelUsers.forEach(
                causes.size(),
                i -> subjects.apply(causes.get(i))
                        .ifPresent(s -> found.set(i, judge(causes.get(i), s, methods, seed, cancellation))),
                share -> progress.progress(STAGE, share),
                cancellation);
        List<Judged> judged = IntStream.range(0, causes.size())
                .mapToObj(found::get)
                .filter(Objects::nonNull)
                .toList();
        Map<Method, String> refusals =
                judged.isEmpty() ? Map.of() : judged.get(0).refusals();
        List<String> rankings = new ArrayList<>(methods.stream()
                .filter(m -> !refusals.containsKey(m))
                .map(Method::key)
                .toList());
        rankings.addAll(PlantedStudy.BASELINES);
        return new PlantedStudy(
                causes.size(),
                judged.size(),
                (int) judged.stream().map(j -> j.cause().user()).distinct().count(),
                judged.stream()
                        .mapToInt(j -> j.cause().valid().size())
                        .average()
                        .orElse(Double.NaN),
                seed,
                rows(judged, rankings, seed),
                groups(judged, rankings, j -> j.cause().rule(), seed),
                groups(judged, rankings, j -> lagGroup(j.cause().lag()), seed),
                refusals);
    }

    private static Map<String, PlantedStudy.Group> groups(
            List<Judged> judged, List<String> rankings, Function<Judged, String> groupOf, long seed) {
        Map<String, List<Judged>> members = new java.util.TreeMap<>();
        judged.forEach(j -> members.computeIfAbsent(groupOf.apply(j), g -> new ArrayList<>())
                .add(j));
        Map<String, PlantedStudy.Group> groups = new LinkedHashMap<>();
        members.forEach(
                (name, list) -> groups.put(name, new PlantedStudy.Group(list.size(), rows(list, rankings, seed))));
        return groups;
    }

    private static String lagGroup(int lag) {
        return lag <= WITHIN ? Integer.toString(lag) : lag <= 5 ? "4 to 5" : "6 or more";
    }

    private static List<PlantedStudy.Row> rows(List<Judged> judged, List<String> rankings, long seed) {
        String[] users = judged.stream().map(j -> j.cause().user()).toArray(String[]::new);
        return rankings.stream()
                .map(ranking -> {
                    Interval[] intervals = IntStream.range(0, 5)
                            .mapToObj(mark -> Interval.of(
                                    judged.stream()
                                            .mapToDouble(j -> j.marks().get(ranking)[mark])
                                            .toArray(),
                                    users,
                                    seed))
                            .toArray(Interval[]::new);
                    return new PlantedStudy.Row(
                            ranking, intervals[0], intervals[1], intervals[2], intervals[3], intervals[4]);
                })
                .toList();
    }

    private static Judged judge(
            PlantedCause cause, Subject subject, List<Method> methods, long seed, CancellationToken cancellation) {
        ExplanationRun run = subject.run();
        HistoryWindow window = run.window();
        ExplanationRun.Attributions found = run.attributions(subject.target(), methods, seed, cancellation);
        Map<String, double[]> marks = new HashMap<>();
        for (Map.Entry<Method, Attribution> entry : found.values().entrySet()) {
            Attribution attribution = entry.getValue();
            int[] order = attribution.order(attribution.signed());
            marks.put(entry.getKey().key(), marks(cause, run, order, attribution.values()));
        }
        int n = window.length();
        int[] recency = IntStream.range(0, n).map(i -> n - 1 - i).toArray();
        double[] latest = new double[n];
        latest[n - 1] = 1;
        marks.put(PlantedStudy.RECENCY, marks(cause, run, recency, latest));
        double[] posterior = Arrays.stream(window.positions())
                .mapToDouble(p -> cause.posterior().getOrDefault(p, 0.0))
                .toArray();
        int[] likeliest = Arrays.stream(recency)
                .boxed()
                .sorted((a, b) -> Double.compare(posterior[b], posterior[a]))
                .mapToInt(Integer::intValue)
                .toArray();
        marks.put(PlantedStudy.POSTERIOR, marks(cause, run, likeliest, posterior));
        marks.put(PlantedStudy.RANDOM, chance(cause, run));
        return new Judged(cause, marks, found.refusals());
    }

    private static double[] marks(PlantedCause cause, ExplanationRun run, int[] order, double[] values) {
        int[] positions =
                Arrays.stream(order).map(i -> run.window().positions()[i]).toArray();
        return new double[] {
            cause.valid().contains(positions[0]) ? 1 : 0,
            Arrays.stream(positions).limit(WITHIN).anyMatch(cause.valid()::contains) ? 1 : 0,
            positions[0] == cause.drawn() ? 1 : 0,
            Arrays.stream(positions).limit(WITHIN).anyMatch(p -> p == cause.drawn()) ? 1 : 0,
            readsFeature(cause, run)
                    ? run.strongestValue(cause.feature(), values)
                                    .filter(cause.value()::equals)
                                    .isPresent()
                            ? 1
                            : 0
                    : Double.NaN
        };
    }

    /** Expectation over all orders of the events, and over all values of the feature. */
    private static double[] chance(PlantedCause cause, ExplanationRun run) {
        int n = run.window().length();
        int valid = (int)
                cause.valid().stream().filter(p -> run.window().indexOf(p) >= 0).count();
        int drawn = run.window().indexOf(cause.drawn()) >= 0 ? 1 : 0;
        return new double[] {
            (double) valid / n,
            1 - missed(n, valid),
            (double) drawn / n,
            1 - missed(n, drawn),
            readsFeature(cause, run) ? 1.0 / run.countValues(cause.feature()) : Double.NaN
        };
    }

    /** Probability that none of {@code good} of n events is among the first three of a random order. */
    private static double missed(int n, int good) {
        double missed = 1;
        for (int i = 0; i < Math.min(WITHIN, n); i++) {
            missed *= Math.max(0, (double) (n - good - i) / (n - i));
        }
        return missed;
    }

    private static boolean readsFeature(PlantedCause cause, ExplanationRun run) {
        return run.catalog().features().contains(cause.feature());
    }
}
