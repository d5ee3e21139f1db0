package reclens.inference;

import java.util.List;
import java.util.stream.Stream;
import reclens.domain.Checkpoint;
import reclens.domain.FeatureTables;
import reclens.domain.ModelConfig;

/**
 * Encoder, attention, decoder: rows of {@code embedding.weight} [items, D] or the numbers that {@code input_features} names;
 * {@code encoder} D to H, {@code attention} H to 1, softmax over the events, weighted sum, {@code decoder} H to the items, or
 * H + D to one score of [history ; the candidate's row]. Each is one layer or a sequence; {@code hidden_act} follows every
 * layer of the encoder and stands between the layers of the others ({@code attention_act} where the attention has one of its
 * own).
 */
final class EncoderAttentionDecoderArchitecture implements Architecture {
    private static final String OUTPUT = "decoder";

    @Override
    public String type() {
        return "encoder_attention_decoder";
    }

    @Override
    public boolean owns(Checkpoint checkpoint) {
        return Stream.of(PoolingReader.ENCODER, PoolingReader.ATTENTION, OUTPUT)
                .allMatch(name -> Layers.has(checkpoint, name));
    }

    @Override
    public List<String> missing(Checkpoint checkpoint, ModelConfig config) {
        return PoolingReader.missing(checkpoint, config, OUTPUT);
    }

    @Override
    public RecommenderModel open(Checkpoint checkpoint, ModelConfig config, FeatureTables features) {
        return new PoolingReader(checkpoint, config).open(type(), features, true, OUTPUT);
    }
}
