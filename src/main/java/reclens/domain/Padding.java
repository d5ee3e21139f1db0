package reclens.domain;

/** On which side of the model's window the unused slots are. */
public enum Padding {
    LEFT,
    RIGHT;

    /** Slot of the {@code index}-th of {@code length} events in a window of {@code modelLength} slots. */
    public int slot(int index, int length, int modelLength) {
        return this == RIGHT ? index : modelLength - length + index;
    }
}
