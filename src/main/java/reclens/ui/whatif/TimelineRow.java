package reclens.ui.whatif;

import reclens.domain.EditedHistory;

/**
 * One event of the timeline, removed ones included.
 *
 * @param change what became of it
 * @param before position in the unedited history; {@link EditedHistory#NONE} for a new event
 * @param after position in the edited history; {@link EditedHistory#NONE} for a removed event
 * @param date shown where it changes; empty elsewhere
 * @param type event type
 * @param position "#59", or a word for a new event
 * @param title of the item
 * @param note what was done to it; empty where nothing was
 * @param inWindow whether the model reads the event
 * @param slidIn whether it is an older event that the model reads only now
 * @param spoken everything, for the tooltip and for screen readers
 */
record TimelineRow(
        EditedHistory.Change change,
        int before,
        int after,
        String date,
        String type,
        String position,
        String title,
        String note,
        boolean inWindow,
        boolean slidIn,
        String spoken) {
    boolean removed() {
        return change == EditedHistory.Change.REMOVED;
    }

    boolean edited() {
        return change != EditedHistory.Change.KEPT;
    }
}
