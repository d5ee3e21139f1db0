package reclens.inference;

import java.util.Arrays;

/**
 * One sequence's way through one block, kept for the way back. The queries are m rows in a row: all R, or the one whose
 * state is wanted, in the last block.
 */
final class BlockTape {
    private final Block block;
    private final Heads heads;
    private final float[] padding; // [2 D] key and value of the padding slots; null when they get no attention
    private final float[] x; // [R, D] what entered the block
    private final int rows; // R
    private final int first; // first query
    private final int m;
    private final float[] keyValue; // [R, 2 D]
    private final float[] query; // [m, D]
    private final float[] weights; // [H, m, columns]
    private final float[] attended; // [m, D] residual and attention, before a LayerNorm
    private final float[] inner; // [m, F] before the activation
    private final float[] active; // [m, F] after it
    private final float[] left; // [m, D] residual and feed-forward, before a LayerNorm
    private final float[] output; // [m, D]

    /** Runs the block forward. */
    BlockTape(Block block, Heads heads, float[] padding, Kernels k, float[] x, Segment segment, boolean resultOnly) {
        this.block = block;
        this.heads = heads;
        this.padding = padding;
        this.x = x;
        int d = heads.width();
        rows = segment.rows();
        first = resultOnly ? segment.result() : 0;
        m = resultOnly ? 1 : rows;
        boolean pre = block.placement() == NormPlacement.PRE;
        float[] normed = new float[rows * d];
        if (pre) {
            k.layerNorm(x, rows, block.attentionNorm(), normed);
        }
        keyValue = new float[rows * 2 * d];
        k.linear(pre ? normed : x, rows, block.keyValue(), Activation.NONE, keyValue);

        float[] residual = Arrays.copyOfRange(x, first * d, (first + m) * d);
        float[] source = pre ? Arrays.copyOfRange(normed, first * d, (first + m) * d) : residual;
        if (block.placement() == NormPlacement.QUERY) {
            source = new float[m * d];
            k.layerNorm(residual, m, block.attentionNorm(), source);
            residual = source;
        }
        query = new float[m * d];
        k.linear(source, m, block.query(), Activation.NONE, query);
        weights = new float[heads.count() * m * (rows + (padding == null ? 0 : 1))];
        float[] mixed = new float[m * d];
        KeyValues keys = new KeyValues(padding, null, 0, keyValue, 0, rows);
        k.attention(heads, query, 0, m, keys, segment.mask(first), weights, mixed);
        attended = new float[m * d];
        k.linear(mixed, m, block.output(), Activation.NONE, attended);
        k.add(attended, residual, m * d);

        boolean post = block.placement() == NormPlacement.POST;
        float[] middle = new float[m * d]; // what the feed-forward network reads
        k.layerNorm(attended, m, post ? block.attentionNorm() : block.forwardNorm(), middle);
        inner = new float[m * block.expand().out()];
        k.linear(middle, m, block.expand(), Activation.NONE, inner);
        active = new float[inner.length];
        k.activate(inner, inner.length, block.activation(), active);
        left = new float[m * d];
        k.linear(active, m, block.contract(), Activation.NONE, left);
        k.add(left, pre ? attended : middle, m * d);
        output = post ? new float[m * d] : left;
        if (post) {
            k.layerNorm(left, m, block.forwardNorm(), output);
        }
    }

    /** [m, D]. */
    float[] output() {
        return output;
    }

    /**
     * @param dOutput gradient of the output [m, D]; overwritten
     * @return gradient of what entered the block [R, D]
     */
    float[] backward(BackwardKernels back, float[] dOutput) {
        int d = heads.width();
        boolean post = block.placement() == NormPlacement.POST;
        if (post) {
            BackwardLoops.layerNorm(left, dOutput, m, block.forwardNorm(), dOutput);
        }
        float[] dInner = new float[inner.length];
        back.linear(dOutput, m, block.contract(), dInner);
        BackwardLoops.activation(inner, active, inner.length, block.activation(), dInner);
        float[] dAttended = new float[m * d];
        back.linear(dInner, m, block.expand(), dAttended);
        if (block.placement() == NormPlacement.PRE) { // the residual is what stood before the LayerNorm
            BackwardLoops.layerNorm(attended, dAttended, m, block.forwardNorm(), dAttended);
            BackwardLoops.addAt(dAttended, 0, dOutput, m * d);
        } else {
            BackwardLoops.addAt(dAttended, 0, dOutput, m * d);
            Norm norm = post ? block.attentionNorm() : block.forwardNorm();
            BackwardLoops.layerNorm(attended, dAttended, m, norm, dAttended);
        }
        return throughAttention(back, dAttended);
    }

    /** @param dAttended gradient of residual plus attention [m, D] */
    private float[] throughAttention(BackwardKernels back, float[] dAttended) {
        int d = heads.width();
        float[] dMixed = new float[m * d];
        back.linear(dAttended, m, block.output(), dMixed);
        float[] dQuery = new float[m * d];
        float[] dKeyValue = new float[rows * 2 * d];
        back.attention(heads, query, m, padding, keyValue, rows, weights, dMixed, dQuery, dKeyValue);
        float[] dx = new float[rows * d];
        back.linear(dKeyValue, rows, block.keyValue(), dx);
        float[] dSource = new float[m * d];
        back.linear(dQuery, m, block.query(), dSource);
        switch (block.placement()) {
            case POST -> BackwardLoops.addAt(dSource, 0, dAttended, m * d);
            case PRE -> {
                BackwardLoops.addAt(dx, first * d, dSource, m * d);
                BackwardLoops.layerNorm(x, dx, rows, block.attentionNorm(), dx);
                dSource = dAttended;
            }
            case QUERY -> { // the normalised query is the residual too
                BackwardLoops.addAt(dSource, 0, dAttended, m * d);
                float[] queries = Arrays.copyOfRange(x, first * d, (first + m) * d);
                BackwardLoops.layerNorm(queries, dSource, m, block.attentionNorm(), dSource);
            }
            default -> throw new IllegalArgumentException(block.placement().name());
        }
        BackwardLoops.addAt(dx, first * d, dSource, m * d);
        return dx;
    }
}
