package reclens.inference;

import java.util.List;

/**
 * Histories laid out as RecBole's causal models read them: in the first slots of the window, padding masked, the last event's
 * state wanted; packed one after another.
 */
record RightPadded(List<SasRecSequence> sequences) {

    static RightPadded of(List<ModelInput> inputs, int window) {
        return new RightPadded(inputs.stream()
                .map(i -> SasRecSequence.of(i, SasRecVariant.RECBOLE, window))
                .toList());
    }

    /** R. */
    int rows() {
        return sequences.stream().mapToInt(s -> s.items().length).sum();
    }

    List<Segment> segments() {
        return sequences.stream().map(s -> s.segment(0, null)).toList();
    }

    /** Item index of each row [R]. */
    int[] items() {
        return sequences.stream()
                .flatMapToInt(s -> java.util.Arrays.stream(s.items()))
                .toArray();
    }

    /** What counts for a row, of one thing for each sequence, which are of the same length; null where there are none. */
    <T> T ofRow(List<T> each, int row) {
        return each == null ? null : each.get(row / sequences.get(0).items().length);
    }

    /** What each row of a single sequence of n events is, see {@link AttentionSlopes#rows()}. */
    int[] nodes(int n) {
        int[] nodes = new int[rows()];
        java.util.Arrays.setAll(nodes, row -> row < n ? row : AttentionSlopes.PADDING);
        return nodes;
    }

    /** Adds to each row of {@code x} [R, D] the row of its slot in {@code positions} [L, D]. */
    void addPositions(float[] positions, int d, float[] x) {
        int at = 0;
        for (SasRecSequence s : sequences) {
            for (int row = 0; row < s.items().length; row++, at += d) {
                int from = (s.firstSlot() + row) * d;
                for (int j = 0; j < d; j++) {
                    x[at + j] += positions[from + j];
                }
            }
        }
    }
}
