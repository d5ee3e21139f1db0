package reclens.inference;

import java.util.List;
import java.util.stream.IntStream;

/** Takes what a backward pass knows of attention weights where events are weighed once, by one query. */
final class WeightSlopes {
    /** Runs events there and back; a pass over events or a history. */
    interface Backward {
        void run(WeightSlopes kept);
    }

    private AttentionSlopes found;

    static AttentionSlopes of(Backward backward) {
        WeightSlopes kept = new WeightSlopes();
        backward.run(kept);
        return kept.found;
    }

    /**
     * @param n number of events
     * @param heads H
     * @param slot whether a column of its own follows the events: the slot to be predicted
     * @param padding number of padding slots that column 0 stands for; 0 when no column does
     * @param weights [H, columns]
     * @param gradients d score / d weights [H, columns]
     */
    void keep(int n, int heads, boolean slot, int padding, float[] weights, float[] gradients) {
        int rows = slot ? n + 1 : n;
        int[] kinds = IntStream.range(0, rows)
                .map(i -> i < n ? i : AttentionSlopes.MASK)
                .toArray();
        found = new AttentionSlopes(
                kinds,
                List.of(new AttentionSlopes.Layer(
                        heads, rows - 1, 1, padding, rows, weights.clone(), gradients.clone())));
    }
}
