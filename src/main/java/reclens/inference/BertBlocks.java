package reclens.inference;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Reads post-norm Transformer blocks whose tensors are named as in BERT: query, key and value apart.
 *
 * @param attention between the layer's number and the names of its attention tensors
 * @param forward between the layer's number and the names of its feed-forward tensors
 * @param hidden D
 */
record BertBlocks(
        WeightReader weights, String attention, String forward, int hidden, double eps, Activation activation) {

    /** With the names that RecBole gives. */
    static BertBlocks ofRecBole(WeightReader weights, int hidden, double eps, Activation activation) {
        return new BertBlocks(weights, ".multi_head_attention.", ".feed_forward.", hidden, eps, activation);
    }

    /** @param layers what precedes the number of a layer, such as {@code trm_encoder.layer.} */
    List<Block> read(String layers, int count) {
        return IntStream.range(0, count).mapToObj(i -> block(layers + i)).toList();
    }

    /** @param layer such as {@code trm_encoder.layer.0} */
    Block block(String layer) {
        String a = layer + attention;
        String f = layer + forward;
        int inner = weights.rows(f + "dense_1.weight", hidden);
        return new Block(
                NormPlacement.POST,
                weights.norm(a + "LayerNorm", hidden, eps),
                weights.linear(a + "query", hidden, hidden),
                stacked(a + "key", a + "value"),
                weights.linear(a + "dense", hidden, hidden),
                weights.norm(f + "LayerNorm", hidden, eps),
                weights.linear(f + "dense_1", inner, hidden),
                activation,
                weights.linear(f + "dense_2", hidden, inner));
    }

    private Linear stacked(String keys, String values) {
        float[] weight = new float[2 * hidden * hidden];
        float[] bias = new float[2 * hidden];
        int part = 0;
        for (String name : List.of(keys, values)) {
            System.arraycopy(
                    weights.floats(name + ".weight", hidden, hidden),
                    0,
                    weight,
                    part * hidden * hidden,
                    hidden * hidden);
            System.arraycopy(weights.floats(name + ".bias", hidden), 0, bias, part * hidden, hidden);
            part++;
        }
        return new Linear(Matrix.of(weight, 2 * hidden, hidden), bias);
    }
}
