package reclens.domain;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * The part of a history that the model reads: the last {@code modelLength} events whose items it knows.
 *
 * @param history the whole history
 * @param positions positions [n] of the events that the model reads, oldest first
 * @param items the model's item indices [n] of those events
 * @param modelLength how many events the model can read
 * @param padding the side of the unused slots
 * @param dropped position of the event before the window that the model takes in and drops unread, as BERT4Rec's original
 *     does with the oldest; {@link #NONE} when there is none
 */
public record HistoryWindow(
        UserHistory history, int[] positions, int[] items, int modelLength, Padding padding, int dropped) {
    public static final int NONE = -1;

    /** A window of a model that drops no event. */
    public HistoryWindow(UserHistory history, int[] positions, int[] items, int modelLength, Padding padding) {
        this(history, positions, items, modelLength, padding, NONE);
    }

    public static HistoryWindow of(UserHistory history, ItemVocabulary vocabulary, int modelLength, Padding padding) {
        return of(history, vocabulary, modelLength, padding, false);
    }

    public static HistoryWindow of(
            UserHistory history, ItemVocabulary vocabulary, int modelLength, Padding padding, boolean dropsOldest) {
        return of(history, vocabulary, modelLength, padding, dropsOldest, event -> true);
    }

    /**
     * @param dropsOldest whether the model takes in one event more than it reads and drops the oldest of them, however many
     *     there are
     * @param readable whether the model can read an event whose item it knows; one that knows "viewed A" need not know "shared
     *     A"
     */
    public static HistoryWindow of(
            UserHistory history,
            ItemVocabulary vocabulary,
            int modelLength,
            Padding padding,
            boolean dropsOldest,
            Predicate<Interaction> readable) {
        List<Interaction> events = history.events();
        int[] positions = new int[Math.min(events.size(), dropsOldest ? modelLength + 1 : modelLength)];
        int[] items = new int[positions.length];
        int filled = 0;
        for (int p = events.size() - 1; p >= 0 && filled < positions.length; p--) {
            OptionalInt index = vocabulary.index(events.get(p).item());
            if (index.isPresent() && readable.test(events.get(p))) {
                filled++;
                positions[positions.length - filled] = p;
                items[items.length - filled] = index.getAsInt();
            }
        }
        int from = positions.length - filled;
        boolean drops = dropsOldest && filled > 0;
        return new HistoryWindow(
                history,
                Arrays.copyOfRange(positions, drops ? from + 1 : from, positions.length),
                Arrays.copyOfRange(items, drops ? from + 1 : from, items.length),
                modelLength,
                padding,
                drops ? positions[from] : NONE);
    }

    /** Number n of events that the model reads. */
    public int length() {
        return positions.length;
    }

    public boolean isEmpty() {
        return positions.length == 0;
    }

    /** Position of the oldest event that the model reads; the history's size when it reads none. */
    public int start() {
        return positions.length == 0 ? history.size() : positions[0];
    }

    public Interaction event(int index) {
        return history.events().get(positions[index]);
    }

    /** Index in the window of the event at {@code position}; -1 when the model does not read it. */
    public int indexOf(int position) {
        int at = Arrays.binarySearch(positions, position);
        return at < 0 ? -1 : at;
    }

    /** Slot of the {@code index}-th event of the window among the model's {@code modelLength} slots. */
    public int slot(int index) {
        return padding.slot(index, positions.length, modelLength);
    }
}
