package reclens.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import reclens.domain.Checkpoint;
import reclens.domain.DataException;
import reclens.domain.FeatureTables;
import reclens.domain.ModelConfig;
import reclens.domain.Problem;

/**
 * The feature fields of a RecBole model. Values of all token fields share one table, each field after the one before it, so the
 * order of the fields decides which row is whose; fields of several values ({@code token_seq}) have a table each.
 *
 * <p>{@code config.json} states the order as {@code token_fields} and {@code token_seq_fields}, lists of names. Without them it
 * is the order of the feature tables, which is RecBole's own when its data set lies in the checkpoint and a stated assumption
 * otherwise. The size of a field is that of its vocabulary when the checkpoint holds it, the entry of {@code field_sizes} when
 * config.json has one, and else the largest value and one; the sizes must add up to the rows of the table.
 */
final class FieldReader {
    private static final String TOKENS = "token_fields";
    private static final String SEQUENCES = "token_seq_fields";
    private static final String SIZES = "field_sizes";

    private final Checkpoint checkpoint;
    private final ModelConfig config;
    private final FeatureTables features;
    private final HyperParameters settings;
    private final List<String> tokens;
    private final List<String> sequences;

    private FieldReader(
            Checkpoint checkpoint,
            ModelConfig config,
            FeatureTables features,
            HyperParameters settings,
            List<String> tokens,
            List<String> sequences) {
        this.checkpoint = checkpoint;
        this.config = config;
        this.features = features;
        this.settings = settings;
        this.tokens = tokens;
        this.sequences = sequences;
    }

    /** Fields of items alone, as DIN reads them. */
    static FieldReader ofItems(
            Checkpoint checkpoint, ModelConfig config, FeatureTables features, HyperParameters settings) {
        return of(checkpoint, config, new FeatureTables(features.item(), Map.of()), settings);
    }

    /** These fields of items, each of which has a table: first those of one value, then those of several. */
    static FieldReader selected(
            Checkpoint checkpoint,
            ModelConfig config,
            FeatureTables features,
            HyperParameters settings,
            List<String> names) {
        Map<Boolean, List<String>> bySequence = names.stream()
                .collect(Collectors.partitioningBy(n -> features.item().get(n).sequence()));
        return new FieldReader(
                checkpoint,
                config,
                new FeatureTables(features.item(), Map.of()),
                settings,
                bySequence.get(false),
                bySequence.get(true));
    }

    /** Fields of users and items: RecBole has the two ids first, then what else the users have, then the items. */
    static FieldReader of(Checkpoint checkpoint, ModelConfig config, FeatureTables features, HyperParameters settings) {
        if (features.item().isEmpty()) {
            throw new DataException(Problem.of("the model reads product features, and there are no feature tables")
                    .at(checkpoint.file().toString())
                    .expected("arrays item.<field> and user.<field>, one row an index of the model, or columns of the"
                            + " catalogue whose values \"feature_vocabularies\" numbers")
                    .found(features.absent().isEmpty() ? "neither" : features.reasons())
                    .fix(
                            "name an .npz of them as \"feature_tables\" in workspace.json, or a vocabulary for each field as"
                                    + " \"feature_vocabularies\""));
        }
        List<String> order = new ArrayList<>();
        features.user().keySet().stream().limit(1).forEach(order::add);
        features.item().keySet().stream().limit(1).forEach(order::add);
        features.user().keySet().stream().skip(1).forEach(order::add);
        features.item().keySet().stream().skip(1).forEach(order::add);
        boolean stated = config.values().containsKey(TOKENS);
        List<String> tokens = new ArrayList<>();
        List<String> sequences = new ArrayList<>();
        for (String name : order) {
            (field(features, name).sequence() ? sequences : tokens).add(name);
        }
        if (stated) {
            tokens = names(config, TOKENS);
            sequences = config.values().containsKey(SEQUENCES) ? names(config, SEQUENCES) : sequences;
        } else if (checkpoint.features().item().isEmpty()) {
            settings.assume(
                    "the order of the feature fields is not in the checkpoint; that of the feature tables was taken: "
                            + String.join(", ", tokens));
        }
        FieldReader reader = new FieldReader(checkpoint, config, features, settings, tokens, sequences);
        tokens.forEach(n -> reader.check(n, false));
        sequences.forEach(n -> reader.check(n, true));
        return reader;
    }

    /** Names of the fields of several values. */
    List<String> sequences() {
        return sequences;
    }

    /** Rows that the fields of items (users) have. */
    int rows(boolean ofUsers) {
        Map<String, FeatureTables.Field> table = ofUsers ? features.user() : features.item();
        int rows = 0;
        for (Map.Entry<String, FeatureTables.Field> e : table.entrySet()) {
            int found = e.getValue().rows();
            if (rows != 0 && rows != found) {
                throw new DataException(Problem.of("feature tables have different numbers of rows")
                        .at(e.getKey())
                        .expected(String.valueOf(rows))
                        .found(String.valueOf(found)));
            }
            rows = found;
        }
        return rows;
    }

    /** Token fields in their order, in the table of this name. */
    List<FieldLookup> tokens(WeightReader weights, String table, int width) {
        if (tokens.isEmpty()) {
            return List.of();
        }
        int rows = weights.rows(table, width);
        Map<String, Integer> sizes = new LinkedHashMap<>();
        tokens.forEach(n -> sizes.put(n, size(n, rows)));
        int total = sizes.values().stream().mapToInt(Integer::intValue).sum();
        if (total != rows) {
            throw new DataException(Problem.of(
                            "the sizes of the feature fields do not add up to the rows of '" + table + "'")
                    .at(checkpoint.file().toString())
                    .expected(rows + " rows")
                    .found(sizes + ", " + total + " together")
                    .fix("check the feature tables, or state \"" + TOKENS + "\" and \"" + SIZES + "\" in config.json"));
        }
        float[] values = weights.floats(table, rows, width);
        List<FieldLookup> lookups = new ArrayList<>();
        int offset = 0;
        for (String name : tokens) {
            requireBelow(name, sizes.get(name));
            lookups.add(new FieldLookup(name, ofUser(name), field(features, name), values, offset, width, false));
            offset += sizes.get(name);
        }
        return lookups;
    }

    /**
     * Fields of several values in their order; table number i is {@code prefix + i + ".weight"}.
     *
     * @param mean whether values are pooled by their mean; by their sum otherwise
     */
    List<FieldLookup> sequences(WeightReader weights, String prefix, int width, boolean mean) {
        List<FieldLookup> lookups = new ArrayList<>();
        for (int i = 0; i < sequences.size(); i++) {
            String name = sequences.get(i);
            int rows = weights.rows(prefix + i + ".weight", width);
            requireBelow(name, rows);
            float[] values = weights.floats(prefix + i + ".weight", rows, width);
            lookups.add(new FieldLookup(name, ofUser(name), field(features, name), values, 0, width, mean));
        }
        return lookups;
    }

    private boolean ofUser(String name) {
        return features.user().containsKey(name);
    }

    /** @param rows of the table of all fields of one value */
    private int size(String name, int rows) {
        List<String> vocabulary = checkpoint.vocabularies().get(name);
        if (vocabulary != null) {
            return vocabulary.size();
        }
        int usual = tokens.size() == 1 ? rows : largest(name) + 1; // a field alone has the whole table
        return settings.sizes(SIZES).getOrDefault(name, usual);
    }

    private int largest(String name) {
        return Arrays.stream(field(features, name).values()).max().orElse(0);
    }

    private void requireBelow(String name, int size) {
        if (largest(name) >= size) {
            throw new DataException(Problem.of("the feature '" + name + "' has a value beyond its embeddings")
                    .at(checkpoint.file().toString())
                    .expected("values from 0 to " + (size - 1))
                    .found(String.valueOf(largest(name)))
                    .fix("give the feature tables that the model was trained with"));
        }
    }

    private void check(String name, boolean sequence) {
        FeatureTables.Field field = field(features, name);
        if (field == null || field.sequence() != sequence) {
            throw new DataException(Problem.of("'" + (sequence ? SEQUENCES : TOKENS) + "' names '" + name + "'"
                            + (field == null ? ", which no feature table has" : ", which is a field of the other kind"))
                    .at(config.source())
                    .expected("names among " + features.user().keySet() + " and "
                            + features.item().keySet())
                    .found(features.absent().getOrDefault(name, ""))
                    .fix("correct \"" + (sequence ? SEQUENCES : TOKENS) + "\""));
        }
    }

    private static FeatureTables.Field field(FeatureTables features, String name) {
        FeatureTables.Field ofUser = features.user().get(name);
        return ofUser == null ? features.item().get(name) : ofUser;
    }

    private static List<String> names(ModelConfig config, String key) {
        if (config.values().get(key) instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            return list.stream().map(String.class::cast).toList();
        }
        throw new DataException(Problem.of("'" + key + "' has the wrong type")
                .at(config.source())
                .expected("a list of field names")
                .found(String.valueOf(config.values().get(key))));
    }
}
