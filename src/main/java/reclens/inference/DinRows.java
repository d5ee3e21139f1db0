package reclens.inference;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * Weights of one event for all candidates. They depend on nothing else, so that users who met the same item share them; kept as
 * long as they fit. Thread-safe.
 */
final class DinRows {
    private static final long MOST_BYTES = 64L << 20;
    /** Candidates that are computed together: few enough for the cache. */
    private static final int CHUNK = 1024;

    private final DinAttention attention;
    private final int[] candidates;
    private final long capacity;
    private final Map<Integer, float[]> rows = new ConcurrentHashMap<>();

    DinRows(DinAttention attention, int items) {
        this.attention = attention;
        this.candidates = IntStream.range(0, items).toArray();
        this.capacity = MOST_BYTES / ((long) Float.BYTES * Math.max(1, items));
    }

    /** Whether the rows of several windows fit; with too many items it is better to go by candidates. */
    boolean worthwhile(int windowLength) {
        return capacity >= 4L * windowLength;
    }

    /** Weights [I] of an event. */
    float[] row(Kernels k, int event) {
        float[] known = rows.get(event);
        if (known != null) {
            return known;
        }
        float[] row = new float[candidates.length];
        DinAttention.Keys keys = attention.keys(new int[] {event});
        for (int from = 0; from < row.length; from += CHUNK) {
            int count = Math.min(CHUNK, row.length - from);
            System.arraycopy(attention.weights(k, candidates, from, count, keys), 0, row, from, count);
        }
        if (rows.size() < capacity) {
            rows.put(event, row);
        }
        return row;
    }
}
