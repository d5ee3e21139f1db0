package reclens.session;

import java.util.List;
import reclens.domain.EditedHistory;
import reclens.domain.HistoryWindow;
import reclens.domain.Recommendation;

/**
 * The recommendations for a history before and after an edit.
 *
 * @param history the edit
 * @param windowBefore what the model read of the unedited history
 * @param windowAfter what it read of the edited one
 * @param before the best items before the edit, best first
 * @param after the best items after it, best first
 * @param changes the items of both lists: those of {@code after} in its order, then those that left it
 * @param slidIn positions in the unedited history of older events that the model reads only now, because a removal made room
 * @param slidOut positions in the unedited history of events that the model no longer reads although they were not removed
 */
public record WhatIfResult(
        EditedHistory history,
        HistoryWindow windowBefore,
        HistoryWindow windowAfter,
        List<Recommendation> before,
        List<Recommendation> after,
        List<Change> changes,
        List<Integer> slidIn,
        List<Integer> slidOut) {
    public WhatIfResult {
        before = List.copyOf(before);
        after = List.copyOf(after);
        changes = List.copyOf(changes);
        slidIn = List.copyOf(slidIn);
        slidOut = List.copyOf(slidOut);
    }

    /**
     * One item of either list, with its rank (0 where it is left out of the ranking) and score on both sides.
     *
     * @param entered whether it is in the list only after the edit
     * @param left whether it was in the list only before the edit
     */
    public record Change(Recommendation before, Recommendation after, boolean entered, boolean left) {
        public String item() {
            return after.item();
        }

        /** How many ranks it rose; negative when it fell, 0 where it has no rank on one side. */
        public int risen() {
            return before.rank() == 0 || after.rank() == 0 ? 0 : before.rank() - after.rank();
        }

        public double scoreChange() {
            return after.score() - before.score();
        }
    }

    /** Item ids that are in the list only after the edit, best first. */
    public List<String> entered() {
        return changes.stream().filter(Change::entered).map(Change::item).toList();
    }

    /** Item ids that were in the list only before the edit, best first. */
    public List<String> left() {
        return changes.stream().filter(Change::left).map(Change::item).toList();
    }
}
