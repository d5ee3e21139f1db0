package reclens.session;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import reclens.domain.CancellationToken;
import reclens.domain.HistoryWindow;
import reclens.domain.NotFoundException;
import reclens.domain.Problem;
import reclens.domain.ProgressListener;
import reclens.domain.SeenPolicy;
import reclens.domain.UsageException;
import reclens.domain.UserHistory;
import reclens.evaluation.Evaluation;
import reclens.evaluation.EvaluationRun;
import reclens.evaluation.HeldOut;
import reclens.evaluation.HeldOutSource;
import reclens.evaluation.ItemFacts;
import reclens.evaluation.NegativeSampler;
import reclens.evaluation.Outcomes;
import reclens.evaluation.UniformNegatives;
import reclens.inference.RankableScores;

/**
 * Ranking metrics of an open workspace: the last event of each user is held out, its item ranked for the events before it.
 * Users are left out who have fewer than two events, whose held-out item the model does not know, or of whose earlier events
 * the model knows none.
 */
public final class Evaluator {
    public static final String LEAVE_ONE_OUT = "leave-one-out";

    private final Workspace workspace;

    public Evaluator(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * @throws UsageException when the users have no such feature
     * @throws NotFoundException when no user can be evaluated
     * @throws reclens.domain.CancelledException when cancelled
     */
    public Evaluation evaluate(EvaluationRequest request, ProgressListener progress, CancellationToken cancellation) {
        check(request);
        return at(
                request,
                ranks(request.seen(), sampler(request), request.k(), progress, cancellation),
                facts(cancellation));
    }

    /** @throws UsageException when the users have no such feature */
    void check(EvaluationRequest request) {
        request.segment().ifPresent(this::checkFeature);
    }

    /** Draws what a request asks for; empty for full ranking. */
    static Optional<NegativeSampler> sampler(EvaluationRequest request) {
        return request.sampledNegatives() == 0
                ? Optional.empty()
                : Optional.of(new UniformNegatives(request.sampledNegatives(), request.seed(), request.draw()));
    }

    /** What the ranks of a request come to at its k. */
    Evaluation at(EvaluationRequest request, Outcomes outcomes, ItemFacts items) {
        return new Evaluation(
                LEAVE_ONE_OUT,
                request.sampledNegatives(),
                request.draw(),
                request.sampledNegatives() == 0 ? OptionalLong.empty() : OptionalLong.of(request.seed()),
                request.k(),
                request.seen().key(),
                workspace.log().order(),
                outcomes.evaluated(),
                outcomes.users() - outcomes.evaluated(),
                outcomes.repeated(),
                outcomes.metrics(request.k(), items),
                request.segment()
                        .map(feature -> segments(feature, outcomes, request.k(), items))
                        .orElse(List.of()));
    }

    /**
     * The ranks behind the metrics, for several k or for negatives of one's own.
     *
     * @param sampler draws negatives; empty for full ranking
     */
    public Outcomes ranks(
            SeenPolicy seen,
            Optional<NegativeSampler> sampler,
            int largestK,
            ProgressListener progress,
            CancellationToken cancellation) {
        return ranks(new LastEvents(seen, Scorer::new), sampler, largestK, progress, cancellation);
    }

    /**
     * The ranks that each user's held-out item has among the most popular items: those that most users met before their last
     * event. For the same users, items and negatives as those of the model.
     */
    Outcomes popularRanks(
            SeenPolicy seen,
            Optional<NegativeSampler> sampler,
            int largestK,
            ProgressListener progress,
            CancellationToken cancellation) {
        float[] met = WorkspaceItemFacts.of(workspace, cancellation).met();
        return ranks(
                new LastEvents(seen, (window, policy) -> new PopularScorer(met, window, policy)),
                sampler,
                largestK,
                progress,
                cancellation);
    }

    private static Outcomes ranks(
            HeldOutSource users,
            Optional<NegativeSampler> sampler,
            int largestK,
            ProgressListener progress,
            CancellationToken cancellation) {
        Outcomes outcomes = new EvaluationRun(users, sampler, largestK).run(progress, cancellation);
        if (outcomes.evaluated() == 0) {
            throw new NotFoundException(Problem.of("no user can be evaluated")
                    .expected("users with two events or more whose items the model knows")
                    .found(outcomes.users() + " users, none of them such")
                    .fix("check that model, vocabulary and history belong together"));
        }
        return outcomes;
    }

    /** What metrics need to know of the items. */
    public ItemFacts facts(CancellationToken cancellation) {
        return WorkspaceItemFacts.of(workspace, cancellation);
    }

    private final class LastEvents implements HeldOutSource {
        private final SeenPolicy seen;
        private final BiFunction<HistoryWindow, SeenPolicy, HeldOut.Scorer> scorer;
        private final BitSet items = workspace.rankableItems();

        LastEvents(SeenPolicy seen, BiFunction<HistoryWindow, SeenPolicy, HeldOut.Scorer> scorer) {
            this.seen = seen;
            this.scorer = scorer;
        }

        @Override
        public int users() {
            return workspace.log().userCount();
        }

        @Override
        public Optional<HeldOut> heldOut(int user) {
            if (workspace.log().eventCount(user) < 2) {
                return Optional.empty();
            }
            UserHistory whole = workspace.log().history(user);
            UserHistory before = whole.before(whole.size() - 1);
            OptionalInt target = workspace
                    .vocabulary()
                    .index(whole.events().get(whole.size() - 1).item());
            HistoryWindow window = workspace.window(before);
            if (target.isEmpty() || !workspace.canScore(window)) {
                return Optional.empty();
            }
            BitSet trained = new BitSet();
            for (int item : workspace.knownItems(before.before(before.size() - 1))) {
                trained.set(item);
            }
            return Optional.of(new HeldOut(
                    target.getAsInt(), items, workspace.excluded(window, seen), trained, scorer.apply(window, seen)));
        }
    }

    private final class Scorer implements HeldOut.Scorer {
        private final HistoryWindow window;
        private final SeenPolicy seen;

        Scorer(HistoryWindow window, SeenPolicy seen) {
            this.window = window;
            this.seen = seen;
        }

        @Override
        public RankableScores all() {
            return workspace.rankable(window, seen);
        }

        @Override
        public float[] of(int[] items) {
            return workspace.scores(window, seen, items);
        }
    }

    /** Scores every item by how many users met it. */
    private final class PopularScorer implements HeldOut.Scorer {
        private final float[] met;
        private final HistoryWindow window;
        private final SeenPolicy seen;

        PopularScorer(float[] met, HistoryWindow window, SeenPolicy seen) {
            this.met = met;
            this.window = window;
            this.seen = seen;
        }

        @Override
        public RankableScores all() {
            return workspace.rankable(met.clone(), window, seen);
        }

        @Override
        public float[] of(int[] items) {
            float[] all = all().scores();
            float[] scores = new float[items.length];
            for (int i = 0; i < items.length; i++) {
                scores[i] = all[items[i]];
            }
            return scores;
        }
    }

    private void checkFeature(String feature) {
        if (!workspace.users().features().contains(feature)) {
            throw new UsageException(Problem.of("the users have no feature '" + feature + "'")
                    .at("--segment")
                    .expected(
                            workspace.users().features().isEmpty()
                                    ? "a workspace whose workspace.json names a table of users"
                                    : "one of "
                                            + String.join(
                                                    ", ", workspace.users().features())));
        }
    }

    private List<Evaluation.Segment> segments(String feature, Outcomes outcomes, int k, ItemFacts items) {
        return outcomes.groups(k, items, valueOf(feature)).entrySet().stream()
                .map(e -> new Evaluation.Segment(
                        feature, e.getKey(), e.getValue().users(), e.getValue().metrics()))
                .toList();
    }

    /** The value that a user has of a feature; empty where it is not known. */
    IntFunction<String> valueOf(String feature) {
        Map<String, Map<String, String>> rows = workspace.users().rows();
        return user ->
                rows.getOrDefault(workspace.log().users().get(user), Map.of()).getOrDefault(feature, "");
    }
}
