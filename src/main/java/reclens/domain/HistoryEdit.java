package reclens.domain;

/**
 * One change of the history that inference reads. Every position is one of the unedited history of n events, whatever else is
 * edited; {@link EditedHistory} applies a list of them.
 */
public sealed interface HistoryEdit {

    /** Takes the event at {@code position} out. */
    record Remove(int position) implements HistoryEdit {}

    /**
     * Takes the event at {@code position} to the place in front of the one at {@code before}.
     *
     * @param before 0 to n; n is the end
     */
    record Move(int position, int before) implements HistoryEdit {
        /** Moves so that, were nothing else edited, the event would then stand at position {@code to}. */
        public static Move to(int position, int to) {
            return new Move(position, to > position ? to + 1 : to);
        }

        /** Where the event would then stand, were nothing else edited. */
        public int to() {
            return before > position ? before - 1 : before;
        }
    }

    /**
     * Adds an event in front of the one at {@code before}.
     *
     * @param before 0 to n; n is the end
     * @param item item id as the data has it
     * @param event its type; empty for the type of the event at {@code before}, of the last one at the end
     */
    record Insert(int before, String item, String event) implements HistoryEdit {
        public Insert(int before, String item) {
            this(before, item, "");
        }
    }

    /** Another item in place of the one at {@code position}; type and time stay. */
    record Replace(int position, String item) implements HistoryEdit {}

    /** Another type of the event at {@code position}, such as {@code purchase} for {@code view}. */
    record ChangeType(int position, String event) implements HistoryEdit {}
}
