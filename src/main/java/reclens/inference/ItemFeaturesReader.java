package reclens.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        selected.forEach(this::requireTable);
        FieldReader fields = FieldReader.selected(reader.checkpoint(), config, tables, reader.settings(), selected);
        List<String> several = fields.sequences();
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
        List<FieldLookup> lookups = new ArrayList<>(fields.tokens(reader.weights(), TOKENS, reader.hidden()));
        lookups.addAll(fields.sequences(reader.weights(), SEQUENCES, reader.hidden(), mean));
        return new ItemFeatures(List.copyOf(lookups), reader.hidden());
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

    private void requireTable(String name) {
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
    }
}
