package reclens.session;

import java.util.List;
import reclens.domain.Recommendation;
import reclens.domain.UserHistory;

/**
 * What a model would have recommended after each event of a history, and what it attended to, summed by feature value.
 *
 * @param history the whole history
 * @param feature the catalogue's feature; {@link Evolution#TITLE} where items are told apart by their title
 * @param measure what the shares of the recommendations are shares of
 * @param attentionSumsToOne whether the model's attention does by itself; else the shares are those of the magnitudes
 * @param groups what the shares belong to [G]
 * @param points oldest first [P]
 */
public record HistoryEvolution(
        UserHistory history,
        String feature,
        Measure measure,
        boolean attentionSumsToOne,
        List<Group> groups,
        List<Point> points) {
    public HistoryEvolution {
        groups = List.copyOf(groups);
        points = List.copyOf(points);
    }

    /** What is shared out among the feature values. */
    public enum Measure {
        /** Softmax of the scores over the items that may be ranked. */
        PROBABILITY,
        /** The ten best items, each as much as the others: for models that judge each item on its own. */
        TOP_TEN
    }

    /** What a share belongs to. */
    public enum Kind {
        /** A feature value. */
        VALUE,
        /** Items without a value. */
        NO_VALUE,
        /** The values that have too little to be told apart. */
        REST,
        /** Padding slots that the model attends to. */
        PADDING,
        /** What the slot that scores keeps for itself, as BERT4Rec's mask does. */
        OWN_SLOT
    }

    /** @param value the feature value; empty for the other kinds */
    public record Group(Kind kind, String value) {}

    /**
     * The state after one event.
     *
     * @param position of the event in the history; the model was run on the events up to it
     * @param eventGroup index of the group of the event's own item
     * @param items the best items, best first
     * @param itemGroups indices of their groups; of the first where an item has several values
     * @param recommended shares of the groups [G], which sum to 1
     * @param attended shares of the groups [G], which sum to 1; all 0 where the model attends to nothing
     */
    public record Point(
            int position,
            int eventGroup,
            List<Recommendation> items,
            int[] itemGroups,
            double[] recommended,
            double[] attended) {
        public Point {
            items = List.copyOf(items);
        }
    }

    /** Whether some events have no point of their own because there are too many. */
    public boolean sampled() {
        return !points.isEmpty() && history.size() - points.get(0).position() > points.size();
    }
}
