package reclens.session;

import java.util.List;
import java.util.Optional;
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
        HistoryWindow window, List<Recommendation> items, int rankedItems, long inferenceNanos) {

    /** @param index of an item in the model; empty where the item is not in the list */
    public Optional<Recommendation> of(int index) {
        return items.stream().filter(item -> item.index() == index).findFirst();
    }
}
