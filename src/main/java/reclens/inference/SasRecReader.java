package reclens.inference;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import reclens.domain.Checkpoint;
import reclens.domain.DataException;
import reclens.domain.Problem;

/** Takes the weights of a SASRec out of a checkpoint and checks them against its hyper-parameters. */
final class SasRecReader {
    private final Checkpoint checkpoint;
    private final HyperParameters settings;
    private final SasRecVariant variant;
    private final SasRecNames names;
    private final WeightReader weights;
    private final int hidden; // D
    private final int itemCount; // I

    SasRecReader(Checkpoint checkpoint, HyperParameters settings, SasRecVariant variant) {
        this.checkpoint = checkpoint;
        this.settings = settings;
        this.variant = variant;
        this.names = SasRecNames.of(checkpoint).orElseThrow();
        this.weights = new WeightReader(checkpoint);
        int[] items = weights.tableShape(names.items());
        this.itemCount = items[0];
        this.hidden = settings.shown("hidden_size", "hidden_size", items[1], names.items());
    }

    SasRec read(int heads) {
        if (heads < 1 || hidden % heads != 0) {
            throw new DataException(Problem.of("the hidden size cannot be shared by that many attention heads")
                    .at(checkpoint.file().toString())
                    .expected("num_attention_heads, a divisor of " + hidden)
                    .found(String.valueOf(heads))
                    .fix("correct \"num_attention_heads\" in config.json"));
        }
        int positions = weights.tableShape(names.positions())[0];
        int window = settings.shown(
                "max_position_embeddings",
                "MAX_ITEM_LIST_LENGTH",
                variant.hasPaddingPosition() ? positions - 1 : positions,
                names.positions());
        int layers = settings.shown(
                "num_hidden_layers",
                "n_layers",
                weights.layers(names.layers()),
                "the layers of " + names.layers() + "*");
        boolean builtIn = variant != SasRecVariant.RECBOLE; // RecBole takes both from its configuration
        double eps = settings.numberOr("layer_norm_eps", "layer_norm_eps", variant.usualEps(), builtIn);
        String act = settings.textOr("hidden_act", "hidden_act", variant.usualActivation(), variant.isPmixer());
        Activation activation = Activation.parse(act, checkpoint.file().toString());

        Matrix items = weights.matrix(names.items(), itemCount, hidden);
        float[] positionRows = weights.floats(names.positions(), positions, hidden);
        Norm embeddingNorm = variant.isPmixer() ? null : weights.norm("LayerNorm", hidden, eps);
        List<Block> blocks = IntStream.range(0, layers)
                .mapToObj(i -> variant.isPmixer() ? pmixerBlock(i, eps, activation) : bertBlock(i, eps, activation))
                .toList();
        Norm finalNorm = variant.isPmixer() ? weights.norm("last_layernorm", hidden, eps) : null;
        int inner = blocks.get(0).expand().out();
        settings.shown("intermediate_size", "inner_size", inner, "the first feed-forward layer");
        if (!weights.unused().isEmpty()) {
            settings.assume(
                    "tensors that this model does not use were left aside: " + String.join(", ", weights.unused()));
        }
        float scale = variant.isPmixer() ? (float) Math.sqrt(hidden) : 1f;
        return new SasRec(
                card(layers, heads, window),
                variant,
                new SasRecWeights(items, scale, positionRows, embeddingNorm, blocks, inner, finalNorm));
    }

    private ModelCard card(int layers, int heads, int window) {
        // The last row of ICLRec's table is the mask token of its pre-training.
        List<Integer> unrankable = variant == SasRecVariant.ICLREC ? List.of(0, itemCount - 1) : List.of(0);
        return new ModelCard(
                "sasrec",
                variant.key(),
                layers,
                heads,
                hidden,
                window,
                variant.padding(),
                true,
                variant.isPmixer(),
                itemCount,
                unrankable,
                settings.assumptions());
    }

    /** RecBole and ICLRec: separate query, key and value, named as in BERT. */
    private Block bertBlock(int layer, double eps, Activation activation) {
        BertBlocks blocks = variant == SasRecVariant.RECBOLE
                ? BertBlocks.ofRecBole(weights, hidden, eps, activation)
                : new BertBlocks(weights, ".attention.", ".intermediate.", hidden, eps, activation);
        return blocks.block(names.layers() + layer);
    }

    /** pmixer: PyTorch's packed projection, rows Q, K, V; convolutions of width 1, which are linear layers. */
    private Block pmixerBlock(int layer, double eps, Activation activation) {
        String attention = names.layers() + layer + ".";
        String forward = "forward_layers." + layer + ".";
        int d = hidden;
        float[] packed = weights.floats(attention + "in_proj_weight", 3L * d, d);
        float[] bias = weights.floats(attention + "in_proj_bias", 3L * d);
        return new Block(
                variant.placement(),
                weights.norm("attention_layernorms." + layer, d, eps),
                new Linear(Matrix.of(Arrays.copyOf(packed, d * d), d, d), Arrays.copyOf(bias, d)),
                new Linear(
                        Matrix.of(Arrays.copyOfRange(packed, d * d, 3 * d * d), 2 * d, d),
                        Arrays.copyOfRange(bias, d, 3 * d)),
                weights.linear(attention + "out_proj", d, d),
                weights.norm("forward_layernorms." + layer, d, eps),
                convolution(forward + "conv1"),
                activation,
                convolution(forward + "conv2"));
    }

    private Linear convolution(String name) {
        float[] weight = weights.floats(name + ".weight", hidden, hidden, 1);
        return new Linear(Matrix.of(weight, hidden, hidden), weights.floats(name + ".bias", hidden));
    }
}
