package reclens.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import reclens.domain.EditedHistory;
import reclens.domain.Interaction;
import reclens.domain.Recommendation;
import reclens.explanation.Attribution;
import reclens.explanation.Explanation;
import reclens.explanation.FeatureContribution;
import reclens.explanation.Method;

/**
 * Two explanations by one method, event beside event. A value that one side does not have counts as 0 in the difference: a sum
 * over no events.
 *
 * @param method whose values are compared
 * @param a target of the first side
 * @param b target of the second side
 * @param rows in the order of the first side's events, with those of the second side alone where they stand in it
 * @param features product features of both sides, in the order of the catalogue's fields
 */
public record Comparison(Method method, Recommendation a, Recommendation b, List<Row> rows, List<FeatureRow> features) {
    public Comparison {
        rows = List.copyOf(rows);
        features = List.copyOf(features);
    }

    /**
     * @param event of the first side; of the second where the first has none
     * @param count how many events it stands for: more than one where events of one item are added up
     * @param a value of the first side; NaN where it has no such event
     * @param b value of the second side; NaN where it has no such event
     */
    public record Row(Interaction event, int count, double a, double b) {
        public double difference() {
            return orZero(a) - orZero(b);
        }
    }

    /**
     * @param feature field name
     * @param value the value; empty for events whose item has none
     * @param a sum over the first side's events with it; NaN where it has none
     * @param b sum over the second side's events with it; NaN where it has none
     */
    public record FeatureRow(String feature, String value, double a, double b) {
        public double difference() {
            return orZero(a) - orZero(b);
        }
    }

    private static double orZero(double value) {
        return Double.isNaN(value) ? 0 : value;
    }

    /** Two items, two models or two windows of one history: events at the same position belong together. */
    public static Comparison byPosition(Explanation a, Explanation b, Method method) {
        return of(a, b, method, Interaction::position, Interaction::position);
    }

    /** Two users: events of one item are added up on each side. */
    public static Comparison byItem(Explanation a, Explanation b, Method method) {
        return of(a, b, method, Interaction::item, Interaction::item);
    }

    /** A history before and after an edit: an event and what became of it belong together. */
    public static Comparison byOrigin(EditedHistory history, Explanation a, Explanation b, Method method) {
        Map<Integer, Object> origins = new HashMap<>();
        for (EditedHistory.Entry entry : history.entries()) {
            if (entry.after() != EditedHistory.NONE) {
                origins.put(
                        entry.after(),
                        entry.before() == EditedHistory.NONE ? "new " + entry.after() : (Object) entry.before());
            }
        }
        return of(a, b, method, Interaction::position, event -> origins.get(event.position()));
    }

    private static Comparison of(
            Explanation a,
            Explanation b,
            Method method,
            Function<Interaction, Object> keyOfA,
            Function<Interaction, Object> keyOfB) {
        Map<Object, Row> rows = new LinkedHashMap<>();
        add(rows, a, method, keyOfA, true);
        add(rows, b, method, keyOfB, false);
        return new Comparison(method, a.target(), b.target(), List.copyOf(rows.values()), features(a, b));
    }

    private static void add(
            Map<Object, Row> rows, Explanation side, Method method, Function<Interaction, Object> key, boolean first) {
        Attribution values = side.attributions().get(method);
        for (int i = 0; values != null && i < values.values().length; i++) {
            Interaction event = side.window().event(i);
            double value = values.values()[i];
            rows.merge(
                    key.apply(event),
                    new Row(event, 1, first ? value : Double.NaN, first ? Double.NaN : value),
                    (known, more) -> merged(known, value, first));
        }
    }

    private static Row merged(Row known, double value, boolean first) {
        double old = first ? known.a() : known.b();
        double sum = Double.isNaN(old) ? value : old + value;
        int count = Double.isNaN(old) ? known.count() : known.count() + 1;
        return first ? new Row(known.event(), count, sum, known.b()) : new Row(known.event(), count, known.a(), sum);
    }

    private static List<FeatureRow> features(Explanation a, Explanation b) {
        Map<List<String>, FeatureRow> rows = new LinkedHashMap<>();
        for (FeatureContribution f : a.features()) {
            rows.put(List.of(f.feature(), f.value()), new FeatureRow(f.feature(), f.value(), f.weight(), Double.NaN));
        }
        for (FeatureContribution f : b.features()) {
            rows.merge(
                    List.of(f.feature(), f.value()),
                    new FeatureRow(f.feature(), f.value(), Double.NaN, f.weight()),
                    (known, more) -> new FeatureRow(f.feature(), f.value(), known.a(), f.weight()));
        }
        return new ArrayList<>(rows.values());
    }

    /** Sum over all events of the first side. */
    public double totalOfA() {
        return rows.stream().mapToDouble(r -> orZero(r.a())).sum();
    }

    /** Sum over all events of the second side. */
    public double totalOfB() {
        return rows.stream().mapToDouble(r -> orZero(r.b())).sum();
    }

    /** Whether events of one item are added up somewhere. */
    public boolean sumsItems() {
        return rows.stream().anyMatch(r -> r.count() > 1);
    }
}
