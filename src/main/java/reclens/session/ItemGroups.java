package reclens.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import reclens.domain.Catalog;
import reclens.domain.Item;

/** Which values of one feature each item has. An item with several values belongs to each in equal parts. */
final class ItemGroups {
    /** Of items without a value. */
    static final int NO_VALUE = 0;

    private static final int[] NONE = {NO_VALUE};

    private final Catalog catalog;
    private final String feature;
    private final Map<String, Integer> indices = new HashMap<>();
    private final List<String> values = new ArrayList<>(List.of(""));
    private final int[][] ofItem;

    /** @param feature of the catalogue; {@link Evolution#TITLE} for titles */
    ItemGroups(Workspace workspace, String feature) {
        this.catalog = workspace.catalog();
        this.feature = feature;
        this.ofItem = new int
                [Math.min(
                        workspace.vocabulary().size(), workspace.model().card().itemCount())][];
        for (int i = 0; i < ofItem.length; i++) {
            ofItem[i] = of(workspace.vocabulary().id(i));
        }
    }

    /** Feature values by group; the first stands for none. */
    List<String> values() {
        return values;
    }

    /** Adds {@code share} to the groups of an item. */
    void add(int item, double share, double[] shares) {
        for (int group : ofItem[item]) {
            shares[group] += share / ofItem[item].length;
        }
    }

    /** The first group of an item. */
    int first(int item) {
        return ofItem[item][0];
    }

    /** The first group of an item that the model need not know; {@link #NO_VALUE} for values that no known item has. */
    int first(String item) {
        Item known = catalog.item(item);
        List<String> own = values(known);
        return own.isEmpty() ? NO_VALUE : indices.getOrDefault(own.get(0), NO_VALUE);
    }

    private int[] of(String id) {
        int[] groups = values(catalog.item(id)).stream()
                .mapToInt(value -> indices.computeIfAbsent(value, v -> {
                    values.add(v);
                    return values.size() - 1;
                }))
                .toArray();
        return groups.length == 0 ? NONE : groups;
    }

    private List<String> values(Item item) {
        return feature.equals(Evolution.TITLE)
                ? List.of(item.title())
                : item.features().getOrDefault(feature, List.of()).stream()
                        .filter(value -> !value.isBlank())
                        .distinct()
                        .toList();
    }
}
