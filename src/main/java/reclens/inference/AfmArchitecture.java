package reclens.inference;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import reclens.domain.Checkpoint;
import reclens.domain.FeatureTables;
import reclens.domain.ModelConfig;

/**
 * AFM of RecBole: {@code token_embedding_table}, {@code token_seq_embedding_table.N}, both again under {@code first_order_linear},
 * {@code attlayer.w.weight} [A, E], {@code attlayer.h} [A], {@code p} [E]. Which field has which rows is told by {@code
 * token_fields}, {@code token_seq_fields} and {@code field_sizes}; see {@link FieldReader}.
 */
final class AfmArchitecture implements Architecture {
    @Override
    public String type() {
        return "afm";
    }

    @Override
    public boolean owns(Checkpoint checkpoint) {
        return Stream.of(ContextFields.TOKENS, "attlayer.w.weight", "attlayer.h", "p")
                .allMatch(checkpoint::has);
    }

    @Override
    public List<String> missing(Checkpoint checkpoint, ModelConfig config) {
        return List.of();
    }

    @Override
    public OptionalInt featureRows(Checkpoint checkpoint) {
        return OptionalInt.of(0);
    }

    @Override
    public RecommenderModel open(Checkpoint checkpoint, ModelConfig config, FeatureTables features) {
        HyperParameters settings = new HyperParameters(checkpoint, config);
        settings.modelName("AFM");
        WeightReader weights = new WeightReader(checkpoint);
        ContextFields fields = ContextFields.read(checkpoint, config, features, settings, weights);
        int size = weights.rows("attlayer.w.weight", fields.width());
        settings.shown("attention_size", "attention_size", size, "attlayer.w.weight");
        Afm.Parts parts = new Afm.Parts(
                Dense.unbiased(weights, "attlayer.w.weight", size, fields.width()),
                weights.floats("attlayer.h", size),
                weights.floats("p", fields.width()));
        Leftovers.refuse(checkpoint, weights);
        return new Afm(ContextModel.card(type(), 1, 1, false, fields, settings), fields, parts);
    }
}
