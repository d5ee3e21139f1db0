package reclens.session;

import java.util.List;
import java.util.stream.IntStream;
import reclens.domain.HistoryWindow;
import reclens.domain.NotFoundException;
import reclens.domain.Recommendation;
import reclens.domain.SeenPolicy;
import reclens.domain.UserHistory;
import reclens.inference.RankableScores;

/**
 * What a model says of all items after one history.
 *
 * @param workspace whose model it is
 * @param window the part that the model reads
 * @param ranked scores of all items, and which of them may be ranked
 */
record ScoredHistory(Workspace workspace, HistoryWindow window, RankableScores ranked) {

    /** @throws NotFoundException when the model knows no item of the history */
    static ScoredHistory of(Workspace workspace, SeenPolicy seen, UserHistory history) {
        HistoryWindow window = workspace.window(history);
        return new ScoredHistory(workspace, window, workspace.rankable(window, seen));
    }

    /** The best items, best first, at most {@code k}. */
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
