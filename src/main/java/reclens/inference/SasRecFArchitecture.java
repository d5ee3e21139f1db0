package reclens.inference;

import java.util.List;
import java.util.Map;
import reclens.domain.Checkpoint;

/** RecBole's SASRecF: SASRec whose items are joined with their features before they enter. */
final class SasRecFArchitecture extends FeatureArchitecture {
    SasRecFArchitecture() {
        super("SASRecF");
    }

    @Override
    public String type() {
        return "sasrecf";
    }

    @Override
    public boolean owns(Checkpoint checkpoint) {
        return checkpoint.has(RecBoleReader.ITEMS)
                && checkpoint.has("concat_layer.weight")
                && checkpoint.has("trm_encoder.layer.0.multi_head_attention.query.weight")
                && checkpoint.tensors().keySet().stream().anyMatch(n -> n.startsWith("feature_embed_layer."));
    }

    @Override
    FeatureModel read(RecBoleReader reader, ItemFeatures fields, Map<String, List<String>> vocabularies) {
        int d = reader.hidden();
        SasRecF.Weights weights = new SasRecF.Weights(
                reader.items(),
                fields,
                reader.weights().linear("concat_layer", d, (fields.count() + 1) * d),
                reader.positions(),
                reader.norm("LayerNorm"),
                reader.encoder("trm_encoder"),
                reader.innerSize());
        return new SasRecF(card(reader, fields), weights, vocabularies);
    }
}
