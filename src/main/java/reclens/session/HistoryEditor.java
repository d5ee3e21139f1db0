package reclens.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import reclens.domain.EditedHistory;
import reclens.domain.HistoryEdit;
import reclens.domain.Interaction;
import reclens.domain.UserHistory;

/**
 * A history under edit, with undo and redo without limit. Its operations name events by their position in the edited history, as
 * a person sees it; {@link #edits()} says the same in positions of the unedited one. Not safe for several threads.
 */
public final class HistoryEditor {
    private final UserHistory base;
    private final Deque<List<Entry>> undo = new ArrayDeque<>();
    private final Deque<List<Entry>> redo = new ArrayDeque<>();
    private List<Entry> state;

    /** @param origin position in the unedited history; {@link EditedHistory#NONE} for a new event */
    private record Entry(int origin, String item, String event) {}

    public HistoryEditor(UserHistory base) {
        this.base = base;
        this.state = base.events().stream().map(HistoryEditor::entry).toList();
    }

    public UserHistory base() {
        return base;
    }

    /** The history as edited so far. */
    public EditedHistory edited() {
        return EditedHistory.of(base, edits());
    }

    public boolean isEdited() {
        return !state.equals(base.events().stream().map(HistoryEditor::entry).toList());
    }

    public boolean canUndo() {
        return !undo.isEmpty();
    }

    public boolean canRedo() {
        return !redo.isEmpty();
    }

    /** Takes the last change back; does nothing where there is none. */
    public void undo() {
        step(undo, redo);
    }

    /** Makes the change again that was taken back last; does nothing where there is none. */
    public void redo() {
        step(redo, undo);
    }

    /** Back to the unedited history, as a change that can be undone. */
    public void reset() {
        become(base.events().stream().map(HistoryEditor::entry).toList());
    }

    /** @param at position in the edited history */
    public void remove(int at) {
        List<Entry> next = new ArrayList<>(state);
        next.remove(at);
        become(next);
    }

    /**
     * Takes several events out, as one change.
     *
     * @param at positions in the edited history
     */
    public void removeAll(int... at) {
        List<Entry> next = new ArrayList<>();
        for (int i = 0; i < state.size(); i++) {
            int position = i;
            if (Arrays.stream(at).noneMatch(p -> p == position)) {
                next.add(state.get(i));
            }
        }
        become(next);
    }

    /**
     * Makes the history the one that these edits lead to, as one change: how a saved edit comes back.
     *
     * @param edits of the unedited history
     * @throws reclens.domain.UsageException when they do not fit it
     */
    public void set(List<HistoryEdit> edits) {
        become(EditedHistory.of(base, edits).entries().stream()
                .filter(e -> e.after() != EditedHistory.NONE)
                .map(e -> new Entry(e.before(), e.event().item(), e.event().event()))
                .toList());
    }

    /** Puts a removed event back behind the nearest earlier event of the unedited history that is still there. */
    public void restore(int origin) {
        List<Entry> next = new ArrayList<>(state);
        int at = 0;
        int nearest = EditedHistory.NONE;
        for (int i = 0; i < next.size(); i++) {
            int other = next.get(i).origin();
            if (other == origin) {
                return;
            }
            if (other < origin && other > nearest) {
                nearest = other;
                at = i + 1;
            }
        }
        next.add(at, entry(base.events().get(origin)));
        become(next);
    }

    /**
     * @param before position in the edited history of the event that will follow; its size for the end
     * @param item item id as the data has it
     * @param event type of the event; empty where the data has none
     */
    public void insert(int before, String item, String event) {
        List<Entry> next = new ArrayList<>(state);
        next.add(before, new Entry(EditedHistory.NONE, item, event));
        become(next);
    }

    /** @param to position in the edited history where the event will stand */
    public void move(int from, int to) {
        List<Entry> next = new ArrayList<>(state);
        next.add(to, next.remove(from));
        become(next);
    }

    /** @param item item id as the data has it */
    public void replace(int at, String item) {
        List<Entry> next = new ArrayList<>(state);
        next.set(at, new Entry(state.get(at).origin(), item, state.get(at).event()));
        become(next);
    }

    public void changeType(int at, String event) {
        List<Entry> next = new ArrayList<>(state);
        next.set(at, new Entry(state.get(at).origin(), state.get(at).item(), event));
        become(next);
    }

    /** The edits that lead from the unedited history to this one, with as few moves as possible. */
    public List<HistoryEdit> edits() {
        List<HistoryEdit> edits = new ArrayList<>();
        Set<Integer> present = new HashSet<>();
        state.forEach(e -> present.add(e.origin()));
        for (Interaction event : base.events()) {
            if (!present.contains(event.position())) {
                edits.add(new HistoryEdit.Remove(event.position()));
            }
        }
        addChanges(edits);
        addPlaces(edits);
        return List.copyOf(edits);
    }

    private void addChanges(List<HistoryEdit> edits) {
        for (Entry entry : state) {
            if (entry.origin() == EditedHistory.NONE) {
                continue;
            }
            Interaction old = base.events().get(entry.origin());
            if (!old.item().equals(entry.item())) {
                edits.add(new HistoryEdit.Replace(entry.origin(), entry.item()));
            }
            if (!old.event().equals(entry.event())) {
                edits.add(new HistoryEdit.ChangeType(entry.origin(), entry.event()));
            }
        }
    }

    /** Moves and insertions, in the order in which they stand in front of the same event. */
    private void addPlaces(List<HistoryEdit> edits) {
        boolean[] stays = longestRising(state.stream().mapToInt(Entry::origin).toArray());
        int before = base.size();
        List<HistoryEdit> backwards = new ArrayList<>();
        for (int i = state.size() - 1; i >= 0; i--) {
            Entry entry = state.get(i);
            if (stays[i]) {
                before = entry.origin();
            } else if (entry.origin() == EditedHistory.NONE) {
                backwards.add(new HistoryEdit.Insert(before, entry.item(), entry.event()));
            } else {
                backwards.add(new HistoryEdit.Move(entry.origin(), before));
            }
        }
        for (int i = backwards.size() - 1; i >= 0; i--) {
            edits.add(backwards.get(i));
        }
    }

    /** Marks the members of a longest rising run of the numbers that are not {@link EditedHistory#NONE}. */
    private static boolean[] longestRising(int[] origins) {
        int[] lastOfLength = new int[origins.length + 1]; // index of the smallest end of a run of that length
        int[] previous = new int[origins.length];
        int longest = 0;
        for (int i = 0; i < origins.length; i++) {
            if (origins[i] == EditedHistory.NONE) {
                continue;
            }
            int low = 1;
            int high = longest + 1;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (origins[lastOfLength[middle]] < origins[i]) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            lastOfLength[low] = i;
            previous[i] = low == 1 ? -1 : lastOfLength[low - 1];
            longest = Math.max(longest, low);
        }
        boolean[] member = new boolean[origins.length];
        Arrays.fill(member, false);
        for (int i = longest == 0 ? -1 : lastOfLength[longest]; i >= 0; i = previous[i]) {
            member[i] = true;
        }
        return member;
    }

    private void become(List<Entry> next) {
        if (!next.equals(state)) {
            undo.push(state);
            redo.clear();
            state = List.copyOf(next);
        }
    }

    private void step(Deque<List<Entry>> from, Deque<List<Entry>> to) {
        if (!from.isEmpty()) {
            to.push(state);
            state = from.pop();
        }
    }

    private static Entry entry(Interaction event) {
        return new Entry(event.position(), event.item(), event.event());
    }
}
