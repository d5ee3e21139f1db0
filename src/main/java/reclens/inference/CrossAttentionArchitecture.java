package reclens.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import reclens.domain.Checkpoint;
import reclens.domain.DataException;
import reclens.domain.FeatureTables;
import reclens.domain.ModelConfig;
import reclens.domain.Problem;

/**
 * Cross-attention of events to items: {@code item_embedding.weight} [I, De], optionally {@code behaviour_embedding.weight}
 * [rows, Db] (else events look up the items' rows), {@code W_u} [D, Db], {@code W_v} [D, De], each with or without a bias,
 * optionally {@code W} [1, D]. {@code config.json}: {@code attention} softmax or sigmoid and {@code scale}, which must be
 * stated; {@code pooling} mean, last or sum; {@code token}; {@code max_position_embeddings}.
 */
final class CrossAttentionArchitecture implements Architecture {
    private static final String ITEMS = "item_embedding.weight";
    private static final String BEHAVIOURS = "behaviour_embedding.weight";
    private static final String ATTENTION = "attention";
    private static final String SCALE = "scale";
    private static final String POOLING = "pooling";

    @Override
    public String type() {
        return "cross_attention";
    }

    @Override
    public boolean owns(Checkpoint checkpoint) {
        return Stream.of(ITEMS, "W_u.weight", "W_v.weight").allMatch(checkpoint::has);
    }

    @Override
    public List<String> missing(Checkpoint checkpoint, ModelConfig config) {
        List<String> missing = new ArrayList<>(WindowLength.missing(checkpoint, config));
        Stream.of(ATTENTION, SCALE)
                .filter(key -> !config.values().containsKey(key))
                .forEach(missing::add);
        missing.addAll(EventTable.missing(checkpoint, config, rows(checkpoint)));
        return missing;
    }

    @Override
    public RecommenderModel open(Checkpoint checkpoint, ModelConfig config, FeatureTables features) {
        WindowedReader reader = new WindowedReader(checkpoint, config);
        boolean softmax =
                choice(config, ATTENTION, List.of("softmax", "sigmoid")).equals("softmax");
        boolean scaled = config.flag(SCALE)
                .orElseThrow(() ->
                        new DataException(Problem.of("the file does not tell whether scores are divided by sqrt D")
                                .at(checkpoint.file().toString())
                                .expected(SCALE + ", true or false")
                                .fix("set \"" + SCALE + "\" in config.json")));
        WeightReader weights = reader.weights();
        int[] shape = weights.tableShape(ITEMS);
        int d = weights.rows("W_v.weight", shape[1]);
        EventTable events = EventTable.read(checkpoint, config, weights, features, rows(checkpoint), shape[0]);
        CrossAttention.Parts parts = new CrossAttention.Parts(
                Layers.linear(checkpoint, weights, "W_u", d, events.rows().columns()),
                items(checkpoint, weights, shape, d),
                softmax,
                scaled ? (float) (1 / Math.sqrt(d)) : 1,
                pooling(config),
                checkpoint.has("W.weight") ? Layers.linear(checkpoint, weights, "W", 1, d) : null);
        reader.settings().shown("hidden_size", "hidden_size", d, "W_v.weight");
        Leftovers.refuse(checkpoint, weights);
        ModelCard card = reader.card(
                type(),
                d,
                shape[0],
                new ModelCard.Traits(false, true, false, softmax, List.of(), false, events.tokens()));
        return new CrossAttention(card, events.rows(), parts);
    }

    private static String rows(Checkpoint checkpoint) {
        return checkpoint.has(BEHAVIOURS) ? BEHAVIOURS : ITEMS;
    }

    /** v_j = W_v e_j for every item, once; the row of padding stays 0. */
    private static Dense items(Checkpoint checkpoint, WeightReader weights, int[] shape, int d) {
        Dense projection = Layers.linear(checkpoint, weights, "W_v", d, shape[1]);
        float[] v = projection.forward(Engine.kernels(), weights.floats(ITEMS, shape[0], shape[1]), shape[0]);
        java.util.Arrays.fill(v, 0, d, 0f);
        return Dense.of(v, shape[0], d, new float[shape[0]]);
    }

    private static CrossAttention.Pooling pooling(ModelConfig config) {
        return config.values().containsKey(POOLING)
                ? CrossAttention.Pooling.valueOf(
                        choice(config, POOLING, List.of("mean", "last", "sum")).toUpperCase(Locale.ROOT))
                : CrossAttention.Pooling.MEAN;
    }

    private static String choice(ModelConfig config, String key, List<String> choices) {
        Optional<String> chosen = config.text(key);
        return chosen.filter(choices::contains)
                .orElseThrow(() -> new DataException(
                        Problem.of(chosen.isEmpty() ? "the file does not tell '" + key + "'" : "unknown '" + key + "'")
                                .at(config.source())
                                .expected(String.join(" or ", choices))
                                .found(chosen.orElse("none"))
                                .fix("set \"" + key + "\" in config.json")));
    }
}
