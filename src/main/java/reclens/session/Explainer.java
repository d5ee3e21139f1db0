package reclens.session;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import reclens.domain.AttentionTrace;
import reclens.domain.CancellationToken;
import reclens.domain.HistoryWindow;
import reclens.domain.Interaction;
import reclens.domain.NotFoundException;
import reclens.domain.Problem;
import reclens.domain.ProgressListener;
import reclens.domain.Recommendation;
import reclens.domain.SeenPolicy;
import reclens.domain.UserHistory;
import reclens.explanation.Explanation;
import reclens.explanation.ExplanationRun;
import reclens.inference.Ranking;

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
        return new RecommendationList(
                scored.window, items, Ranking.count(scored.scores, scored.excluded), System.nanoTime() - start);
    }

    /**
     * Attention of all layers and heads for the events or fields that the model reads; where it depends on the recommended
     * item, for the best items.
     */
    public AttentionTrace attention(UserHistory history) {
        if (workspace.model().card().traits().pointwise()) {
            Scored scored = score(history);
            return attention(history, Ranking.top(scored.scores, scored.excluded, CANDIDATES));
        }
        return workspace.model().trace(workspace.input(workspace.window(history)));
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
                scored.excluded,
                seen.key(),
                workspace.input(scored.window));
        return run.explain(
                scored.recommendation(request.itemIndex()),
                scored.top(RIVALS + 1),
                Ranking.count(scored.scores, scored.excluded),
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
        float[] scores = workspace.model().scores(workspace.input(window));
        // The model's table may have rows that the vocabulary does not name; they are no items of this data.
        for (int i = workspace.vocabulary().size(); i < scores.length; i++) {
            scores[i] = Float.NEGATIVE_INFINITY;
        }
        double logSumExp = Ranking.logSumExp(scores);
        BitSet excluded = new BitSet(scores.length);
        switch (seen) {
            case INCLUDE -> {}
            case EXCLUDE_WINDOW -> {
                Arrays.stream(window.items()).forEach(excluded::set);
                if (window.dropped() != HistoryWindow.NONE) { // taken in, even though it is not read
                    knownItem(history.events().get(window.dropped())).ifPresent(excluded::set);
                }
            }
            case EXCLUDE -> knownItems(history).forEach(excluded::set);
            case ZERO -> knownItems(history).forEach(i -> scores[i] = 0);
        }
        return new Scored(window, scores, excluded, logSumExp);
    }

    private IntStream knownItems(UserHistory history) {
        return history.events().stream()
                .map(this::knownItem)
                .filter(OptionalInt::isPresent)
                .mapToInt(OptionalInt::getAsInt);
    }

    private OptionalInt knownItem(Interaction event) {
        return workspace.vocabulary().index(event.item());
    }

    private final class Scored {
        private final HistoryWindow window;
        private final float[] scores;
        private final BitSet excluded;
        private final double logSumExp;

        Scored(HistoryWindow window, float[] scores, BitSet excluded, double logSumExp) {
            this.window = window;
            this.scores = scores;
            this.excluded = excluded;
            this.logSumExp = logSumExp;
        }

        List<Recommendation> top(int k) {
            int[] best = Ranking.top(scores, excluded, k);
            return IntStream.range(0, best.length)
                    .mapToObj(i -> recommendation(best[i], i + 1))
                    .toList();
        }

        Recommendation recommendation(int index) {
            return recommendation(index, Ranking.rank(scores, excluded, index));
        }

        private Recommendation recommendation(int index, int rank) {
            return new Recommendation(
                    rank, index, workspace.vocabulary().id(index), scores[index], probability(scores[index]));
        }

        /** Pointwise models judge each item on its own; the others share 1 among all items. */
        private double probability(float score) {
            return workspace.model().card().traits().pointwise()
                    ? 1 / (1 + Math.exp(-score))
                    : Math.exp(score - logSumExp);
        }
    }
}
