package reclens.inference;

import java.util.List;
import java.util.stream.IntStream;
import reclens.domain.Checkpoint;
import reclens.domain.FeatureTables;
import reclens.domain.ItemVocabulary;
import reclens.domain.ModelConfig;

/**
 * NARM of RecBole: {@code item_embedding.weight} [I, D], {@code gru.weight_ih_l*} [3 H, D], {@code gru.weight_hh_l*} [3 H, H],
 * {@code a_1}, {@code a_2} [H, H], {@code v_t} [1, H], {@code b} [D, 2 H], none with a bias. The window comes from the
 * checkpoint's settings or as {@code max_position_embeddings}.
 */
final class NarmArchitecture implements Architecture {
    private static final String ITEMS = "item_embedding.weight";

    @Override
    public String type() {
        return "narm";
    }

    @Override
    public boolean owns(Checkpoint checkpoint) {
        return List.of(ITEMS, "gru.weight_ih_l0", "a_1.weight", "a_2.weight", "v_t.weight", "b.weight").stream()
                .allMatch(checkpoint::has);
    }

    @Override
    public List<String> missing(Checkpoint checkpoint, ModelConfig config) {
        return WindowLength.missing(checkpoint, config);
    }

    @Override
    public RecommenderModel open(Checkpoint checkpoint, ModelConfig config, FeatureTables features) {
        WindowedReader reader = WindowedReader.ofRecBole(checkpoint, config, "NARM");
        HyperParameters settings = reader.settings();
        WeightReader weights = reader.weights();
        int[] table = weights.tableShape(ITEMS);
        int d = settings.shown("embedding_size", "embedding_size", table[1], ITEMS);
        int h = settings.shown(
                "hidden_size", "hidden_size", weights.tableShape("gru.weight_hh_l0")[1], "gru.weight_hh_l0");
        int layers = reader.recurrentLayers("gru.weight_ih_l", "n_layers");
        Narm.Parts parts = new Narm.Parts(
                IntStream.range(0, layers)
                        .mapToObj(l -> new Gru(
                                Dense.unbiased(weights, "gru.weight_ih_l" + l, 3 * h, l == 0 ? d : h),
                                Dense.unbiased(weights, "gru.weight_hh_l" + l, 3 * h, h)))
                        .toList(),
                Dense.unbiased(weights, "a_1.weight", h, h),
                Dense.unbiased(weights, "a_2.weight", h, h),
                weights.floats("v_t.weight", 1, h),
                Dense.unbiased(weights, "b.weight", d, 2 * h));
        Matrix items = weights.matrix(ITEMS, table[0], d);
        Leftovers.refuse(checkpoint, weights);
        ModelCard card = reader.card(
                type(),
                d,
                table[0],
                new ModelCard.Traits(false, true, false, false, List.of(), false, ItemVocabulary.EMPTY));
        return new Narm(card, items, parts);
    }
}
