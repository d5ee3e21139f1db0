package reclens.files;

import java.util.BitSet;
import java.util.List;

/** The ids of one column: each is kept once, and looked at once for damage by a spreadsheet. */
final class IdColumn {
    static final int NONE = -1;

    private final SliceInterner ids = new SliceInterner();
    private final BitSet destroyed = new BitSet();

    /** The number of an id, blanks around it left out; {@link #NONE} when nothing is left. */
    int intern(char[] chars, int offset, int count) {
        int from = offset;
        int length = count;
        while (length > 0 && chars[from] <= ' ') {
            from++;
            length--;
        }
        while (length > 0 && chars[from + length - 1] <= ' ') {
            length--;
        }
        if (length == 0) {
            return NONE;
        }
        int known = ids.size();
        int index = ids.intern(chars, from, length);
        if (index == known && DestroyedIds.matches(chars, from, length)) {
            destroyed.set(index);
        }
        return index;
    }

    boolean isDestroyed(int index) {
        return index >= 0 && destroyed.get(index);
    }

    String text(int index) {
        return ids.text(index);
    }

    List<String> texts() {
        return ids.texts();
    }

    int size() {
        return ids.size();
    }
}
