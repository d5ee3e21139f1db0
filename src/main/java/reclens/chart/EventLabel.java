package reclens.chart;

/**
 * What names an event on an axis: its place in the history, its icon, its date, its title.
 *
 * @param position 0-based in the user's whole history; {@link #NONE} for rows that are no single event
 * @param event event type; empty when the data has none
 * @param date such as "10 May"; empty when there is none
 * @param title title of the item, or the words of a row that is no event
 */
public record EventLabel(int position, String event, String date, String title) {
    public static final int NONE = -1;

    /** A row such as "other (41 events)" or "[mask]". */
    public static EventLabel words(String text) {
        return new EventLabel(NONE, "", "", text);
    }

    /**
     * An event for readers to whom its place in the history says nothing.
     *
     * @param when words to stand below the title
     */
    public static EventLabel unnumbered(String event, String when, String title) {
        return new EventLabel(NONE, event, when, title);
    }

    public boolean isEvent() {
        return isNumbered() || !event.isEmpty() || !date.isEmpty();
    }

    boolean isNumbered() {
        return position != NONE;
    }

    /** Whether this is the event at {@code selected}. */
    boolean at(int selected) {
        return isNumbered() && position == selected;
    }

    /** "#59 Halden Ridge 2 Tent", or the words alone. */
    public String text() {
        return isNumbered() ? "#" + position + " " + title : title;
    }
}
