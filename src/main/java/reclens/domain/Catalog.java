package reclens.domain;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The products by id, and the names of their feature fields in the order of the workspace file. */
public final class Catalog {
    public static final Catalog EMPTY = new Catalog(List.of(), List.of(), List.of());

    private final Map<String, Item> items;
    private final List<String> features;
    private final List<String> numeric;

    public Catalog(Collection<Item> items, List<String> features, List<String> numeric) {
        Map<String, Item> byId = new LinkedHashMap<>(items.size() * 2);
        for (Item item : items) {
            byId.put(item.id(), item);
        }
        this.items = Collections.unmodifiableMap(byId);
        this.features = List.copyOf(features);
        this.numeric = List.copyOf(numeric);
    }

    /** The item with this id; {@link Item#unlisted} where the catalogue does not list it. */
    public Item item(String id) {
        Item item = items.get(id);
        return item == null ? Item.unlisted(id) : item;
    }

    public boolean lists(String id) {
        return items.containsKey(id);
    }

    public Collection<Item> items() {
        return items.values();
    }

    public List<String> features() {
        return features;
    }

    public List<String> numeric() {
        return numeric;
    }

    public int size() {
        return items.size();
    }
}
