package reclens.files;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToLongFunction;
import reclens.domain.InteractionLog;
import reclens.domain.TimeOrder;

/** Collects events in columns in the order of the file, then groups them by user and sorts them by time, stably. */
final class LogBuilder {
    private final TimeOrder timeOrder;
    private int[] user = new int[1 << 12];
    private int[] item = new int[1 << 12];
    /** Allocated with the first time that is given. */
    private long[] millis;

    private byte[] event;
    private int size;

    LogBuilder(TimeOrder timeOrder) {
        this.timeOrder = timeOrder;
    }

    int size() {
        return size;
    }

    void add(int userIndex, int itemIndex, int eventIndex, long time) {
        if (size == user.length) {
            int capacity = size + (size >> 1);
            user = Arrays.copyOf(user, capacity);
            item = Arrays.copyOf(item, capacity);
            millis = millis == null ? null : Arrays.copyOf(millis, capacity);
            event = event == null ? null : Arrays.copyOf(event, capacity);
        }
        if (time != InteractionLog.NO_TIME && millis == null) {
            millis = new long[user.length];
            Arrays.fill(millis, 0, size, InteractionLog.NO_TIME);
        }
        if (eventIndex != 0 && event == null) {
            event = new byte[user.length];
        }
        user[size] = userIndex;
        item[size] = itemIndex;
        if (millis != null) {
            millis[size] = time;
        }
        if (event != null) {
            event[size] = (byte) eventIndex;
        }
        size++;
    }

    /**
     * The log; users and items without events are left out. The builder cannot be used afterwards.
     *
     * @param sessionCount how many of the last {@code userIds} are sessions; events gave them as -2 - session
     */
    InteractionLog build(int sessionCount, List<String> userIds, List<String> itemIds, List<String> eventTypes) {
        int firstSession = userIds.size() - sessionCount;
        for (int e = 0; e < size; e++) {
            user[e] = user[e] < 0 ? firstSession - 2 - user[e] : user[e];
        }
        List<String> users = compact(user, userIds);
        List<String> items = compact(item, itemIds);
        int[] offsets = new int[users.size() + 1];
        for (int e = 0; e < size; e++) {
            offsets[user[e] + 1]++;
        }
        for (int u = 0; u < users.size(); u++) {
            offsets[u + 1] += offsets[u];
        }
        int[] order = order(offsets);
        user = null;
        int[] sortedItem = new int[size];
        for (int e = 0; e < size; e++) {
            sortedItem[e] = item[order[e]];
        }
        item = null;
        long[] sortedMillis = null;
        if (millis != null) {
            sortedMillis = new long[size];
            for (int e = 0; e < size; e++) {
                sortedMillis[e] = millis[order[e]];
            }
            millis = null;
        }
        byte[] sortedEvent = null;
        if (event != null) {
            sortedEvent = new byte[size];
            for (int e = 0; e < size; e++) {
                sortedEvent[e] = event[order[e]];
            }
        }
        return new InteractionLog(users, items, eventTypes, offsets, sortedItem, sortedMillis, sortedEvent, timeOrder);
    }

    /** Renumbers a column so that only texts in use are left, in the order of their first appearance. */
    private List<String> compact(int[] column, List<String> texts) {
        int[] renumbered = new int[texts.size()];
        Arrays.fill(renumbered, -1);
        List<String> used = new ArrayList<>();
        for (int e = 0; e < size; e++) {
            int old = column[e];
            if (renumbered[old] < 0) {
                renumbered[old] = used.size();
                used.add(texts.get(old));
            }
            column[e] = renumbered[old];
        }
        return used;
    }

    /** Events grouped by user, oldest first: indices into the columns. */
    private int[] order(int[] offsets) {
        int[] order = new int[size];
        int[] next = Arrays.copyOf(offsets, offsets.length);
        for (int e = 0; e < size; e++) {
            order[next[user[e]]++] = e;
        }
        if (millis != null) {
            IntToLongFunction time = time();
            for (int u = 0; u + 1 < offsets.length; u++) {
                sortByTime(order, offsets[u], offsets[u + 1], time);
            }
        }
        return order;
    }

    /** What events are sorted by. */
    private IntToLongFunction time() {
        if (timeOrder == TimeOrder.EXACT) {
            return e -> millis[e];
        }
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (int e = 0; e < size; e++) {
            if (millis[e] != InteractionLog.NO_TIME) {
                first = Math.min(first, millis[e]);
                last = Math.max(last, millis[e]);
            }
        }
        long start = first;
        double span = last - first;
        // The bits of floats that are not negative are in the order of the floats.
        return e -> millis[e] == InteractionLog.NO_TIME || span == 0
                ? millis[e]
                : Float.floatToIntBits((float) ((millis[e] - start) / span));
    }

    private void sortByTime(int[] order, int from, int to, IntToLongFunction time) {
        boolean sorted = true;
        for (int i = from + 1; i < to && sorted; i++) {
            sorted = time.applyAsLong(order[i - 1]) <= time.applyAsLong(order[i]);
        }
        if (sorted) {
            return;
        }
        Integer[] boxed = new Integer[to - from];
        for (int i = from; i < to; i++) {
            boxed[i - from] = order[i];
        }
        Arrays.sort(boxed, Comparator.comparingLong(time::applyAsLong));
        for (int i = from; i < to; i++) {
            order[i] = boxed[i - from];
        }
    }
}
