package reclens.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import reclens.domain.Checkpoint;
import reclens.domain.FeatureTables;
import reclens.domain.ModelConfig;
import reclens.domain.Padding;

/** RecBole's FDSA: one encoder over items, one over their features. */
final class FdsaArchitecture implements Architecture {
    @Override
    public String type() {
        return "fdsa";
    }

    @Override
    public boolean owns(Checkpoint checkpoint) {
        return checkpoint.has(RecBoleReader.ITEMS)
                && checkpoint.has("feature_att_layer.projection.0.weight")
                && checkpoint.has("item_trm_encoder.layer.0.multi_head_attention.query.weight")
                && checkpoint.has("feature_trm_encoder.layer.0.multi_head_attention.query.weight");
    }

    @Override
    public List<String> missing(Checkpoint checkpoint, ModelConfig config) {
        List<String> missing = new ArrayList<>(RecBoleReader.missing(checkpoint, config));
        missing.addAll(ItemFeaturesReader.missing(checkpoint, config));
        return missing;
    }

    @Override
    public OptionalInt featureRows(Checkpoint checkpoint) {
        return OptionalInt.of(new WeightReader(checkpoint).tableShape(RecBoleReader.ITEMS)[0]);
    }

    @Override
    public RecommenderModel open(Checkpoint checkpoint, ModelConfig config, FeatureTables features) {
        RecBoleReader reader = new RecBoleReader(checkpoint, config, "FDSA");
        int d = reader.hidden();
        ItemFeatures fields = new ItemFeaturesReader(reader, features).read(config);
        WeightReader weights = reader.weights();
        int attention = weights.rows("feature_att_layer.projection.0.weight", d);
        Fdsa.Weights all = new Fdsa.Weights(
                reader.items(),
                reader.positions(),
                reader.norm("LayerNorm"),
                reader.encoder("item_trm_encoder"),
                fields,
                weights.linear("feature_att_layer.projection.0", attention, d),
                weights.linear("feature_att_layer.projection.2", 1, attention),
                reader.encoder("feature_trm_encoder"),
                weights.linear("concat_layer", d, 2 * d),
                reader.innerSize());
        ModelCard card = new ModelCard(
                type(),
                "",
                reader.layers(),
                reader.heads().count(),
                d,
                reader.window(),
                Padding.RIGHT,
                true,
                false,
                reader.tableRows(),
                List.of(0),
                reader.assumptions(),
                new ModelCard.Traits(false, true, false, true, fields.names()));
        return new Fdsa(card, all, checkpoint.vocabularies());
    }
}
