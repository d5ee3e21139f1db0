package reclens.inference;

import java.util.List;
import reclens.domain.Checkpoint;
import reclens.domain.FeatureTables;
import reclens.domain.ItemVocabulary;
import reclens.domain.ModelConfig;

/**
 * STAMP of RecBole: {@code item_embedding.weight} [I, D], {@code w1}, {@code w2}, {@code w3} [D, D] and {@code w0} [1, D] without
 * bias, {@code b_a} [D], {@code mlp_a}, {@code mlp_b} [D, D] with bias. The window, which changes the scores, comes from the
 * checkpoint's settings or as {@code max_position_embeddings}.
 */
final class StampArchitecture implements Architecture {
    private static final String ITEMS = "item_embedding.weight";

    @Override
    public String type() {
        return "stamp";
    }

    @Override
    public boolean owns(Checkpoint checkpoint) {
        return List.of(ITEMS, "w0.weight", "w1.weight", "w2.weight", "w3.weight", "b_a", "mlp_a.weight", "mlp_b.weight")
                .stream()
                .allMatch(checkpoint::has);
    }

    @Override
    public List<String> missing(Checkpoint checkpoint, ModelConfig config) {
        return WindowLength.missing(checkpoint, config);
    }

    @Override
    public RecommenderModel open(Checkpoint checkpoint, ModelConfig config, FeatureTables features) {
        WindowedReader reader = WindowedReader.ofRecBole(checkpoint, config, "STAMP");
        WeightReader weights = reader.weights();
        int[] table = weights.tableShape(ITEMS);
        int d = reader.settings().shown("hidden_size", "embedding_size", table[1], ITEMS);
        Stamp.Parts parts = new Stamp.Parts(
                Dense.unbiased(weights, "w1.weight", d, d),
                Dense.unbiased(weights, "w2.weight", d, d),
                Dense.of(weights.floats("w3.weight", d, d), d, d, weights.floats("b_a", d)),
                weights.floats("w0.weight", 1, d),
                Dense.read(weights, "mlp_a", d, d),
                Dense.read(weights, "mlp_b", d, d));
        Matrix items = weights.matrix(ITEMS, table[0], d);
        Leftovers.refuse(checkpoint, weights);
        ModelCard card = reader.card(
                type(),
                1,
                d,
                false,
                true,
                table[0],
                new ModelCard.Traits(false, true, false, false, List.of(), false, ItemVocabulary.EMPTY));
        return new Stamp(card, items, parts);
    }
}
