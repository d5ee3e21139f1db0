package reclens.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import reclens.domain.CancellationToken;
import reclens.domain.NotFoundException;
import reclens.domain.Problem;
import reclens.domain.ProgressListener;
import reclens.domain.Recommendation;
import reclens.domain.UsageException;
import reclens.domain.UserHistory;
import reclens.explanation.Attribution;
import reclens.explanation.Method;
import reclens.inference.RankableScores;
import reclens.session.HistoryEvolution.Group;
import reclens.session.HistoryEvolution.Kind;
import reclens.session.HistoryEvolution.Measure;
import reclens.session.HistoryEvolution.Point;

/** Runs the model after each event of a history, as if the later ones had not happened yet. Safe for several threads. */
public final class Evolution {
    /** In place of a feature: items are told apart by their title. */
    public static final String TITLE = "";
    /** How many points a long history is given at most, evenly spread, the first and the last event among them. */
    public static final int MOST_POINTS = 60;
    /** Length of the list of recommendations at each point. */
    public static final int TOP = 10;
    /** Values beyond these are summed up. */
    static final int MOST_VALUES = 40;

    private final Workspace workspace;
    private final Explainer explainer;

    public Evolution(Workspace workspace) {
        this.workspace = workspace;
        this.explainer = new Explainer(workspace);
    }

    /** Why the open model has no evolution; empty where it has. */
    public Optional<String> refusal() {
        return explainer.refusal(Method.ATTENTION);
    }

    /** What items can be grouped by: the features of the catalogue, then {@link #TITLE}. */
    public List<String> features() {
        List<String> features = new ArrayList<>(workspace.catalog().features());
        features.add(TITLE);
        return features;
    }

    /**
     * @param feature one of {@link #features()}
     * @throws UsageException where the model reads no history, or the catalogue lacks the feature
     * @throws NotFoundException when the model knows no item of the history
     * @throws reclens.domain.CancelledException when cancelled
     */
    public HistoryEvolution of(
            UserHistory history, String feature, ProgressListener progress, CancellationToken cancellation) {
        check(feature);
        int[] positions = positions(history);
        ItemGroups groups = new ItemGroups(workspace, feature);
        Sums sums = new Sums(groups);
        List<Point> points = new ArrayList<>();
        for (int p = 0; p < positions.length; p++) {
            cancellation.check();
            progress.progress("progress.evolution", (double) p / positions.length);
            points.add(sums.point(positions[p], history.before(positions[p] + 1), cancellation));
        }
        return sums.merged(history, feature, points);
    }

    private void check(String feature) {
        refusal().ifPresent(reason -> {
            throw new UsageException(Problem.of("this model has no evolution: " + reason));
        });
        if (!features().contains(feature)) {
            throw new UsageException(Problem.of("the catalogue has no feature '" + feature + "'")
                    .expected("one of " + String.join(", ", workspace.catalog().features())));
        }
    }

    /** Positions of the events after which the model is run. */
    private int[] positions(UserHistory history) {
        int first = IntStream.range(0, history.size())
                .filter(p -> workspace.canScore(workspace.window(history.before(p + 1))))
                .findFirst()
                .orElseThrow(() -> new NotFoundException(Problem.of("the model knows none of the " + history.size()
                                + " items in the history of user '" + history.user() + "'")
                        .fix("check that model, vocabulary and history belong together")));
        int last = history.size() - 1;
        int count = Math.min(MOST_POINTS, last - first + 1);
        return IntStream.range(0, count)
                .map(i -> count == 1 ? last : first + (int) Math.round((double) i * (last - first) / (count - 1)))
                .toArray();
    }

    /** Shares of all values while the points are computed: value by value, then padding, then the slot that scores. */
    private final class Sums {
        private final ItemGroups items;
        private final int size;
        private final boolean pointwise = workspace.model().card().traits().pointwise();
        private final boolean normalised = workspace.model().card().traits().rowsSumToOne();

        Sums(ItemGroups items) {
            this.items = items;
            this.size = items.values().size() + 2;
        }

        Point point(int position, UserHistory before, CancellationToken cancellation) {
            ScoredHistory scored = explainer.score(before);
            List<Recommendation> best = scored.top(TOP);
            return new Point(
                    position,
                    items.first(before.events().get(position).item()),
                    best,
                    best.stream().mapToInt(r -> items.first(r.index())).toArray(),
                    pointwise ? amongBest(best) : probability(scored.ranked()),
                    best.isEmpty()
                            ? new double[size]
                            : attended(scored, best.get(0).index(), cancellation));
        }

        private double[] amongBest(List<Recommendation> best) {
            double[] shares = new double[size];
            best.forEach(r -> items.add(r.index(), 1.0 / best.size(), shares));
            return shares;
        }

        private double[] probability(RankableScores ranked) {
            float[] scores = ranked.scores();
            BitSet excluded = ranked.excluded();
            double[] shares = new double[size];
            double highest = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < scores.length; i++) {
                highest = excluded.get(i) ? highest : Math.max(highest, scores[i]);
            }
            double total = 0;
            for (int i = 0; i < scores.length; i++) {
                if (scores[i] > Float.NEGATIVE_INFINITY && !excluded.get(i)) {
                    double weight = Math.exp(scores[i] - highest);
                    total += weight;
                    items.add(i, weight, shares);
                }
            }
            return divided(shares, total);
        }

        /** A1 of the scoring row, by the values of the events' items. */
        private double[] attended(ScoredHistory scored, int best, CancellationToken cancellation) {
            Attribution attention = explainer
                    .run(scored)
                    .attributions(best, List.of(Method.ATTENTION), 0, cancellation)
                    .values()
                    .get(Method.ATTENTION);
            double[] shares = new double[size];
            for (int e = 0; e < attention.values().length; e++) {
                items.add(scored.window().items()[e], weight(attention.values()[e]), shares);
            }
            shares[size - 2] = weight(attention.paddingMass());
            shares[size - 1] = weight(attention.maskMass());
            // Rows that sum to 1 do so to the precision of a float.
            return divided(shares, Arrays.stream(shares).sum());
        }

        private double weight(double value) {
            return Double.isNaN(value) ? 0 : normalised ? Math.max(0, value) : Math.abs(value);
        }

        private static double[] divided(double[] shares, double total) {
            for (int g = 0; g < shares.length && total > 0; g++) {
                shares[g] /= total;
            }
            return shares;
        }

        /** Sums up values that have little, and leaves out groups that have nothing. */
        HistoryEvolution merged(UserHistory history, String feature, List<Point> points) {
            double[] totals = new double[size];
            for (Point point : points) {
                for (int g = 0; g < size; g++) {
                    totals[g] += point.recommended()[g] + point.attended()[g];
                }
            }
            int[] kept = IntStream.range(1, size - 2)
                    .boxed()
                    .sorted(Comparator.comparingDouble((Integer g) -> -totals[g])
                            .thenComparing(g -> g))
                    .limit(MOST_VALUES)
                    .mapToInt(Integer::intValue)
                    .toArray();
            List<Group> groups = new ArrayList<>();
            int[] to = new int[size];
            Arrays.fill(to, -1);
            for (int g : kept) {
                to[g] = groups.size();
                groups.add(new Group(Kind.VALUE, items.values().get(g)));
            }
            if (size - 3 > kept.length) {
                int rest = groups.size();
                groups.add(new Group(Kind.REST, ""));
                IntStream.range(1, size - 2).filter(g -> to[g] < 0).forEach(g -> to[g] = rest);
            }
            boolean used = totals[ItemGroups.NO_VALUE] > 0
                    || points.stream().anyMatch(p -> p.eventGroup() == ItemGroups.NO_VALUE);
            addWhere(used, ItemGroups.NO_VALUE, Kind.NO_VALUE, groups, to);
            addWhere(totals[size - 2] > 0, size - 2, Kind.PADDING, groups, to);
            addWhere(totals[size - 1] > 0, size - 1, Kind.OWN_SLOT, groups, to);
            return new HistoryEvolution(
                    history,
                    feature,
                    pointwise ? Measure.TOP_TEN : Measure.PROBABILITY,
                    normalised,
                    groups,
                    points.stream().map(p -> mapped(p, to, groups.size())).toList());
        }

        private static void addWhere(boolean condition, int group, Kind kind, List<Group> groups, int[] to) {
            if (condition) {
                to[group] = groups.size();
                groups.add(new Group(kind, ""));
            }
        }

        private static Point mapped(Point point, int[] to, int groups) {
            return new Point(
                    point.position(),
                    to[point.eventGroup()],
                    point.items(),
                    Arrays.stream(point.itemGroups()).map(g -> to[g]).toArray(),
                    mapped(point.recommended(), to, groups),
                    mapped(point.attended(), to, groups));
        }

        private static double[] mapped(double[] shares, int[] to, int groups) {
            double[] mapped = new double[groups];
            for (int g = 0; g < shares.length; g++) {
                if (to[g] >= 0) {
                    mapped[to[g]] += shares[g];
                }
            }
            return mapped;
        }
    }
}
