package reclens.inference;

import java.util.ArrayList;
import java.util.List;
import reclens.domain.Checkpoint;
import reclens.domain.DataException;
import reclens.domain.FeatureTables;
import reclens.domain.ModelConfig;
import reclens.domain.Problem;

/**
 * What RecBole's context models look up for a user and an item; F fields, E embedding size. On the field axis, fields of several
 * values stand first, then those of one.
 *
 * @param fields embeddings of the fields, pooled by their mean
 * @param firstOrder one weight per value, pooled by their sum
 * @param bias of the first order
 * @param width E
 * @param users rows of the fields of users
 * @param items rows of the fields of items
 */
record ContextFields(
        List<FieldLookup> fields, List<FieldLookup> firstOrder, float bias, int width, int users, int items) {
    private static final String FIRST = "first_order_linear.";
    static final String TOKENS = "token_embedding_table.embedding.weight";
    private static final String SEQUENCES = "token_seq_embedding_table.";

    static ContextFields read(
            Checkpoint checkpoint,
            ModelConfig config,
            FeatureTables features,
            HyperParameters settings,
            WeightReader weights) {
        int width = settings.shown("embedding_size", "embedding_size", weights.tableShape(TOKENS)[1], TOKENS);
        FieldReader reader = FieldReader.of(checkpoint, config, features, settings);
        if (features.user().isEmpty()) {
            throw new DataException(Problem.of("the model reads features of users, and there are none")
                    .at(checkpoint.file().toString())
                    .expected("arrays user.<field> beside item.<field>, one row an index of the model")
                    .fix("add them to \"feature_tables\" of workspace.json, or name the table of \"users\", a"
                            + " \"user_vocabulary\" and \"feature_vocabularies\" of its columns"));
        }
        List<FieldLookup> fields = new ArrayList<>(reader.sequences(weights, SEQUENCES, width, true));
        fields.addAll(reader.tokens(weights, TOKENS, width));
        List<FieldLookup> firstOrder = new ArrayList<>(reader.sequences(weights, FIRST + SEQUENCES, 1, false));
        firstOrder.addAll(reader.tokens(weights, FIRST + TOKENS, 1));
        return new ContextFields(
                List.copyOf(fields),
                List.copyOf(firstOrder),
                weights.floats(FIRST + "bias", 1)[0],
                width,
                reader.rows(true),
                reader.rows(false));
    }

    int count() {
        return fields.size();
    }

    List<String> names() {
        return fields.stream().map(FieldLookup::name).toList();
    }

    /** Field embeddings [F, E] of one user and item, to {@code target[at..]}. */
    void embed(int user, int item, float[] target, int at) {
        for (int f = 0; f < fields.size(); f++) {
            fields.get(f).row(user, item, target, at + f * width);
        }
    }

    float firstOrder(int user, int item) {
        float[] weight = new float[1];
        float sum = bias;
        for (FieldLookup field : firstOrder) {
            field.row(user, item, weight, 0);
            sum += weight[0];
        }
        return sum;
    }
}
