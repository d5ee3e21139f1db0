package reclens.example;

import java.util.List;
import reclens.domain.Checkpoint;
import reclens.domain.DataException;
import reclens.domain.FeatureTables;
import reclens.domain.ModelConfig;
import reclens.domain.Padding;
import reclens.domain.Problem;
import reclens.domain.Tensor;
import reclens.inference.Architecture;
import reclens.inference.ModelCard;
import reclens.inference.RecommenderModel;

/** The worked example of the user guide: how RecLens recognises and opens a {@link MeanAttention}. */
public final class MeanAttentionArchitecture implements Architecture {
    private static final String ITEMS = "mean_attention.items"; // [I, D], row 0 is padding
    private static final String WINDOW = "max_position_embeddings";

    @Override
    public String type() {
        return "mean_attention";
    }

    @Override
    public boolean owns(Checkpoint checkpoint) {
        return checkpoint.has(ITEMS);
    }

    @Override
    public List<String> candidates(Checkpoint checkpoint, ModelConfig config) {
        return List.of(""); // one computation, so no variant to choose
    }

    @Override
    public List<String> missing(Checkpoint checkpoint, ModelConfig config) {
        return config.integer(WINDOW).isPresent() ? List.of() : List.of(WINDOW);
    }

    @Override
    public RecommenderModel open(Checkpoint checkpoint, ModelConfig config, FeatureTables features) {
        Tensor items = checkpoint.tensor(ITEMS);
        if (items.rank() != 2) {
            throw new DataException(Problem.of("tensor '" + ITEMS + "' has the wrong shape")
                    .at(checkpoint.file().toString())
                    .expected("[items, D]")
                    .found(items.shape().toString()));
        }
        int window = config.integer(WINDOW)
                .orElseThrow(
                        () -> new DataException(Problem.of("the file does not tell how many events the model reads")
                                .at(checkpoint.file().toString())
                                .expected(WINDOW)
                                .fix("set \"" + WINDOW + "\" in config.json")));
        ModelCard card = new ModelCard(
                type(),
                "",
                1, // layers
                1, // heads
                items.dim(1),
                window,
                Padding.RIGHT,
                false, // not causal: there is one query, and it sees all events
                false, // padding gets no attention
                items.dim(0),
                List.of(0), // padding is never recommended
                List.of(), // nothing was taken for granted
                ModelCard.Traits.oneWeightPerEvent());
        return new MeanAttention(card, items.toFloats());
    }
}
