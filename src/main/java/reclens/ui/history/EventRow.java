package reclens.ui.history;

/**
 * One event of the timeline.
 *
 * @param position in the whole history
 * @param date shown where it changes; empty elsewhere
 * @param type event type
 * @param title of the item
 * @param inWindow whether the model reads the event
 * @param known whether the model knows the item
 * @param full everything, for the tooltip and for screen readers
 */
record EventRow(int position, String date, String type, String title, boolean inWindow, boolean known, String full) {}
