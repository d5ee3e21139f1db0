package reclens.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import reclens.domain.Checkpoint;
import reclens.domain.FeatureTables;
import reclens.domain.ModelConfig;
import reclens.domain.Padding;

/** RecBole's SASRecF: SASRec whose items are joined with their features before they enter. */
final class SasRecFArchitecture implements Architecture {
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
        RecBoleReader reader = new RecBoleReader(checkpoint, config, "SASRecF");
        int d = reader.hidden();
        ItemFeatures fields = new ItemFeaturesReader(reader, features).read(config);
        SasRecF.Weights weights = new SasRecF.Weights(
                reader.items(),
                fields,
                reader.weights().linear("concat_layer", d, (fields.count() + 1) * d),
                reader.positions(),
                reader.norm("LayerNorm"),
                reader.encoder("trm_encoder"),
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
        return new SasRecF(card, weights, checkpoint.vocabularies());
    }
}
