package reclens.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import reclens.domain.Checkpoint;
import reclens.domain.DataException;
import reclens.domain.ModelChoice;
import reclens.domain.ModelConfig;
import reclens.domain.Padding;
import reclens.domain.Problem;

/** What RecBole's Transformer models have in common: settings, tables and encoders, each checked once. */
final class RecBoleReader {
    static final String HEADS = "num_attention_heads";
    static final String ITEMS = "item_embedding.weight";
    static final String POSITIONS = "position_embedding.weight";

    private final Checkpoint checkpoint;
    private final HyperParameters settings;
    private final WeightReader weights;
    private final int tableRows;
    private final int hidden;
    private final int heads;
    private final int window;
    private final double eps;
    private final Activation activation;
    private int layers;
    private int innerSize;

    /** @param model the name that RecBole gives to the model */
    RecBoleReader(Checkpoint checkpoint, ModelConfig config, String model) {
        this.checkpoint = checkpoint;
        this.settings = new HyperParameters(checkpoint, config);
        this.weights = new WeightReader(checkpoint);
        settings.modelName(model);
        int[] items = weights.tableShape(ITEMS);
        this.tableRows = items[0];
        this.hidden = settings.shown("hidden_size", "hidden_size", items[1], ITEMS);
        this.heads = heads(config, model.toLowerCase(Locale.ROOT));
        this.window = settings.shown(
                "max_position_embeddings", "MAX_ITEM_LIST_LENGTH", weights.tableShape(POSITIONS)[0], POSITIONS);
        this.eps = settings.numberOr("layer_norm_eps", "layer_norm_eps", 1e-12, false);
        this.activation = Activation.parse(
                settings.textOr("hidden_act", "hidden_act", "gelu", false),
                checkpoint.file().toString());
    }

    static List<String> missing(Checkpoint checkpoint, ModelConfig config) {
        List<String> missing = new ArrayList<>();
        if (new HyperParameters(checkpoint, config).integer(HEADS, "n_heads").isEmpty()) {
            missing.add(HEADS);
        }
        return missing;
    }

    Checkpoint checkpoint() {
        return checkpoint;
    }

    HyperParameters settings() {
        return settings;
    }

    WeightReader weights() {
        return weights;
    }

    /** Rows of the item table. */
    int tableRows() {
        return tableRows;
    }

    /** D. */
    int hidden() {
        return hidden;
    }

    /** L. */
    int window() {
        return window;
    }

    /** F, known once the encoders are read. */
    int innerSize() {
        return innerSize;
    }

    /** Number of layers of an encoder, known once the encoders are read. */
    int layers() {
        return layers;
    }

    Heads heads() {
        return new Heads(heads, hidden);
    }

    Matrix items() {
        return weights.matrix(ITEMS, tableRows, hidden);
    }

    /** [L, D], row-major. */
    float[] positions() {
        return weights.floats(POSITIONS, window, hidden);
    }

    Norm norm(String name) {
        return weights.norm(name, hidden, eps);
    }

    /** @param name such as {@code trm_encoder} */
    Encoder encoder(String name) {
        String prefix = name + ".layer.";
        layers = settings.shown(
                "num_hidden_layers", "n_layers", weights.layers(prefix), "the layers of " + prefix + "*");
        List<Block> blocks =
                BertBlocks.ofRecBole(weights, hidden, eps, activation).read(prefix, layers);
        int inner = blocks.get(0).expand().out();
        innerSize = Math.max(
                innerSize, settings.shown("intermediate_size", "inner_size", inner, "the first feed-forward layer"));
        return new Encoder(blocks, heads(), null);
    }

    /** What was taken for granted, tensors that nobody took included; for when everything is read. */
    List<String> assumptions() {
        if (!weights.unused().isEmpty()) {
            settings.assume(
                    "tensors that this model does not use were left aside: " + String.join(", ", weights.unused()));
        }
        return settings.assumptions();
    }

    /**
     * The card of a model with right-padded windows; for when everything is read.
     *
     * @param window events that it reads at most
     * @param items rows of the item table that are no mask
     */
    ModelCard card(String type, int window, boolean causal, int items, ModelCard.Traits traits) {
        return new ModelCard(
                type,
                "",
                layers,
                heads,
                hidden,
                window,
                Padding.RIGHT,
                causal,
                false,
                items,
                List.of(0),
                assumptions(),
                traits);
    }

    /** The file does not tell something that must be known. */
    static Problem untold(Checkpoint checkpoint, ModelConfig config, List<String> missing, String expected) {
        return Problem.of("the file does not tell which computation it was trained for")
                .at(checkpoint.file().toString())
                .expected(expected)
                .found(
                        config.source().isEmpty()
                                ? "no config.json"
                                : "neither in the checkpoint nor in " + config.source())
                .fix("set " + missing.stream().map(m -> '"' + m + '"').collect(Collectors.joining(" and "))
                        + " in config.json or pass --config");
    }

    private int heads(ModelConfig config, String type) {
        String expected = HEADS + ", a divisor of " + hidden;
        int count = settings.integer(HEADS, "n_heads")
                .orElseThrow(() -> new DataException(
                        untold(checkpoint, config, List.of(HEADS), expected),
                        new ModelChoice(checkpoint.file(), type, List.of(), Heads.sharing(hidden))));
        if (count < 1 || hidden % count != 0) {
            throw new DataException(Problem.of("the hidden size cannot be shared by that many attention heads")
                    .at(checkpoint.file().toString())
                    .expected(expected)
                    .found(String.valueOf(count))
                    .fix("correct \"" + HEADS + "\" in config.json"));
        }
        return count;
    }
}
