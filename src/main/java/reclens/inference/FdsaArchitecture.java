package reclens.inference;

import java.util.List;
import java.util.Map;
import reclens.domain.Checkpoint;

/** RecBole's FDSA: one encoder over items, one over their features. */
final class FdsaArchitecture extends FeatureArchitecture {
    FdsaArchitecture() {
        super("FDSA");
    }

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
    FeatureModel read(RecBoleReader reader, ItemFeatures fields, Map<String, List<String>> vocabularies) {
        int d = reader.hidden();
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
        return new Fdsa(card(reader, fields), all, vocabularies);
    }
}
