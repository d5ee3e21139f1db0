package reclens.explanation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reclens.domain.HistoryWindow;
import reclens.domain.Interaction;

/** Attributions of events that have something other than a product feature in common, summed; groups add up to the total. */
public final class EventGroups {
    /** A longer pause starts a new session. */
    static final Duration PAUSE = Duration.ofMinutes(30);

    private static final int[] RECENCY = {1, 5, 10, 20, 50};

    private EventGroups() {}

    /** What events are grouped by. */
    public enum By {
        /** What was done: view, purchase. */
        EVENT,
        /** Events without a pause of more than half an hour, named by the time of the first. */
        SESSION,
        /** How many events ago: 1 is the latest. */
        RECENCY;

        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * @param by what the group has in common
     * @param value the event type (empty where the data has none), the session's first time, or a range such as {@code 2-5}
     * @param weight sum of the values of its events
     * @param events number of events
     */
    public record Group(By by, String value, double weight, int events) {}

    /**
     * @param values attributions of the events of the window [n]; events without a value count with 0
     * @return groups in the order of the window; empty where the data lacks what it groups by
     */
    public static List<Group> of(HistoryWindow window, double[] values, By by) {
        Map<String, Group> groups = new LinkedHashMap<>();
        Instant before = null;
        String session = "";
        for (int i = 0; i < window.length(); i++) {
            Interaction event = window.event(i);
            if (by == By.SESSION) {
                if (event.time() == null) {
                    return List.of();
                }
                if (before == null || Duration.between(before, event.time()).compareTo(PAUSE) > 0) {
                    session = event.time().toString();
                }
                before = event.time();
            }
            String value =
                    switch (by) {
                        case EVENT -> event.event();
                        case SESSION -> session;
                        case RECENCY -> recency(window.length() - i);
                    };
            double weight = Double.isNaN(values[i]) ? 0 : values[i];
            groups.merge(
                    value,
                    new Group(by, value, weight, 1),
                    (a, b) -> new Group(by, value, a.weight + b.weight, a.events + b.events));
        }
        return List.copyOf(groups.values());
    }

    /** All kinds of groups by the first signed method of an explanation; empty when it has none. */
    public static Optional<Grouped> of(Explanation explanation) {
        return explanation.attributions().values().stream()
                .filter(Attribution::signed)
                .findFirst()
                .map(a -> {
                    List<Group> groups = new ArrayList<>();
                    for (By by : By.values()) {
                        groups.addAll(of(explanation.window(), a.values(), by));
                    }
                    return new Grouped(a.method(), groups);
                });
    }

    /**
     * @param method whose values were summed
     * @param groups of every kind, one kind after another; each kind adds up to the total of the events
     */
    public record Grouped(Method method, List<Group> groups) {
        public Grouped {
            groups = List.copyOf(groups);
        }
    }

    private static String recency(int ago) {
        int from = 1;
        for (int to : RECENCY) {
            if (ago <= to) {
                return from == to ? Integer.toString(to) : from + "-" + to;
            }
            from = to + 1;
        }
        return from + "-";
    }
}
