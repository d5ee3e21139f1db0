package reclens.session;

import java.util.List;
import reclens.domain.HistoryWindow;
import reclens.domain.Recommendation;

/**
 * The best items for a history.
 *
 * @param window the events that the model read
 * @param items best first, ranks from 1
 * @param rankedItems how many items could be ranked
 * @param inferenceNanos time of the forward pass and the ranking
 */
public record RecommendationList(
        HistoryWindow window, List<Recommendation> items, int rankedItems, long inferenceNanos) {}
