package reclens.explanation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reclens.domain.Catalog;
import reclens.domain.HistoryWindow;
import reclens.inference.FeatureValue;
import reclens.inference.ItemField;
import reclens.inference.RecommenderModel;

/**
 * Product features by ablation: the score that is lost when a feature value is removed from all events and the model
 * is run again. Effects overlap, so they add up to nothing.
 */
final class FeatureAblation {
    private FeatureAblation() {}

    /** Why values cannot be removed; empty when they can. */
    static Optional<String> refusal(RecommenderModel model) {
        if (!model.card().traits().readsHistory()) {
            return Optional.of("the model reads no history, so there are no events to remove a feature value from");
        }
        return model.itemFields().isEmpty()
                ? Optional.of("the model reads no features of its events, so there is no value to remove")
                : Optional.empty();
    }

    /** @return values of the events by field, the largest change first; empty where the model reads none */
    static List<FeatureContribution> of(AttributionContext context, HistoryWindow window, Catalog catalog) {
        List<FeatureValue> values = new ArrayList<>();
        List<Integer> events = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (ItemField field : context.model().itemFields()) {
            counts(field, context.input().items()).forEach((value, count) -> {
                values.add(new FeatureValue(field.name(), value));
                events.add(count);
                names.add(name(field, value, context.input().items(), window, catalog));
            });
        }
        if (values.isEmpty()) {
            return List.of();
        }
        double[] scores = context.scoresWithout(values);
        List<FeatureContribution> found = new ArrayList<>();
        for (int v = 0; v < scores.length; v++) {
            found.add(new FeatureContribution(
                    values.get(v).field(),
                    names.get(v),
                    FeatureContribution.ABLATION,
                    null,
                    context.score() - scores[v],
                    events.get(v)));
        }
        List<String> fields =
                context.model().itemFields().stream().map(ItemField::name).toList();
        found.sort(Comparator.<FeatureContribution>comparingInt(f -> fields.indexOf(f.feature()))
                .thenComparing(f -> -Math.abs(f.weight())));
        return List.copyOf(found);
    }

    /** How many events have each value, in the order of the window. */
    private static Map<Integer, Integer> counts(ItemField field, int[] items) {
        Map<Integer, Integer> counts = new LinkedHashMap<>();
        for (int item : items) {
            for (int value : field.valuesOf(item)) {
                counts.merge(value, 1, Integer::sum);
            }
        }
        return counts;
    }

    /**
     * What a value means: what the model's vocabulary says, else what the catalogue lists for the events that have it, where that
     * is as many values as the model reads and the same for all of them; else its number.
     */
    private static String name(ItemField field, int value, int[] items, HistoryWindow window, Catalog catalog) {
        if (value < field.vocabulary().size()) {
            return field.vocabulary().get(value);
        }
        String found = null;
        for (int i = 0; i < items.length; i++) {
            int[] has = field.valuesOf(items[i]);
            List<String> listed =
                    catalog.item(window.event(i).item()).features().getOrDefault(field.name(), List.of());
            for (int v = 0; v < has.length; v++) {
                if (has[v] == value) {
                    boolean clear = listed.size() == has.length && (found == null || found.equals(listed.get(v)));
                    if (!clear) {
                        return "#" + value;
                    }
                    found = listed.get(v);
                }
            }
        }
        return found == null ? "#" + value : found;
    }
}
