package reclens.ui.whatif;

import java.util.List;
import reclens.domain.EditedHistory;
import reclens.explanation.Counterfactual;
import reclens.session.WhatIfResult;

/**
 * The counterfactual of one item, or why there is none.
 *
 * @param status how far the search is
 * @param item title of the item on rank 1
 * @param set what was found; {@link Counterfactual#NOT_FOUND} where nothing was
 * @param of the history that was searched; null where none was
 * @param events names of the events to remove, oldest first
 * @param read how many events the model reads
 * @param removed the ranks with the events taken out of the timeline, where older events may slide in; null where nothing
 *     was found
 */
record FoundCounterfactual(
        Status status,
        String item,
        Counterfactual set,
        EditedHistory of,
        List<EditedHistory.Entry> events,
        int read,
        WhatIfResult removed) {
    enum Status {
        /** Nothing to search for yet. */
        NONE,
        SEARCHING,
        FOUND,
        /** The timeline is without these events. */
        APPLIED,
        /** The timeline was edited in another way since. */
        STALE,
        NOT_FOUND,
        /** The model reads no history. */
        NO_HISTORY
    }

    static FoundCounterfactual none(Status status, String item) {
        return new FoundCounterfactual(status, item, Counterfactual.NOT_FOUND, null, List.of(), 0, null);
    }

    FoundCounterfactual with(Status now) {
        return new FoundCounterfactual(now, item, set, of, events, read, removed);
    }

    /** Whether the item leaves rank 1 although older events slide into the window. */
    boolean holdsInTheTimeline() {
        return removed != null
                && !removed.after().isEmpty()
                && removed.after().get(0).index() != removed.before().get(0).index();
    }
}
