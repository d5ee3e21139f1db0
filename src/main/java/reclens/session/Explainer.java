package reclens.session;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import reclens.domain.AttentionTrace;
import reclens.domain.CancellationToken;
import reclens.domain.MechanismCase;
import reclens.domain.NotFoundException;
import reclens.domain.Problem;
import reclens.domain.ProgressListener;
import reclens.domain.Recommendation;
import reclens.domain.SeenPolicy;
import reclens.domain.UserHistory;
import reclens.explanation.Candidates;
import reclens.explanation.Counterfactual;
import reclens.explanation.Explanation;
import reclens.explanation.ExplanationRun;
import reclens.explanation.Method;
import reclens.explanation.OrderCurve;
import reclens.explanation.TrustReport;
import reclens.inference.HeadPlace;
import reclens.inference.HeadVectors;

/** Recommends and explains on an open workspace. Safe for several threads. */
public final class Explainer {
    /** Items beside the explained one that a counterfactual may bring to rank 1. */
    private static final int RIVALS = 10;

    /** Items whose attention is shown where each has its own. */
    private static final int CANDIDATES = 10;

    private final Workspace workspace;
    private final SeenPolicy seen;

    public Explainer(Workspace workspace, SeenPolicy seen) {
        this.workspace = workspace;
        this.seen = seen;
    }

    public Explainer(Workspace workspace) {
        this(workspace, workspace.seen());
    }

    /** @throws NotFoundException when the model knows no item of the history */
    public RecommendationList recommend(UserHistory history, int top) {
        long start = System.nanoTime();
        ScoredHistory scored = score(history);
        List<Recommendation> items = scored.top(top);
        return new RecommendationList(scored.window(), items, scored.ranked().count(), System.nanoTime() - start);
    }

    /**
     * Recommendations, attention, and the explanation of the best item.
     *
     * @param top how many items to recommend
     * @throws NotFoundException when the model knows no item of the history
     * @throws reclens.domain.CancelledException when cancelled
     */
    public Answer answer(
            UserHistory history, int top, List<Method> methods, long seed, CancellationToken cancellation) {
        return answer(history, ExplainRequest.NONE, top, methods, seed, cancellation);
    }

    /**
     * As {@link #answer(UserHistory, int, List, long, CancellationToken)}, with the explanation of another item than the best.
     *
     * @param item the model's index; {@link ExplainRequest#NONE} for the best
     */
    Answer answer(
            UserHistory history, int item, int top, List<Method> methods, long seed, CancellationToken cancellation) {
        long start = System.nanoTime();
        ScoredHistory scored = score(history);
        List<Recommendation> items = scored.top(top);
        RecommendationList list =
                new RecommendationList(scored.window(), items, scored.ranked().count(), System.nanoTime() - start);
        cancellation.check();
        Optional<Recommendation> best =
                item == ExplainRequest.NONE ? items.stream().findFirst() : Optional.of(scored.recommendation(item));
        AttentionTrace attention =
                best.isPresent() && !workspace.model().card().traits().readsHistory()
                        ? attention(history, new int[] {best.get().index()})
                        : attention(history);
        return new Answer(history, list, attention, best.map(target -> run(scored)
                .explain(
                        target,
                        scored.top(RIVALS + 1),
                        scored.ranked().count(),
                        new ExplanationRun.Plan(methods, false, false, seed),
                        ProgressListener.NONE,
                        cancellation)));
    }

    /**
     * An explanation with the faithfulness of its methods.
     *
     * @throws reclens.domain.CancelledException when cancelled
     */
    public Explanation check(
            Explanation explanation, long seed, ProgressListener progress, CancellationToken cancellation) {
        return run(score(explanation.window().history())).check(explanation, seed, progress, cancellation);
    }

    /**
     * Score while events are added, most important first, beside both baselines.
     *
     * @return by method of the explanation
     * @throws reclens.domain.CancelledException when cancelled
     */
    public Map<Method, OrderCurve> insertion(Explanation explanation, long seed, CancellationToken cancellation) {
        return run(score(explanation.window().history())).insertion(explanation, seed, cancellation);
    }

    /**
     * Attention of all layers and heads for the events or fields that the model reads; where it depends on the recommended
     * item, for the best items.
     */
    public AttentionTrace attention(UserHistory history) {
        if (workspace.model().card().traits().pointwise()) {
            ScoredHistory scored = score(history);
            return attention(history, scored.ranked().top(CANDIDATES));
        }
        return workspace.model().trace(workspace.input(workspace.window(history)));
    }

    /**
     * Queries, keys and values of one attention head for the history, as a case of its mechanism: its weights are those of the
     * model.
     *
     * @throws reclens.domain.UsageException where the model's attention is not made of queries and keys
     */
    public MechanismCase head(UserHistory history, HeadPlace place) {
        HeadVectors vectors = workspace.model().headVectors(workspace.input(workspace.window(history)), place);
        return vectors.toCase("");
    }

    /**
     * As {@link #attention(UserHistory)}, for some items where it depends on the item.
     *
     * @param candidates the model's item indices, best first
     */
    public AttentionTrace attention(UserHistory history, int[] candidates) {
        return workspace.model().trace(workspace.input(workspace.window(history)), candidates);
    }

    /**
     * @throws NotFoundException when the model knows no item of the history
     * @throws reclens.domain.CancelledException when cancelled
     */
    public Explanation explain(ExplainRequest request, ProgressListener progress, CancellationToken cancellation) {
        ScoredHistory scored = score(request.history());
        return run(scored)
                .explain(
                        scored.recommendation(request.itemIndex()),
                        scored.top(RIVALS + 1),
                        scored.ranked().count(),
                        new ExplanationRun.Plan(
                                request.methods(),
                                request.faithfulness(),
                                request.counterfactual(),
                                request.seed(),
                                request.contrast() == ExplainRequest.NONE
                                        ? null
                                        : scored.recommendation(request.contrast())),
                        progress,
                        cancellation);
    }

    /**
     * The smallest set of events found whose removal takes an item off rank 1; not found where it is not on rank 1.
     *
     * @param itemIndex the model's index of the item
     * @throws NotFoundException when the model knows no item of the history
     * @throws reclens.domain.CancelledException when cancelled
     */
    public Counterfactual counterfactual(UserHistory history, int itemIndex, CancellationToken cancellation) {
        ScoredHistory scored = score(history);
        Recommendation target = scored.recommendation(itemIndex);
        return target.rank() == 1 && workspace.model().card().traits().readsHistory()
                ? run(scored).counterfactual(target, scored.top(RIVALS + 1), cancellation)
                : Counterfactual.NOT_FOUND;
    }

    /**
     * Measures the explanations of one item by E1 to E8, with the curves of removing and adding events, beside random order and
     * most recent first. Takes some thousand runs of the model.
     *
     * @param itemIndex the model's index of the item
     * @return by method, in the order asked for; a method that the model cannot support is missing
     * @throws NotFoundException when the model knows no item of the history
     * @throws reclens.domain.CancelledException when cancelled
     */
    public Map<Method, TrustReport> trust(
            UserHistory history, int itemIndex, List<Method> methods, long seed, CancellationToken cancellation) {
        ExplanationRun run = run(score(history));
        return run.trust(
                itemIndex,
                run.attributions(itemIndex, methods, seed, cancellation).values(),
                seed,
                cancellation);
    }

    private Candidates candidates(ScoredHistory scored) {
        BitSet zeroed = new BitSet();
        if (seen == SeenPolicy.ZERO) {
            IntStream.of(workspace.knownItems(scored.window().history())).forEach(zeroed::set);
        }
        return new Candidates(
                workspace.vocabulary().size(),
                scored.ranked().excluded(),
                zeroed,
                workspace.model().card().traits().pointwise());
    }

    ExplanationRun run(ScoredHistory scored) {
        return new ExplanationRun(
                workspace.model(),
                scored.window(),
                workspace.catalog(),
                workspace.provenance(),
                candidates(scored),
                seen.key(),
                workspace.input(scored.window()));
    }

    /**
     * Rank, score and probability of one item.
     *
     * @param itemIndex the model's index of the item
     * @throws NotFoundException when the model knows no item of the history
     */
    public Recommendation recommendation(UserHistory history, int itemIndex) {
        return score(history).recommendation(itemIndex);
    }

    /** Why the open model cannot support a method; empty when it can. Runs nothing. */
    public Optional<String> refusal(Method method) {
        return ExplanationRun.refusal(method, workspace.model());
    }

    /** @throws NotFoundException when the model does not know the item */
    public int indexOfItem(String item) {
        return workspace.vocabulary().index(item).orElseThrow(() -> unknownItem(workspace, item));
    }

    static NotFoundException unknownItem(Workspace workspace, String item) {
        return new NotFoundException(Problem.of("the model does not know the item '" + item + "'")
                .found(workspace.vocabulary().size() - 1 + " known items")
                .fix("give an item id as the history file has it"));
    }

    ScoredHistory score(UserHistory history) {
        return ScoredHistory.of(workspace, seen, history);
    }
}
