package reclens.session;

import java.util.Optional;
import reclens.domain.AttentionTrace;
import reclens.domain.UserHistory;
import reclens.explanation.Explanation;

/**
 * What a user gets, computed in one go: the history is scored once for all of it.
 *
 * @param history the whole history
 * @param recommendations best first
 * @param attention of the window; of the best item where the model has another for every item
 * @param explanation of the best item, without its faithfulness; empty when nothing can be recommended
 */
public record Answer(
        UserHistory history,
        RecommendationList recommendations,
        AttentionTrace attention,
        Optional<Explanation> explanation) {}
