package reclens.ui.history;

/**
 * One event of the timeline.
 *
 * @param position in the whole history
 * @param date shown where it changes; empty elsewhere
 * @param type event type
 * @param title of the item
 * @param value of the chosen method; NaN where there is none
 * @param share of the strongest value, -1 to 1, for the small bar
 * @param inWindow whether the model reads the event
 * @param known whether the model knows the item
 * @param full everything, for the tooltip and for screen readers
 */
record EventRow(
        int position,
        String date,
        String type,
        String title,
        double value,
        double share,
        boolean inWindow,
        boolean known,
        String full) {}
