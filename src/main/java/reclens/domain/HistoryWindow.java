package reclens.domain;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * The part of a history that the model reads: the last {@code modelLength} events whose items it knows.
 *
 * @param history the whole history
 * @param positions positions [n] of the events that the model reads, oldest first
 * @param items the model's item indices [n] of those events
 * @param modelLength how many events the model can read
 * @param padding the side of the unused slots
 */
public record HistoryWindow(UserHistory history, int[] positions, int[] items, int modelLength, Padding padding) {

    public static HistoryWindow of(UserHistory history, ItemVocabulary vocabulary, int modelLength, Padding padding) {
        List<Interaction> events = history.events();
        int[] positions = new int[Math.min(events.size(), modelLength)];
        int[] items = new int[positions.length];
        int filled = 0;
        for (int p = events.size() - 1; p >= 0 && filled < positions.length; p--) {
            OptionalInt index = vocabulary.index(events.get(p).item());
            if (index.isPresent()) {
                filled++;
                positions[positions.length - filled] = p;
                items[items.length - filled] = index.getAsInt();
            }
        }
        int from = positions.length - filled;
        return new HistoryWindow(
                history,
                Arrays.copyOfRange(positions, from, positions.length),
                Arrays.copyOfRange(items, from, items.length),
                modelLength,
                padding);
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
