package reclens.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A history before and after some edits, and what became of each event.
 *
 * @param before the unedited history
 * @param after the edited one, its events numbered anew
 * @param entries what the edited history holds, in its order, and the removed events where they stood
 */
public record EditedHistory(UserHistory before, UserHistory after, List<Entry> entries) {
    /** What became of an event. */
    public enum Change {
        KEPT,
        MOVED,
        /** Item or event type are other ones. */
        CHANGED,
        INSERTED,
        REMOVED
    }

    /**
     * @param change what became of it; a moved event that is changed too counts as changed
     * @param before position in the unedited history; {@link #NONE} for an inserted event
     * @param after position in the edited history; {@link #NONE} for a removed event
     * @param event as the edited history has it; as the unedited one had it where it was removed
     */
    public record Entry(Change change, int before, int after, Interaction event) {}

    /** No position. */
    public static final int NONE = -1;

    public EditedHistory {
        entries = List.copyOf(entries);
    }

    /** A history without edits. */
    public static EditedHistory unedited(UserHistory history) {
        return of(history, List.of());
    }

    /**
     * Applies edits to a history: removals, then moves, then insertions. What moves and insertions put in front of the same event
     * stands there in the order of the list.
     *
     * @throws UsageException when a position is out of range or edited in two ways that contradict each other
     */
    public static EditedHistory of(UserHistory history, List<HistoryEdit> edits) {
        return new HistoryEdits(history).apply(edits);
    }

    public boolean isEdited() {
        return entries.stream().anyMatch(e -> e.change() != Change.KEPT);
    }

    /** Position in the unedited history of the event at position {@code after} of the edited one; {@link #NONE} if it is new. */
    public int origin(int after) {
        return entries.stream()
                .filter(e -> e.after() == after)
                .mapToInt(Entry::before)
                .findFirst()
                .orElse(NONE);
    }

    /**
     * An edited history of these events.
     *
     * @param events those of the edited history in its order, their {@link Interaction#position()} of no account
     * @param origins by event, its position in the unedited history; {@link #NONE} for a new one
     * @param moved positions in the unedited history of the events that count as moved
     */
    static EditedHistory assemble(UserHistory before, List<Interaction> events, int[] origins, Set<Integer> moved) {
        List<Interaction> numbered = new ArrayList<>(events.size());
        List<Entry> entries = new ArrayList<>();
        Set<Integer> present = new HashSet<>();
        Arrays.stream(origins).forEach(present::add);
        int shown = 0; // every unedited position before this one is in the list, if it is gone
        for (int after = 0; after < events.size(); after++) {
            int origin = origins[after];
            Interaction event = events.get(after);
            event = new Interaction(after, event.item(), event.event(), event.time());
            numbered.add(event);
            if (origin != NONE && !moved.contains(origin)) {
                shown = addRemoved(before, present, shown, origin, entries);
            }
            entries.add(new Entry(change(before, event, origin, moved), origin, after, event));
        }
        addRemoved(before, present, shown, before.size(), entries);
        return new EditedHistory(before, new UserHistory(before.user(), numbered), entries);
    }

    private static int addRemoved(UserHistory before, Set<Integer> present, int from, int to, List<Entry> entries) {
        for (int p = from; p < to; p++) {
            if (!present.contains(p)) {
                entries.add(new Entry(Change.REMOVED, p, NONE, before.events().get(p)));
            }
        }
        return Math.max(from, to);
    }

    private static Change change(UserHistory before, Interaction event, int origin, Set<Integer> moved) {
        if (origin == NONE) {
            return Change.INSERTED;
        }
        if (!before.events().get(origin).token().equals(event.token())) {
            return Change.CHANGED;
        }
        return moved.contains(origin) ? Change.MOVED : Change.KEPT;
    }
}
