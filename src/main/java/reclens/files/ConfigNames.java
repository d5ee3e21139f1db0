package reclens.files;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import reclens.domain.DataException;
import reclens.domain.Problem;

/**
 * Names that other programs give to entries of {@code config.json}: RecBole's, those of pmixer/SASRec.pytorch and of ICLRec and
 * its family. Each has one meaning in all of them.
 */
final class ConfigNames {
    private static final String VARIANT = "variant";
    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("n_layers", "num_hidden_layers"), // RecBole
            Map.entry("n_heads", "num_attention_heads"),
            Map.entry("inner_size", "intermediate_size"),
            Map.entry("MAX_ITEM_LIST_LENGTH", "max_position_embeddings"),
            Map.entry("num_heads", "num_attention_heads"), // pmixer; AutoInt of RecBole
            Map.entry("num_blocks", "num_hidden_layers"), // pmixer
            Map.entry("hidden_units", "hidden_size"),
            Map.entry("maxlen", "max_position_embeddings"),
            Map.entry("max_seq_length", "max_position_embeddings")); // ICLRec

    private ConfigNames() {}

    /** @throws DataException when an entry and its other name have different values */
    static Map<String, Object> canonical(String source, Map<String, Object> values) {
        Map<String, Object> canonical = new LinkedHashMap<>(values);
        ALIASES.forEach((alias, name) -> {
            Object value = canonical.remove(alias);
            if (value != null) {
                put(source, canonical, name, value, alias);
            }
        });
        variant(source, canonical);
        return canonical;
    }

    /**
     * pmixer's years: {@code 2024} or {@code "2024"} is {@code pmixer-2024}. Its switch {@code norm_first} came with the code of
     * 2025, so that it tells the variant.
     */
    private static void variant(String source, Map<String, Object> values) {
        String year = String.valueOf(values.get(VARIANT));
        if (year.matches("20(20|24|25)(-norm-first)?")) {
            values.put(VARIANT, "pmixer-" + year);
        }
        if (values.get("norm_first") instanceof Boolean first) {
            put(source, values, VARIANT, first ? "pmixer-2025-norm-first" : "pmixer-2025", "norm_first");
        }
    }

    private static void put(String source, Map<String, Object> values, String name, Object value, String alias) {
        Object earlier = values.putIfAbsent(name, value);
        if (earlier != null && !Objects.equals(earlier, value)) {
            throw new DataException(Problem.of("'" + alias + "' and '" + name + "' contradict each other")
                    .at(source)
                    .expected(name + " " + earlier)
                    .found(alias + " " + values.getOrDefault(alias, value))
                    .fix("keep one of them"));
        }
    }
}
