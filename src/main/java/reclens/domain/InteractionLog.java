package reclens.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The events of all users in columns, about 14 bytes an event: a million fit into a small heap. Events of a user stand
 * together, sorted by time, ties in the order of the file.
 */
public final class InteractionLog {
    /** Marks an event without a time. */
    public static final long NO_TIME = Long.MIN_VALUE;

    private final List<String> users;
    private final Map<String, Integer> userIndex;
    private final List<String> items;
    private final List<String> eventTypes;
    private final int[] offsets;
    private final int[] item;
    private final long[] millis;
    private final byte[] event;
    private final TimeOrder order;

    /**
     * @param users user ids [U]
     * @param items distinct item ids [I]
     * @param eventTypes distinct event types, at most 127; {@code [""]} when the data has none
     * @param offsets first event of each user [U + 1]; the last entry is the number of events E
     * @param item index into {@code items} [E]
     * @param millis epoch milliseconds or {@link #NO_TIME} [E]; null when no event has a time
     * @param event index into {@code eventTypes} [E]; null when all are 0
     */
    public InteractionLog(
            List<String> users,
            List<String> items,
            List<String> eventTypes,
            int[] offsets,
            int[] item,
            long[] millis,
            byte[] event) {
        this(users, items, eventTypes, offsets, item, millis, event, TimeOrder.EXACT);
    }

    /** @param order how finely times were told apart when the events were sorted */
    public InteractionLog(
            List<String> users,
            List<String> items,
            List<String> eventTypes,
            int[] offsets,
            int[] item,
            long[] millis,
            byte[] event,
            TimeOrder order) {
        if (offsets.length != users.size() + 1 || offsets[users.size()] != item.length) {
            throw new IllegalArgumentException(
                    "offsets do not fit " + users.size() + " users, " + item.length + " events");
        }
        this.users = List.copyOf(users);
        this.items = List.copyOf(items);
        this.eventTypes = List.copyOf(eventTypes);
        this.offsets = offsets;
        this.item = item;
        this.millis = millis;
        this.event = event;
        this.order = order;
        this.userIndex = new HashMap<>(users.size() * 2);
        for (int u = 0; u < users.size(); u++) {
            userIndex.put(users.get(u), u);
        }
    }

    /** How finely times were told apart when the events were sorted. */
    public TimeOrder order() {
        return order;
    }

    public int userCount() {
        return users.size();
    }

    public int eventCount() {
        return item.length;
    }

    public List<String> users() {
        return users;
    }

    /** Distinct item ids. */
    public List<String> items() {
        return items;
    }

    public List<String> eventTypes() {
        return eventTypes;
    }

    public boolean hasTimes() {
        return millis != null;
    }

    public OptionalInt indexOfUser(String user) {
        Integer index = userIndex.get(user);
        return index == null ? OptionalInt.empty() : OptionalInt.of(index);
    }

    public int eventCount(int user) {
        return offsets[user + 1] - offsets[user];
    }

    /** Indices into {@link #items()} of the user's events, oldest first, as a new array. */
    public int[] itemsOf(int user) {
        return Arrays.copyOfRange(item, offsets[user], offsets[user + 1]);
    }

    public UserHistory history(int user) {
        List<Interaction> events = new ArrayList<>(eventCount(user));
        for (int e = offsets[user]; e < offsets[user + 1]; e++) {
            long time = millis == null ? NO_TIME : millis[e];
            events.add(new Interaction(
                    e - offsets[user],
                    items.get(item[e]),
                    eventTypes.get(event == null ? 0 : event[e]),
                    time == NO_TIME ? null : Instant.ofEpochMilli(time)));
        }
        return new UserHistory(users.get(user), events);
    }
}
