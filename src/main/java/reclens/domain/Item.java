package reclens.domain;

import java.util.List;
import java.util.Map;

/**
 * A product as the catalogue describes it.
 *
 * @param id the id that the data uses
 * @param title the name to show; the id where the catalogue has no title
 * @param features categorical features by field name, each with one or more values
 * @param numeric numeric features by field name
 */
public record Item(String id, String title, Map<String, List<String>> features, Map<String, Double> numeric) {
    /** An item of which nothing but the id is known. */
    public static Item unlisted(String id) {
        return new Item(id, id, Map.of(), Map.of());
    }
}
