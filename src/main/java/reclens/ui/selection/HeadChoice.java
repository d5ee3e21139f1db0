package reclens.ui.selection;

/**
 * One head of a layer, or a summary over its heads.
 *
 * @param kind what to show
 * @param index 0-based head; 0 for summaries
 */
public record HeadChoice(Kind kind, int index) {
    /** One head, the mean or the maximum over the heads. */
    public enum Kind {
        MEAN,
        MAX,
        SINGLE
    }

    public static final HeadChoice MEAN = new HeadChoice(Kind.MEAN, 0);
    public static final HeadChoice MAX = new HeadChoice(Kind.MAX, 0);

    public static HeadChoice of(int head) {
        return new HeadChoice(Kind.SINGLE, head);
    }

    public boolean isSingle() {
        return kind == Kind.SINGLE;
    }
}
