package reclens.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Maps item ids of the data to item indices of the model and back; index 0 is padding in every supported model. */
public final class ItemVocabulary {
    /** Names nothing. */
    public static final ItemVocabulary EMPTY = new ItemVocabulary(List.of());

    private final List<String> ids;
    private final Map<String, Integer> indices;

    private ItemVocabulary(List<String> ids) {
        this.ids = ids;
        this.indices = new HashMap<>(ids.size() * 2);
        for (int i = 0; i < ids.size(); i++) {
            indices.putIfAbsent(ids.get(i), i);
        }
    }

    /** A vocabulary as written: list index = model index. */
    public static ItemVocabulary of(List<String> ids) {
        return new ItemVocabulary(List.copyOf(ids));
    }

    /** No vocabulary: item ids are the model's indices, written as decimal numbers, 0 to {@code size - 1}. */
    public static ItemVocabulary identity(int size) {
        return new ItemVocabulary(java.util.stream.IntStream.range(0, size)
                .mapToObj(Integer::toString)
                .toList());
    }

    public int size() {
        return ids.size();
    }

    public String id(int index) {
        return ids.get(index);
    }

    /** The model's index of an item id; empty when the model does not know it. Index 0, padding, is never an item. */
    public OptionalInt index(String id) {
        Integer index = indices.get(id);
        return index == null || index == 0 ? OptionalInt.empty() : OptionalInt.of(index);
    }
}
