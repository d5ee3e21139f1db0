package reclens.inference;

import java.util.List;
import reclens.domain.Checkpoint;
import reclens.domain.FeatureTables;
import reclens.domain.ModelConfig;

/**
 * Attention over the events' features: rows of {@code embedding.weight} [items, D] or the numbers that {@code input_features}
 * names, {@code attention} D to D or D to 1, softmax over the events, weighted sum, {@code recommend} D to the items. Each is
 * one layer or a sequence, with {@code hidden_act} between its layers.
 */
final class FeatureAttentionArchitecture implements Architecture {
    private static final String OUTPUT = "recommend";

    @Override
    public String type() {
        return "feature_attention";
    }

    @Override
    public boolean owns(Checkpoint checkpoint) {
        return Layers.has(checkpoint, PoolingReader.ATTENTION) && Layers.has(checkpoint, OUTPUT);
    }

    @Override
    public List<String> missing(Checkpoint checkpoint, ModelConfig config) {
        return PoolingReader.missing(checkpoint, config, OUTPUT);
    }

    @Override
    public RecommenderModel open(Checkpoint checkpoint, ModelConfig config, FeatureTables features) {
        return new PoolingReader(checkpoint, config).open(type(), features, false, OUTPUT);
    }
}
