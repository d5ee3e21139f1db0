package reclens.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import reclens.domain.Checkpoint;
import reclens.domain.DataException;
import reclens.domain.FeatureTables;
import reclens.domain.ModelChoice;
import reclens.domain.ModelConfig;
import reclens.domain.Problem;

/**
 * LSTM and self-attention: {@code embedding.weight} [items or tokens, D], {@code lstm.weight_ih_l*} and so on in PyTorch's
 * names, {@code self_attention.query_linear}, {@code key_linear}, {@code value_linear}, {@code out_linear} [H, H], {@code fc}
 * [I, H] or [1, H]. {@code config.json}: {@code num_attention_heads} and {@code max_position_embeddings}, which no tensor shows;
 * {@code token}; {@code causal} (false unless stated), which changes the attention of earlier positions but no score.
 */
final class UserInterestArchitecture implements Architecture {
    private static final String EMBEDDING = "embedding.weight";
    private static final String FIRST = "lstm.weight_ih_l0";
    private static final String ATTENTION = "self_attention.";
    private static final String HEADS = "num_attention_heads";

    @Override
    public String type() {
        return "user_interest";
    }

    @Override
    public boolean owns(Checkpoint checkpoint) {
        return Stream.of(FIRST, ATTENTION + "query_linear.weight", ATTENTION + "out_linear.weight", "fc.weight")
                .allMatch(checkpoint::has);
    }

    @Override
    public List<String> missing(Checkpoint checkpoint, ModelConfig config) {
        List<String> missing = new ArrayList<>(WindowLength.missing(checkpoint, config));
        if (heads(new HyperParameters(checkpoint, config)).isEmpty()) {
            missing.add(HEADS);
        }
        missing.addAll(EventTable.missing(checkpoint, config, EMBEDDING));
        return missing;
    }

    @Override
    public RecommenderModel open(Checkpoint checkpoint, ModelConfig config, FeatureTables features) {
        WindowedReader reader = new WindowedReader(checkpoint, config);
        HyperParameters settings = reader.settings();
        WeightReader weights = reader.weights();
        int h = weights.tableShape("lstm.weight_hh_l0")[1];
        settings.shown("hidden_size", "hidden_size", h, "lstm.weight_hh_l0");
        int heads = heads(settings, checkpoint, h);
        int outputs = weights.rows("fc.weight", h);
        boolean pointwise = outputs == 1;
        EventTable events = EventTable.read(checkpoint, config, weights, features, EMBEDDING, pointwise ? 0 : outputs);
        if (pointwise) {
            events.requireItems(checkpoint);
        }
        int layers = reader.recurrentLayers("lstm.weight_ih_l", "num_layers");
        int items = pointwise ? events.rows().rows() : outputs;
        int d = events.rows().columns();
        UserInterest.Parts parts = new UserInterest.Parts(
                IntStream.range(0, layers)
                        .mapToObj(l -> layer(checkpoint, weights, l, h, l == 0 ? d : h))
                        .toList(),
                Layers.linear(checkpoint, weights, ATTENTION + "query_linear", h, h),
                keyValue(checkpoint, weights, h),
                Layers.linear(checkpoint, weights, ATTENTION + "out_linear", h, h),
                new ItemHead(
                        Layers.linear(checkpoint, weights, "fc", outputs, h).layer()),
                pointwise,
                pointwise ? IntStream.range(0, items).toArray() : null);
        Leftovers.refuse(checkpoint, weights);
        ModelCard card = reader.card(
                type(),
                heads,
                d,
                config.flag("causal").orElse(false),
                false,
                items,
                new ModelCard.Traits(false, true, pointwise, true, List.of(), !pointwise, events.tokens()));
        return new UserInterest(card, events.rows(), parts);
    }

    private static Lstm layer(Checkpoint checkpoint, WeightReader weights, int layer, int h, int in) {
        String suffix = "_l" + layer;
        float[] bias = new float[4 * h];
        for (String name : List.of("lstm.bias_ih" + suffix, "lstm.bias_hh" + suffix)) {
            if (checkpoint.has(name)) {
                Vectors.add(bias, 0, 1, weights.floats(name, 4L * h), 0, bias.length);
            }
        }
        return new Lstm(
                Dense.of(weights.floats("lstm.weight_ih" + suffix, 4L * h, in), 4 * h, in, bias),
                Dense.unbiased(weights, "lstm.weight_hh" + suffix, 4 * h, h));
    }

    private static Dense keyValue(Checkpoint checkpoint, WeightReader weights, int h) {
        float[] stacked = Arrays.copyOf(weights.floats(ATTENTION + "key_linear.weight", h, h), 2 * h * h);
        System.arraycopy(weights.floats(ATTENTION + "value_linear.weight", h, h), 0, stacked, h * h, h * h);
        float[] bias = new float[2 * h];
        if (checkpoint.has(ATTENTION + "key_linear.bias")) {
            Vectors.add(bias, 0, 1, weights.floats(ATTENTION + "key_linear.bias", h), 0, h);
        }
        if (checkpoint.has(ATTENTION + "value_linear.bias")) {
            Vectors.add(bias, h, 1, weights.floats(ATTENTION + "value_linear.bias", h), 0, h);
        }
        return Dense.of(stacked, 2 * h, h, bias);
    }

    private static Optional<Integer> heads(HyperParameters settings) {
        return settings.integer(HEADS, HEADS);
    }

    private static int heads(HyperParameters settings, Checkpoint checkpoint, int h) {
        int heads = heads(settings)
                .orElseThrow(() -> new DataException(
                        Problem.of("the file does not tell the number of attention heads")
                                .at(checkpoint.file().toString())
                                .expected(HEADS + ", a divisor of " + h)
                                .fix("set \"" + HEADS + "\" in config.json or pass --config"),
                        new ModelChoice(checkpoint.file(), "user_interest", List.of(), Heads.sharing(h))));
        if (heads < 1 || h % heads != 0) {
            throw new DataException(Problem.of("the number of attention heads does not divide the hidden size")
                    .at(checkpoint.file().toString())
                    .expected("a divisor of " + h)
                    .found(String.valueOf(heads)));
        }
        return heads;
    }
}
