package reclens.session;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import reclens.domain.Catalog;
import reclens.domain.Item;
import reclens.domain.ItemVocabulary;
import reclens.files.VocabularyReader;

/** Numeric columns of the catalogue by the model's item index, for models that read numbers in place of an embedding. */
final class ItemNumbers {
    private ItemNumbers() {}

    /**
     * The columns among {@code names} that the catalogue has; an item without a number has 0.
     *
     * @param vocabulary where item ids are no indices
     */
    static Map<String, float[]> of(List<?> names, Catalog catalog, Optional<Path> vocabulary) {
        ItemVocabulary ids = vocabulary.map(VocabularyReader::read).orElseGet(() -> Vocabularies.byNumber(catalog));
        Map<String, float[]> columns = new LinkedHashMap<>();
        for (Object name : names) {
            if (name instanceof String column && catalog.numeric().contains(column)) {
                columns.put(column, column(column, catalog, ids));
            }
        }
        return columns;
    }

    private static float[] column(String name, Catalog catalog, ItemVocabulary ids) {
        float[] values = new float[ids.size()];
        for (Item item : catalog.items()) {
            Double value = item.numeric().get(name);
            OptionalInt index = ids.index(item.id());
            if (value != null && index.isPresent()) {
                values[index.getAsInt()] = value.floatValue();
            }
        }
        return values;
    }
}
