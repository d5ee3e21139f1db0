package reclens.session;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import reclens.domain.AttentionTrace;
import reclens.domain.CancellationToken;
import reclens.domain.DoubleTensor;
import reclens.domain.HistoryWindow;
import reclens.domain.NotFoundException;
import reclens.domain.Problem;
import reclens.domain.ProgressListener;
import reclens.domain.Recommendation;
import reclens.domain.SeenPolicy;
import reclens.domain.UserHistory;
import reclens.explanation.Explanation;
import reclens.explanation.ExplanationRun;
import reclens.inference.InputGradient;
import reclens.inference.RankableScores;

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
        Scored scored = score(history);
        List<Recommendation> items = scored.top(top);
        return new RecommendationList(scored.window, items, scored.ranked.count(), System.nanoTime() - start);
    }

    /**
     * Attention of all layers and heads for the events or fields that the model reads; where it depends on the recommended
     * item, for the best items.
     */
    public AttentionTrace attention(UserHistory history) {
        if (workspace.model().card().traits().pointwise()) {
            Scored scored = score(history);
            return attention(history, scored.ranked.top(CANDIDATES));
        }
        return workspace.model().trace(workspace.input(workspace.window(history)));
    }

    /**
     * What the model looked up for each event of the window, [n, D].
     *
     * @throws reclens.domain.UsageException where the model has no backward pass, which is what reveals it
     */
    public DoubleTensor embeddings(UserHistory history) {
        Scored scored = score(history);
        int target = scored.ranked.top(1)[0];
        InputGradient found = workspace.model().gradient(workspace.input(scored.window), target);
        double[] values = new double[found.embeddings().length];
        Arrays.setAll(values, i -> found.embeddings()[i]);
        return DoubleTensor.of(values, values.length / found.width(), found.width());
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
        Scored scored = score(request.history());
        ExplanationRun run = new ExplanationRun(
                workspace.model(),
                scored.window,
                workspace.catalog(),
                workspace.provenance(),
                scored.ranked.excluded(),
                seen.key(),
                workspace.input(scored.window));
        return run.explain(
                scored.recommendation(request.itemIndex()),
                scored.top(RIVALS + 1),
                scored.ranked.count(),
                new ExplanationRun.Plan(
                        request.methods(), request.faithfulness(), request.counterfactual(), request.seed()),
                progress,
                cancellation);
    }

    /** @throws NotFoundException when the model does not know the item */
    public int indexOfItem(String item) {
        return workspace
                .vocabulary()
                .index(item)
                .orElseThrow(() -> new NotFoundException(Problem.of("the model does not know the item '" + item + "'")
                        .found(workspace.vocabulary().size() - 1 + " known items")
                        .fix("give an item id as the history file has it")));
    }

    private Scored score(UserHistory history) {
        HistoryWindow window = workspace.window(history);
        return new Scored(window, workspace.rankable(window, seen));
    }

    private final class Scored {
        private final HistoryWindow window;
        private final RankableScores ranked;

        Scored(HistoryWindow window, RankableScores ranked) {
            this.window = window;
            this.ranked = ranked;
        }

        List<Recommendation> top(int k) {
            int[] best = ranked.top(k);
            return IntStream.range(0, best.length)
                    .mapToObj(i -> recommendation(best[i], i + 1))
                    .toList();
        }

        Recommendation recommendation(int index) {
            return recommendation(index, ranked.rank(index));
        }

        private Recommendation recommendation(int index, int rank) {
            return new Recommendation(
                    rank,
                    index,
                    workspace.vocabulary().id(index),
                    ranked.scores()[index],
                    probability(ranked.scores()[index]));
        }

        /** Pointwise models judge each item on its own; the others share 1 among all items. */
        private double probability(float score) {
            return workspace.model().card().traits().pointwise()
                    ? 1 / (1 + Math.exp(-score))
                    : Math.exp(score - ranked.logSumExp());
        }
    }
}
