package reclens.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import reclens.domain.Catalog;
import reclens.domain.DataException;
import reclens.domain.FeatureTables;
import reclens.domain.ModelConfig;
import reclens.domain.Problem;
import reclens.domain.UserTable;

/**
 * Makes the feature tables that no file holds: a column of the catalogue, or of the table of users, becomes a table where a
 * vocabulary states the index of each value. Index 0 is no value, as in RecBole; so is a value that the vocabulary lacks, which
 * is told.
 */
final class CatalogTables {
    private static final int SHOWN = 3;

    private final ModelConfig config;
    private final Map<String, List<String>> vocabularies;
    private final List<String> notices = new ArrayList<>();

    /** @param vocabularies values by field, list index = the model's index; their order is that of the fields */
    CatalogTables(ModelConfig config, Map<String, List<String>> vocabularies) {
        this.config = config;
        this.vocabularies = vocabularies;
    }

    /** A sentence for each field with values that are unknown, and for items and users without a row of their own. */
    List<String> notices() {
        return List.copyOf(notices);
    }

    /**
     * Where rows come from.
     *
     * @param file name of the table of items or users, for messages
     * @param noun {@code item} or {@code user}
     * @param idField the name that the model gives to the field of the ids
     * @param ids by the model's index; empty for an index without one, and no ids at all where they are not known
     * @param columns fields that the table has
     * @param sequences those of them that the table states to have several values
     * @param row values of a row by field; null where the table does not list the id
     */
    record Source(
            String file,
            String noun,
            String idField,
            List<String> ids,
            List<String> columns,
            Set<String> sequences,
            Function<String, Map<String, List<String>>> row) {

        static Source of(String file, String idField, List<String> ids, Catalog catalog) {
            return new Source(
                    file,
                    "item",
                    idField,
                    ids,
                    catalog.features(),
                    catalog.sequences(),
                    id -> catalog.lists(id) ? catalog.item(id).features() : null);
        }

        static Source of(String file, String idField, List<String> ids, UserTable users) {
            return new Source(file, "user", idField, ids, users.features(), Set.of(), id -> {
                Map<String, String> row = users.rows().get(id);
                return row == null
                        ? null
                        : row.entrySet().stream()
                                .filter(e -> !e.getValue().isEmpty())
                                .collect(Collectors.toMap(Map.Entry::getKey, e -> List.of(e.getValue())));
            });
        }
    }

    /**
     * The given tables and those that can be made beside them.
     *
     * @throws DataException when a vocabulary fits no value, has a value in the place of padding, or a field of one value has two
     */
    FeatureTables complete(FeatureTables given, Source items, Source users) {
        Map<String, String> absent = new LinkedHashMap<>();
        Map<String, FeatureTables.Field> item = made(given.item(), items, false, absent);
        boolean ofItems = item.size() > given.item().size();
        Map<String, FeatureTables.Field> user = made(given.user(), users, ofItems, absent);
        vocabularies.keySet().stream()
                .filter(field -> !item.containsKey(field) && !user.containsKey(field))
                .forEach(field -> absent.put(
                        field,
                        "a vocabulary of it, but no such column among those read from " + items.file + ": "
                                + (items.columns.isEmpty() ? "none" : String.join(", ", items.columns))));
        return new FeatureTables(item, user, given.numbers(), absent);
    }

    /** @param withIds whether the ids are a field even where there is no other */
    private Map<String, FeatureTables.Field> made(
            Map<String, FeatureTables.Field> given, Source source, boolean withIds, Map<String, String> absent) {
        if (source.ids.isEmpty()) {
            return given;
        }
        Map<String, FeatureTables.Field> fields = new LinkedHashMap<>(given);
        Set<String> wanted = new LinkedHashSet<>(source.columns);
        wanted.removeAll(given.keySet());
        wanted.remove(source.idField);
        wanted.stream()
                .filter(field -> !vocabularies.containsKey(field))
                .forEach(field -> absent.put(
                        field, "its column in " + source.file + ", but no vocabulary that gives its values an index"));
        wanted.retainAll(vocabularies.keySet());
        // The ids are a field too, and the first one; tables that are given state it themselves.
        if (given.isEmpty() && (withIds || !wanted.isEmpty())) {
            fields.put(
                    source.idField,
                    new FeatureTables.Field(
                            IntStream.range(0, source.ids.size()).toArray(), 1, false));
        }
        for (String field : vocabularies.keySet()) {
            if (wanted.contains(field)) {
                fields.put(field, field(field, source));
            }
        }
        if (!wanted.isEmpty()) {
            noteUnlisted(source);
        }
        return fields;
    }

    private FeatureTables.Field field(String field, Source source) {
        Map<String, Integer> indices = indices(field);
        List<int[]> rows = new ArrayList<>(source.ids.size());
        Map<String, Integer> unknown = new LinkedHashMap<>();
        int known = 0;
        int width = 1;
        boolean sequence = source.sequences.contains(field) || states("token_seq_fields", field);
        for (String id : source.ids) {
            Map<String, List<String>> row = source.row.apply(id);
            List<String> values = row == null ? List.of() : row.getOrDefault(field, List.of());
            int[] found = values.stream()
                    .filter(indices::containsKey)
                    .mapToInt(indices::get)
                    .toArray();
            values.stream().filter(v -> !indices.containsKey(v)).forEach(v -> unknown.merge(v, 1, Integer::sum));
            if (values.size() > 1 && states("token_fields", field)) {
                throw severalValues(field, source, id, values);
            }
            sequence |= values.size() > 1;
            width = Math.max(width, found.length);
            known += found.length;
            rows.add(found);
        }
        report(field, source, unknown, known);
        int[] table = new int[rows.size() * width];
        for (int r = 0; r < rows.size(); r++) {
            System.arraycopy(rows.get(r), 0, table, r * width, rows.get(r).length);
        }
        return new FeatureTables.Field(table, width, sequence);
    }

    private Map<String, Integer> indices(String field) {
        List<String> values = vocabularies.get(field);
        Map<String, Integer> indices = new HashMap<>(values.size() * 2);
        for (int i = 1; i < values.size(); i++) {
            indices.put(values.get(i), i);
        }
        return indices;
    }

    private void report(String field, Source source, Map<String, Integer> unknown, int known) {
        if (unknown.isEmpty()) {
            return;
        }
        List<String> values = vocabularies.get(field);
        Problem problem = Problem.of("values of '" + field + "' are not in its vocabulary")
                .at(source.file)
                .expected("one of " + (values.size() - 1) + " values such as "
                        + quoted(values.stream().skip(1).toList()))
                .found(unknown.entrySet().stream()
                                .limit(SHOWN)
                                .map(e -> "'" + e.getKey() + "' (" + e.getValue() + " " + source.noun
                                        + (e.getValue() == 1 ? ")" : "s)"))
                                .collect(Collectors.joining(", "))
                        + (unknown.size() > SHOWN ? ", and " + (unknown.size() - SHOWN) + " more" : ""));
        if (known == 0) {
            throw new DataException(
                    problem.fix("give the vocabulary of '" + field + "' that the model was trained with"));
        }
        if (!values.isEmpty() && unknown.containsKey(values.get(0))) {
            throw new DataException(Problem.of("the vocabulary of '" + field + "' starts with a value")
                    .at(source.file)
                    .expected("padding, such as \"[PAD]\", at index 0")
                    .found("'" + values.get(0) + "', a value of the " + source.noun + "s")
                    .fix("write the vocabulary as the model numbers its values, from 1"));
        }
        notices.add(problem.fix("the model reads the " + source.noun + "s without them")
                .oneLine());
    }

    private void noteUnlisted(Source source) {
        List<String> unlisted = IntStream.range(1, source.ids.size())
                .mapToObj(source.ids::get)
                .filter(id -> !id.isEmpty() && source.row.apply(id) == null)
                .toList();
        if (!unlisted.isEmpty()) {
            notices.add(Problem.of(unlisted.size() + " of the model's " + (source.ids.size() - 1) + " " + source.noun
                            + "s are not listed: " + quoted(unlisted))
                    .at(source.file)
                    .fix("the model reads them without features")
                    .oneLine());
        }
    }

    private static DataException severalValues(String field, Source source, String id, List<String> values) {
        return new DataException(
                Problem.of("the " + source.noun + " '" + id + "' has " + values.size() + " values of '" + field + "'")
                        .at(source.file)
                        .expected("one, since \"token_fields\" of config.json names the field")
                        .found(quoted(values))
                        .fix("name it among \"token_seq_fields\" if the model was trained with several values"));
    }

    private boolean states(String key, String field) {
        return config.values().get(key) instanceof List<?> names && names.contains(field);
    }

    private static String quoted(List<String> values) {
        return values.stream().limit(SHOWN).map(v -> "'" + v + "'").collect(Collectors.joining(", "))
                + (values.size() > SHOWN ? ", ..." : "");
    }
}
