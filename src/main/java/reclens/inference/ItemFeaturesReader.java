package reclens.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import reclens.domain.Checkpoint;
import reclens.domain.DataException;
import reclens.domain.FeatureTables;
import reclens.domain.ModelConfig;
import reclens.domain.Problem;

/**
 * Brings together the feature embeddings of a RecBole checkpoint and the feature tables, which are not in it, and checks that
 * they fit. Which fields the model reads is among the checkpoint's settings or in config.json: {@code selected_features}; how
 * several values are pooled: {@code pooling_mode}.
 */
final class ItemFeaturesReader {
    static final String SELECTED = "selected_features";

    private static final String POOLING = "pooling_mode";
    private static final String SIZES = "field_sizes";
    private static final String TOKENS = "feature_embed_layer.token_embedding_table.item.embedding.weight";
    private static final String SEQUENCES = "feature_embed_layer.token_seq_embedding_table.item.";
    private static final String NUMBERS = "feature_embed_layer.float_embedding_table";

    private final RecBoleReader reader;
    private final FeatureTables tables;
    private final String file;

    ItemFeaturesReader(RecBoleReader reader, FeatureTables tables) {
        this.reader = reader;
        this.tables = tables;
        this.file = reader.checkpoint().file().toString();
    }

    static List<String> missing(Checkpoint checkpoint, ModelConfig config) {
        return new HyperParameters(checkpoint, config).names(SELECTED, SELECTED).isPresent()
                ? List.of()
                : List.of(SELECTED);
    }

    /** @throws DataException when fields are not named, have no table, or do not fit the embeddings */
    ItemFeatures read(ModelConfig config) {
        List<String> selected = reader.settings()
                .names(SELECTED, SELECTED)
                .orElseThrow(() -> new DataException(RecBoleReader.untold(
                        reader.checkpoint(),
                        config,
                        List.of(SELECTED),
                        SELECTED + ", the names of the item features that the model was trained with, in that order")));
        if (reader.checkpoint().tensors().keySet().stream().anyMatch(n -> n.startsWith(NUMBERS))) {
            throw new DataException(Problem.of("features that are numbers are not supported")
                    .at(file)
                    .expected("features whose values are tokens")
                    .found(NUMBERS));
        }
        List<String> single =
                selected.stream().filter(f -> !field(f).sequence()).toList();
        List<String> several =
                selected.stream().filter(f -> field(f).sequence()).toList();
        List<String> names = new ArrayList<>(single);
        names.addAll(several);
        int[] offsets = new int[single.size()];
        Matrix table = single.isEmpty() ? null : tokens(single, offsets);
        int found = reader.weights().layers(SEQUENCES);
        if (found != several.size()) {
            throw new DataException(Problem.of("the features do not fit the checkpoint")
                    .at(file)
                    .expected(found + " fields of several values, one for each " + SEQUENCES + "*")
                    .found(several.isEmpty() ? "none among " + selected : String.join(", ", several))
                    .fix("check \"" + SELECTED
                            + "\" and \"feature_tables\"; a field of several values is a table [rows," + " width]"));
        }
        boolean mean = !several.isEmpty() && isMean();
        return new ItemFeatures(
                List.copyOf(names),
                single.stream().map(this::field).toList(),
                offsets,
                table,
                several.stream().map(this::field).toList(),
                IntStream.range(0, several.size())
                        .mapToObj(i -> sequence(several.get(i), SEQUENCES + i + ".weight"))
                        .toList(),
                mean,
                reader.hidden());
    }

    private boolean isMean() {
        String pooling = reader.settings().textOr(POOLING, POOLING, "mean", false);
        if (!pooling.equals("mean") && !pooling.equals("sum")) {
            throw new DataException(Problem.of("pooling '" + pooling + "' is not supported")
                    .at(file)
                    .expected("'mean' or 'sum' as " + POOLING)
                    .found("'" + pooling + "'"));
        }
        return pooling.equals("mean");
    }

    private FeatureTables.Field field(String name) {
        FeatureTables.Field field = tables.item().get(name);
        if (field == null) {
            throw new DataException(Problem.of(
                            "the model reads the item feature '" + name + "', but has no table of it")
                    .at(file)
                    .expected("an array item." + name + ", or a column of the catalogue and a vocabulary of its values")
                    .found(Optional.ofNullable(tables.absent().get(name))
                            .orElse(
                                    tables.item().isEmpty()
                                            ? "no feature tables"
                                            : String.join(", ", tables.item().keySet())))
                    .fix("add \"feature_tables\" to workspace.json: an .npz with an array item.<field> for each of "
                            + SELECTED + "; or \"feature_vocabularies\": {\"" + name + "\": a JSON array, index = the"
                            + " model's index of the value}"));
        }
        if (field.rows() < reader.tableRows()) {
            throw new DataException(Problem.of("the table of the item feature '" + name + "' is too short")
                    .at(file)
                    .expected(reader.tableRows() + " rows, as many as " + RecBoleReader.ITEMS + " has")
                    .found(String.valueOf(field.rows()))
                    .fix("give the feature tables that belong to this checkpoint"));
        }
        return field;
    }

    /** The shared table; fills in the row at which each field starts. */
    private Matrix tokens(List<String> fields, int[] offsets) {
        int rows = reader.weights().tableShape(TOKENS)[0];
        Map<String, Integer> stated = reader.settings().sizes(SIZES);
        int sum = 0;
        List<String> counted = new ArrayList<>();
        for (int f = 0; f < offsets.length; f++) {
            String name = fields.get(f);
            offsets[f] = sum;
            int least = largest(field(name)) + 1;
            List<String> vocabulary = reader.checkpoint().vocabularies().getOrDefault(name, List.of());
            int usual = offsets.length == 1 ? Math.max(least, rows) : least;
            int size = vocabulary.isEmpty() ? stated.getOrDefault(name, usual) : vocabulary.size();
            if (size < least) {
                throw new DataException(Problem.of("'" + SIZES + "' is too small for the item feature '" + name + "'")
                        .at(file)
                        .expected(least + " or more, as its table has the value " + (least - 1))
                        .found(String.valueOf(size)));
            }
            sum += size;
            counted.add(name + " " + size);
        }
        if (sum != rows) {
            throw new DataException(Problem.of("the features do not fit the checkpoint")
                    .at(file)
                    .expected(rows + " values in all, the rows of " + TOKENS)
                    .found(sum + " (" + String.join(", ", counted) + ")")
                    .fix("check \"" + SELECTED + "\"; where a field has values that no item has, state the number of"
                            + " values of each field as \"" + SIZES + "\" in config.json"));
        }
        return reader.weights().matrix(TOKENS, rows, reader.hidden());
    }

    private Matrix sequence(String name, String tensor) {
        int rows = reader.weights().tableShape(tensor)[0];
        int largest = largest(field(name));
        if (largest >= rows) {
            throw new DataException(Problem.of("the item feature '" + name + "' has a value without an embedding")
                    .at(file)
                    .expected("values below " + rows + ", the rows of " + tensor)
                    .found(String.valueOf(largest))
                    .fix("give the feature tables that belong to this checkpoint"));
        }
        return reader.weights().matrix(tensor, rows, reader.hidden());
    }

    private static int largest(FeatureTables.Field field) {
        return IntStream.of(field.values()).max().orElse(0);
    }
}
