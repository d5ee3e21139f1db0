package reclens.ui.palette;

/** How well a text matches what was typed, both in lower case. */
final class Match {
    static final int NONE = 0;
    private static final int INSIDE = 1;
    private static final int WORD = 2;
    private static final int START = 3;
    private static final int WHOLE = 4;

    private Match() {}

    /** {@link #NONE} to 4, better first: the whole text, its start, the start of a word, anywhere. */
    static int of(String text, String wanted) {
        int at = text.indexOf(wanted);
        if (at < 0) {
            return NONE;
        }
        if (at == 0) {
            return text.length() == wanted.length() ? WHOLE : START;
        }
        for (; at > 0; at = text.indexOf(wanted, at + 1)) {
            if (!Character.isLetterOrDigit(text.charAt(at - 1))) {
                return WORD;
            }
        }
        return INSIDE;
    }
}
