package reclens.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import reclens.domain.Checkpoint;
import reclens.domain.DataException;
import reclens.domain.FeatureTables;
import reclens.domain.ModelChoice;
import reclens.domain.ModelConfig;
import reclens.domain.Problem;

/**
 * AutoInt of RecBole: {@code token_embedding_table}, {@code token_seq_embedding_table.N}, both again under {@code
 * first_order_linear}, {@code att_embedding} [A, E], {@code self_attns.N} of PyTorch's multi-head attention, {@code
 * v_res_embedding} [A, E] where there is a residual, {@code attn_fc}, {@code mlp_layers.mlp_layers.N}, {@code deep_predict_layer}.
 * Heads come from the checkpoint's settings or as {@code num_attention_heads}. Which field has which rows is told by {@code
 * token_fields}, {@code token_seq_fields} and {@code field_sizes}; see {@link FieldReader}.
 */
final class AutoIntArchitecture implements Architecture {
    private static final String HEADS = "num_attention_heads";
    private static final String LAYERS = "self_attns.";
    private static final String MLP = "mlp_layers.mlp_layers.";

    @Override
    public String type() {
        return "autoint";
    }

    @Override
    public boolean owns(Checkpoint checkpoint) {
        return Stream.of(ContextFields.TOKENS, "att_embedding.weight", LAYERS + "0.in_proj_weight", "attn_fc.weight")
                .allMatch(checkpoint::has);
    }

    @Override
    public List<String> missing(Checkpoint checkpoint, ModelConfig config) {
        return heads(new HyperParameters(checkpoint, config)).isPresent() ? List.of() : List.of(HEADS);
    }

    @Override
    public OptionalInt featureRows(Checkpoint checkpoint) {
        return OptionalInt.of(0);
    }

    @Override
    public RecommenderModel open(Checkpoint checkpoint, ModelConfig config, FeatureTables features) {
        HyperParameters settings = new HyperParameters(checkpoint, config);
        settings.modelName("AutoInt");
        WeightReader weights = new WeightReader(checkpoint);
        ContextFields fields = ContextFields.read(checkpoint, config, features, settings, weights);
        int width = fields.width();
        int a = settings.shown(
                "attention_size",
                "attention_size",
                weights.rows("att_embedding.weight", width),
                "att_embedding.weight");
        int layers = settings.shown("num_hidden_layers", "n_layers", weights.layers(LAYERS), LAYERS + "*");
        int heads = heads(settings)
                .filter(h -> h > 0 && a % h == 0)
                .orElseThrow(() -> new DataException(
                        Problem.of("the number of attention heads is missing or does not fit")
                                .at(checkpoint.file().toString())
                                .expected(HEADS + ", a divisor of " + a)
                                .found(heads(settings).map(String::valueOf).orElse("none"))
                                .fix("set \"" + HEADS + "\" in config.json or pass --config"),
                        new ModelChoice(checkpoint.file(), type(), List.of(), Heads.sharing(a))));
        List<Dense> mlp = new ArrayList<>();
        int in = fields.count() * width;
        for (int index : DinArchitecture.layers(checkpoint, MLP)) {
            int out = weights.rows(MLP + index + ".weight", in);
            mlp.add(Dense.read(weights, MLP + index, out, in));
            in = out;
        }
        AutoInt.Parts parts = new AutoInt.Parts(
                heads,
                Dense.read(weights, "att_embedding", a, width),
                IntStream.range(0, layers)
                        .mapToObj(l -> layer(weights, LAYERS + l + ".", a))
                        .toList(),
                checkpoint.has("v_res_embedding.weight") ? Dense.read(weights, "v_res_embedding", a, width) : null,
                Dense.read(weights, "attn_fc", 1, fields.count() * a),
                mlp,
                Dense.read(weights, "deep_predict_layer", 1, in));
        Leftovers.refuse(checkpoint, weights);
        return new AutoInt(ContextModel.card(type(), layers, heads, true, fields, settings), fields, parts);
    }

    private static Optional<Integer> heads(HyperParameters settings) {
        return settings.integer(HEADS, "num_heads");
    }

    /** PyTorch's packed projection: rows Q, K, V. */
    private static AutoInt.Layer layer(WeightReader weights, String name, int a) {
        float[] packed = weights.floats(name + "in_proj_weight", 3L * a, a);
        float[] bias = weights.floats(name + "in_proj_bias", 3L * a);
        return new AutoInt.Layer(
                Dense.of(Arrays.copyOf(packed, a * a), a, a, Arrays.copyOf(bias, a)),
                Dense.of(Arrays.copyOfRange(packed, a * a, 3 * a * a), 2 * a, a, Arrays.copyOfRange(bias, a, 3 * a)),
                Dense.read(weights, name + "out_proj", a, a));
    }
}
