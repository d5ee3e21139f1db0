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
 * @param axis coordinates of the rows that are shown, in a row: events 0 to n - 1, then the mask slot if there is one
 */
record TraceBuilder(ModelCard card, String stream, int rows, int lead, int firstEvent, int[] axis) {

    /** For events alone. */
    TraceBuilder(ModelCard card, int rows, int lead, int firstEvent, int events) {
        this(card, "items", rows, lead, firstEvent, IntStream.range(0, events).toArray());
    }

    /**
     * @param kept [layers][H, rows, columns]
     * @param paddingSlots padding slots that receive attention
     */
    AttentionTrace build(float[][] kept, int paddingSlots) {
        return new AttentionTrace(maps(kept), paddingSlots);
    }

    /** @param kept [layers][H, rows, columns] */
    List<AttentionMap> maps(float[][] kept) {
        List<AttentionMap> maps = new ArrayList<>();
        for (int layer = 0; layer < kept.length; layer++) {
            for (int head = 0; head < card.heads(); head++) {
                maps.add(map(layer, head, kept[layer]));
            }
        }
        return maps;
    }

    private AttentionMap map(int layer, int head, float[] kept) {
        int shown = axis.length;
        int columns = lead + rows;
        float[] weights = new float[shown * shown];
        float[] padding = new float[shown];
        for (int q = 0; q < shown; q++) {
            int row = (head * rows + firstEvent + q) * columns;
            System.arraycopy(kept, row + lead + firstEvent, weights, q * shown, shown);
            padding[q] = sum(kept, row, lead + firstEvent)
                    + sum(kept, row + lead + firstEvent + shown, columns - lead - firstEvent - shown);
        }
        return new AttentionMap(
                stream,
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
