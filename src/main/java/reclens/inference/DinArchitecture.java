package reclens.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import reclens.domain.Checkpoint;
import reclens.domain.FeatureTables;
import reclens.domain.ItemVocabulary;
import reclens.domain.ModelConfig;

/**
 * DIN of RecBole. Item fields: {@code embedding_layer.token_embedding_table.item.embedding.weight}, one table for all fields of
 * one value, and {@code embedding_layer.token_seq_embedding_table.item.N.weight}; see {@link FieldReader} for their order. User
 * fields have tables too, which no score depends on. Layers: {@code attention.att_mlp_layers.mlp_layers.N}, {@code
 * attention.dense}, {@code dnn_mlp_layers.mlp_layers.N} with a BatchNorm after each, {@code dnn_predict_layers}. The window comes
 * from the checkpoint's settings or as {@code max_position_embeddings}.
 */
final class DinArchitecture implements Architecture {
    private static final String TOKENS = "embedding_layer.token_embedding_table.item.embedding.weight";
    private static final String SEQUENCES = "embedding_layer.token_seq_embedding_table.item.";
    private static final String ATTENTION = "attention.att_mlp_layers.mlp_layers.";
    private static final String MLP = "dnn_mlp_layers.mlp_layers.";
    /** PyTorch's default, which RecBole leaves as it is. */
    private static final double EPS = 1e-5;

    @Override
    public String type() {
        return "din";
    }

    @Override
    public boolean owns(Checkpoint checkpoint) {
        return Stream.of(TOKENS, "attention.dense.weight", "dnn_predict_layers.weight")
                        .allMatch(checkpoint::has)
                && !layers(checkpoint, ATTENTION).isEmpty();
    }

    @Override
    public List<String> missing(Checkpoint checkpoint, ModelConfig config) {
        return WindowLength.missing(checkpoint, config);
    }

    @Override
    public OptionalInt featureRows(Checkpoint checkpoint) {
        return OptionalInt.of(0);
    }

    @Override
    public RecommenderModel open(Checkpoint checkpoint, ModelConfig config, FeatureTables features) {
        WindowedReader opened = WindowedReader.ofRecBole(checkpoint, config, "DIN");
        HyperParameters settings = opened.settings();
        WeightReader weights = opened.weights();
        int width = settings.shown("embedding_size", "embedding_size", weights.tableShape(TOKENS)[1], TOKENS);
        FieldReader reader = FieldReader.ofItems(checkpoint, config, features, settings);
        List<FieldLookup> fields = new ArrayList<>(reader.tokens(weights, TOKENS, width));
        fields.addAll(reader.sequences(weights, SEQUENCES, width, true));
        int items = reader.rows(false);
        int d = fields.size() * width;
        DinParts parts = parts(checkpoint, weights, keys(fields, items, width), d);
        List<String> unread = checkpoint.tensors().keySet().stream()
                .filter(n ->
                        n.startsWith("embedding_layer.") && n.contains(".user.") || n.endsWith(".num_batches_tracked"))
                .toList();
        Leftovers.refuse(checkpoint, weights, unread);
        List<String> names = fields.stream().map(FieldLookup::name).toList();
        ModelCard card = opened.card(
                type(), d, items, new ModelCard.Traits(false, true, true, false, names, false, ItemVocabulary.EMPTY));
        return new Din(card, parts, new DinFields(fields, checkpoint.vocabularies()));
    }

    private static float[] keys(List<FieldLookup> fields, int items, int width) {
        float[] keys = new float[items * fields.size() * width];
        for (int i = 0; i < items; i++) {
            for (int f = 0; f < fields.size(); f++) {
                fields.get(f).row(0, i, keys, (i * fields.size() + f) * width);
            }
        }
        return keys;
    }

    private static DinParts parts(Checkpoint checkpoint, WeightReader weights, float[] keys, int d) {
        List<Integer> attention = layers(checkpoint, ATTENTION);
        String first = ATTENTION + attention.get(0);
        int size = weights.rows(first + ".weight", 4 * d);
        float[] w = weights.floats(first + ".weight", size, 4L * d);
        float[][] split = new float[3][size * d]; // for q, k and q * k
        for (int o = 0; o < size; o++) {
            for (int i = 0; i < d; i++) {
                int at = o * 4 * d + i;
                split[0][o * d + i] = w[at] + w[at + 2 * d];
                split[1][o * d + i] = w[at + d] - w[at + 2 * d];
                split[2][o * d + i] = w[at + 3 * d];
            }
        }
        List<Dense> further = new ArrayList<>();
        int in = size;
        for (int index : attention.subList(1, attention.size())) {
            int out = weights.rows(ATTENTION + index + ".weight", in);
            further.add(Dense.read(weights, ATTENTION + index, out, in));
            in = out;
        }
        further.add(Dense.read(weights, "attention.dense", 1, in));
        List<Dense> mlp = new ArrayList<>();
        in = 3 * d;
        for (int index : layers(checkpoint, MLP)) {
            int out = weights.rows(MLP + index + ".weight", in);
            mlp.add(folded(weights, MLP + index, MLP + (index + 1), out, in));
            in = out;
        }
        return new DinParts(
                keys,
                Dense.of(split[0], size, d, weights.floats(first + ".bias", size)),
                Dense.of(split[1], size, d, new float[size]),
                Dense.of(split[2], size, d, new float[size]),
                further,
                mlp,
                Dense.read(weights, "dnn_predict_layers", 1, in));
    }

    /** A layer and the BatchNorm after it, which at inference is a scale and a shift per output. */
    private static Dense folded(WeightReader weights, String layer, String norm, int out, int in) {
        float[] w = weights.floats(layer + ".weight", out, in);
        float[] b = weights.floats(layer + ".bias", out);
        float[] gain = weights.floats(norm + ".weight", out);
        float[] shift = weights.floats(norm + ".bias", out);
        float[] mean = weights.floats(norm + ".running_mean", out);
        float[] variance = weights.floats(norm + ".running_var", out);
        for (int o = 0; o < out; o++) {
            double scale = gain[o] / Math.sqrt(variance[o] + EPS);
            for (int i = 0; i < in; i++) {
                w[o * in + i] = (float) (w[o * in + i] * scale);
            }
            b[o] = (float) ((b[o] - mean[o]) * scale + shift[o]);
        }
        return Dense.of(w, out, in, b);
    }

    /** Places in a network of the layers with a matrix, in order. */
    static List<Integer> layers(Checkpoint checkpoint, String prefix) {
        return IntStream.range(0, 256)
                .filter(i -> checkpoint.has(prefix + i + ".weight")
                        && checkpoint.tensor(prefix + i + ".weight").rank() == 2)
                .boxed()
                .toList();
    }
}
