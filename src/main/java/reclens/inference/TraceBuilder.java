package reclens.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import reclens.domain.AttentionMap;
import reclens.domain.AttentionTrace;
import reclens.domain.AxisKind;

/**
 * Turns kept attention weights into maps of events by events, the rest of each row summed as its padding mass.
 *
 * @param rows rows that were computed; columns are the same, after {@code lead} columns of lumped padding
 * @param firstEvent row of the first event
 * @param events n
 */
record TraceBuilder(ModelCard card, int rows, int lead, int firstEvent, int events) {

    /**
     * @param kept [layers][H, rows, columns]
     * @param paddingSlots padding slots that receive attention
     */
    AttentionTrace build(float[][] kept, int paddingSlots) {
        int[] axis = IntStream.range(0, events).toArray();
        List<AttentionMap> maps = new ArrayList<>();
        for (int layer = 0; layer < card.layers(); layer++) {
            for (int head = 0; head < card.heads(); head++) {
                maps.add(map(layer, head, events == 0 ? new float[0] : kept[layer], axis));
            }
        }
        return new AttentionTrace(maps, paddingSlots);
    }

    private AttentionMap map(int layer, int head, float[] kept, int[] axis) {
        int columns = lead + rows;
        float[] weights = new float[events * events];
        float[] padding = new float[events];
        for (int q = 0; q < events; q++) {
            int row = (head * rows + firstEvent + q) * columns;
            System.arraycopy(kept, row + lead + firstEvent, weights, q * events, events);
            padding[q] = sum(kept, row, lead + firstEvent)
                    + sum(kept, row + lead + firstEvent + events, columns - lead - firstEvent - events);
        }
        return new AttentionMap(
                "items",
                layer,
                head,
                AxisKind.EVENT,
                AxisKind.EVENT,
                axis,
                axis,
                weights,
                padding,
                card.causal(),
                "softmax");
    }

    private static float sum(float[] values, int at, int count) {
        double sum = 0;
        for (int i = at; i < at + count; i++) {
            sum += values[i];
        }
        return (float) sum;
    }
}
