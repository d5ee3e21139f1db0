package reclens.inference;

import java.util.List;
import reclens.domain.Checkpoint;
import reclens.domain.FeatureTables;
import reclens.domain.ModelConfig;

/** RecBole's BERT4Rec: a bidirectional encoder, an output layer and a bias for each item. */
final class Bert4RecArchitecture implements Architecture {
    @Override
    public String type() {
        return "bert4rec";
    }

    @Override
    public boolean owns(Checkpoint checkpoint) {
        return checkpoint.has(RecBoleReader.ITEMS)
                && checkpoint.has("output_bias")
                && checkpoint.has("output_ffn.weight")
                && checkpoint.has("trm_encoder.layer.0.multi_head_attention.query.weight");
    }

    @Override
    public List<String> missing(Checkpoint checkpoint, ModelConfig config) {
        return RecBoleReader.missing(checkpoint, config);
    }

    @Override
    public RecommenderModel open(Checkpoint checkpoint, ModelConfig config, FeatureTables features) {
        RecBoleReader reader = new RecBoleReader(checkpoint, config, "BERT4Rec");
        int d = reader.hidden();
        int itemCount = reader.tableRows() - 1; // the last row is the mask's
        Bert4Rec.Weights weights = new Bert4Rec.Weights(
                reader.items(),
                reader.positions(),
                reader.norm("LayerNorm"),
                reader.encoder("trm_encoder"),
                reader.weights().linear("output_ffn", d, d),
                reader.norm("output_ln"),
                reader.weights().floats("output_bias", itemCount),
                reader.innerSize());
        ModelCard card = reader.card(
                type(),
                reader.window() - 1,
                false,
                itemCount,
                new ModelCard.Traits(true, true, false, true, List.of()));
        return new Bert4Rec(card, weights);
    }
}
