package reclens.domain;

/**
 * What a window shows of a workspace, in words that outlast it: ids and names, no indices of the model.
 *
 * @param screen name of the view
 * @param page name of its page; empty for the first
 * @param user user id; empty when none is selected
 * @param heldOut whether histories end before their last event, which is known to have followed
 * @param item id of the explained item; empty for the best
 * @param event position of the selected event in the whole history; -1 when none
 * @param method name of the method, as on the command line; empty for the usual one
 * @param layer 0-based attention layer; -1 for the last
 * @param head {@code mean}, {@code max} or the 0-based number of a head
 * @param compared what the selection is compared with
 */
public record Viewpoint(
        String screen,
        String page,
        String user,
        boolean heldOut,
        String item,
        int event,
        String method,
        int layer,
        String head,
        ComparedWith compared) {
    /** Nothing selected, nothing chosen. */
    public static final Viewpoint NONE = of("");

    /** Compared with nothing in particular. */
    public Viewpoint(
            String screen,
            String page,
            String user,
            boolean heldOut,
            String item,
            int event,
            String method,
            int layer,
            String head) {
        this(screen, page, user, heldOut, item, event, method, layer, head, ComparedWith.NONE);
    }

    /** A user with the whole history, and nothing else chosen. */
    public static Viewpoint of(String user) {
        return of(user, false);
    }

    /** A user with the whole history or without its last event, and nothing else chosen. */
    public static Viewpoint of(String user, boolean heldOut) {
        return new Viewpoint("", "", user, heldOut, "", -1, "", -1, "mean");
    }
}
