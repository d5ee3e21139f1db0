package reclens.session;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import reclens.domain.CancellationToken;
import reclens.domain.Interaction;
import reclens.domain.ProgressListener;
import reclens.domain.Recommendation;
import reclens.domain.UserHistory;
import reclens.explanation.Climb;
import reclens.explanation.Explanation;
import reclens.explanation.ExplanationRun;
import reclens.explanation.Method;

/**
 * What a model said before an event that is known to have followed.
 *
 * @param event what followed
 * @param items how many items were ranked
 * @param actual rank and score of the item that followed; rank 0 where it was left out of the ranking, empty where the model does
 *     not know it
 * @param best the first recommendation
 * @param explanation why the best rather than the actual item; where the actual one was the best, why it rather than the second.
 *     The item it is contrasted with stands in it; without an actual item it explains the best alone. Empty where the model reads
 *     no history
 * @param climb events without which the actual item would have been among the first; empty where it was, or where nothing could be
 *     tried
 */
public record HitOrMiss(
        Interaction event,
        int items,
        Optional<Recommendation> actual,
        Recommendation best,
        Optional<Explanation> explanation,
        Optional<Climb> climb) {
    /** Ranks up to which an item was recommended. */
    public static final int RECOMMENDED = 10;

    /** Whether the item that followed was on rank 1. */
    public boolean hit() {
        return actual.filter(a -> a.rank() == 1).isPresent();
    }

    /** Whether the item that followed was among the first {@value #RECOMMENDED}. */
    public boolean recommended() {
        return actual.filter(a -> a.rank() >= 1 && a.rank() <= RECOMMENDED).isPresent();
    }

    /**
     * @param before the events before {@code event}
     * @return empty where nothing can be recommended
     * @throws reclens.domain.NotFoundException when the model knows no item of the history
     * @throws reclens.domain.CancelledException when cancelled
     */
    public static Optional<HitOrMiss> of(
            Workspace workspace,
            Explainer explainer,
            UserHistory before,
            Interaction event,
            long seed,
            ProgressListener progress,
            CancellationToken cancellation) {
        ScoredHistory scored = explainer.score(before);
        List<Recommendation> top = scored.top(2);
        if (top.isEmpty()) {
            return Optional.empty();
        }
        OptionalInt index = workspace.vocabulary().index(event.item());
        Optional<Recommendation> actual =
                index.isPresent() ? Optional.of(scored.recommendation(index.getAsInt())) : Optional.empty();
        Recommendation best = top.get(0);
        boolean hit = actual.filter(a -> a.rank() == 1).isPresent();
        Recommendation rival = hit ? (top.size() > 1 ? top.get(1) : null) : actual.orElse(null);
        if (!workspace.model().card().traits().readsHistory()) {
            return Optional.of(
                    new HitOrMiss(event, scored.ranked().count(), actual, best, Optional.empty(), Optional.empty()));
        }
        ExplanationRun run = explainer.run(scored);
        Explanation explanation = run.explain(
                best,
                top,
                scored.ranked().count(),
                new ExplanationRun.Plan(List.of(Method.LEAVE_ONE_OUT), false, false, seed, rival),
                progress,
                cancellation);
        Optional<Climb> climb = actual.filter(a -> a.rank() > 1)
                .map(a -> run.climb(a.index(), a.rank() > RECOMMENDED ? RECOMMENDED : 1, cancellation));
        return Optional.of(
                new HitOrMiss(event, scored.ranked().count(), actual, best, Optional.of(explanation), climb));
    }
}
