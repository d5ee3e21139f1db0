package reclens.domain;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The products by id, and the names of their feature fields in the order of the workspace file. */
public final class Catalog {
    public static final Catalog EMPTY = new Catalog(List.of(), List.of(), List.of());

    private final Map<String, Item> items;
    private final List<String> features;
    private final List<String> numeric;
    private final Set<String> sequences;

    /** A catalogue whose file does not tell which features have several values. */
    public Catalog(Collection<Item> items, List<String> features, List<String> numeric) {
        this(items, features, numeric, Set.of());
    }

    /** @param sequences features that the file itself states to have several values, as RecBole's {@code token_seq} does */
    public Catalog(Collection<Item> items, List<String> features, List<String> numeric, Set<String> sequences) {
        Map<String, Item> byId = new LinkedHashMap<>(items.size() * 2);
        for (Item item : items) {
            byId.put(item.id(), item);
        }
        this.items = Collections.unmodifiableMap(byId);
        this.features = List.copyOf(features);
        this.numeric = List.copyOf(numeric);
        this.sequences = Set.copyOf(sequences);
    }

    /** The item with this id; {@link Item#unlisted} where the catalogue does not list it. */
    public Item item(String id) {
        Item item = items.get(id);
        return item == null ? Item.unlisted(id) : item;
    }

    /** All values of the features of the item with this id, in the order of {@link #features()}. */
    public List<String> featureValues(String id) {
        Map<String, List<String>> values = item(id).features();
        return features.stream()
                .flatMap(field -> values.getOrDefault(field, List.of()).stream())
                .toList();
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

    /** Features that have several values, whether or not an item has more than one. */
    public Set<String> sequences() {
        return sequences;
    }

    public int size() {
        return items.size();
    }
}
