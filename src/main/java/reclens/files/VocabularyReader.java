package reclens.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import reclens.domain.DataException;
import reclens.domain.ItemVocabulary;
import reclens.domain.ModelConfig;
import reclens.domain.Problem;

/**
 * Reads a vocabulary: a JSON array, index = the model's index, value = the id as the data has it. A whole {@code
 * field2id_token} of RecBole, a map of such arrays, is read too; its {@code item_id} counts, or {@code user_id} for users.
 */
public final class VocabularyReader {
    private static final String FIELDS = "feature_vocabularies";

    private VocabularyReader() {}

    /** @throws DataException when it is no JSON array of ids, or an id stands twice */
    public static ItemVocabulary read(Path file) {
        return read(file, "item_id", "item id");
    }

    /** The same for ids of users. */
    public static ItemVocabulary readUsers(Path file) {
        return read(file, "user_id", "user id");
    }

    /** What the values of a feature field mean, list index = the model's index. */
    public static List<String> readValues(Path file, String field) {
        return values(JsonFiles.read(file), file.toString(), field);
    }

    /** Every field of a {@code field2id_token}, in its order; empty for a file that is one array. */
    public static Map<String, List<String>> readFields(Path file) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        if (JsonFiles.read(file) instanceof Map<?, ?> map) {
            map.forEach((name, content) -> {
                if (content instanceof List<?>) {
                    fields.put(name.toString(), values(content, file.toString(), name.toString()));
                }
            });
        }
        return fields;
    }

    /**
     * What {@code config.json} states as {@code feature_vocabularies}: for each field its values, or the name of a file beside
     * it that holds them.
     */
    public static Map<String, List<String>> ofConfig(ModelConfig config) {
        Object stated = config.values().getOrDefault(FIELDS, Map.of());
        if (!(stated instanceof Map<?, ?> map)) {
            throw new DataException(Problem.of("the entry '" + FIELDS + "' is wrong")
                    .at(config.source())
                    .expected("an object of lists of values, or of names of files, by field")
                    .found(JsonFiles.kind(stated)));
        }
        Map<String, List<String>> fields = new LinkedHashMap<>();
        map.forEach((key, content) -> {
            String field = key.toString();
            fields.put(
                    field,
                    content instanceof String file
                            ? readValues(Path.of(config.source()).resolveSibling(file), field)
                            : values(content, config.source(), field));
        });
        return fields;
    }

    private static List<String> values(Object content, String where, String field) {
        ItemVocabulary values = read(content, where, field, "value of '" + field + "'");
        return IntStream.range(0, values.size()).mapToObj(values::id).toList();
    }

    private static ItemVocabulary read(Path file, String field, String noun) {
        return read(JsonFiles.read(file), file.toString(), field, noun);
    }

    private static ItemVocabulary read(Object read, String where, String field, String noun) {
        Object content = read;
        if (content instanceof Map<?, ?> fields && fields.get(field) instanceof List<?> named) {
            content = named;
        }
        if (!(content instanceof List<?> list)) {
            throw new DataException(Problem.of("not a vocabulary")
                    .at(where)
                    .expected("a JSON array of ids, index = the model's index, or a map with such an array as '" + field
                            + "'"));
        }
        List<String> ids = new ArrayList<>(list.size());
        Map<String, Integer> first = new HashMap<>(list.size() * 2);
        for (Object value : list) {
            boolean isId = value instanceof String || value instanceof Long;
            if (!isId) {
                throw new DataException(Problem.of("entry " + ids.size() + " is no " + noun)
                        .at(where)
                        .expected("a string or a whole number")
                        .found(JsonFiles.kind(value)));
            }
            String id = value.toString();
            Integer earlier = first.putIfAbsent(id, ids.size());
            if (earlier != null) {
                throw new DataException(Problem.of("the id '" + id + "' stands twice")
                        .at(where)
                        .expected("every id once")
                        .found("entries " + earlier + " and " + ids.size()));
            }
            ids.add(id);
        }
        return ItemVocabulary.of(ids);
    }
}
