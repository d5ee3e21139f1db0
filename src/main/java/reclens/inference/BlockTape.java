package reclens.inference;

import java.util.Arrays;

/**
 * The way of B copies of one sequence through one block, kept for the way back; the copies differ in their rows only. The
 * queries are m rows of each copy: all R, or the one whose state is wanted, in the last block.
 */
final class BlockTape {
    private final Block block;
    private final Heads heads;
    private final float[] padding; // [2 D] key and value of the padding slots; null when they get no attention
    private final float[] x; // [B R, D] what entered the block
    private final Segment segment;
    private final int copies; // B
    private final int rows; // R
    private final int first; // first query
    private final int m;
    private final float[] keyValue; // [B R, 2 D]
    private final float[] query; // [B m, D]
    private final float[][] weights; // [B][H, m, columns]
    private final float[] residual; // [B m, D]
    private final float[] attended; // [B m, D] residual and attention, before a LayerNorm
    private final float[] inner; // [B m, F] before the activation
    private final float[] active; // [B m, F] after it
    private final float[] left; // [B m, D] residual and feed-forward, before a LayerNorm
    private final float[] output; // [B m, D]

    /** Runs the block forward. */
    BlockTape(
            Block block,
            Heads heads,
            float[] padding,
            Kernels k,
            float[] x,
            Segment segment,
            int copies,
            boolean resultOnly) {
        this.block = block;
        this.heads = heads;
        this.padding = padding;
        this.x = x;
        this.segment = segment;
        this.copies = copies;
        int d = heads.width();
        rows = segment.rows();
        first = resultOnly ? segment.result() : 0;
        m = resultOnly ? 1 : rows;
        int queries = copies * m;
        boolean pre = block.placement() == NormPlacement.PRE;
        float[] normed = pre ? new float[x.length] : x;
        if (pre) {
            k.layerNorm(x, copies * rows, block.attentionNorm(), normed);
        }
        keyValue = new float[2 * x.length];
        k.linear(normed, copies * rows, block.keyValue(), Activation.NONE, keyValue);

        float[] source = queryRows(normed);
        if (block.placement() == NormPlacement.QUERY) {
            k.layerNorm(source, queries, block.attentionNorm(), source);
        }
        residual = pre ? queryRows(x) : source;
        query = new float[queries * d];
        k.linear(source, queries, block.query(), Activation.NONE, query);
        weights = new float[copies][heads.count() * m * columns()];
        float[] mixed = new float[queries * d];
        for (int b = 0; b < copies; b++) {
            KeyValues keys = new KeyValues(padding, null, 0, keyValue, b * rows, rows);
            k.attention(heads, query, b * m, m, keys, segment.mask(first), weights[b], mixed);
        }
        attended = new float[queries * d];
        k.linear(mixed, queries, block.output(), Activation.NONE, attended);
        k.add(attended, residual, queries * d);

        boolean post = block.placement() == NormPlacement.POST;
        float[] middle = new float[queries * d]; // what the feed-forward network reads
        k.layerNorm(attended, queries, post ? block.attentionNorm() : block.forwardNorm(), middle);
        inner = new float[queries * block.expand().out()];
        k.linear(middle, queries, block.expand(), Activation.NONE, inner);
        active = new float[inner.length];
        k.activate(inner, inner.length, block.activation(), active);
        left = new float[queries * d];
        k.linear(active, queries, block.contract(), Activation.NONE, left);
        k.add(left, pre ? attended : middle, queries * d);
        output = post ? new float[queries * d] : left;
        if (post) {
            k.layerNorm(left, queries, block.forwardNorm(), output);
        }
    }

    /** [B m, D]. */
    float[] output() {
        return output;
    }

    /** Room for a gradient of the first copy's weights [H, m, columns]. */
    float[] weightsShape() {
        return new float[weights[0].length];
    }

    /** Keys of a query: the padding column, where there is one, then the rows. */
    private int columns() {
        return rows + (padding == null ? 0 : 1);
    }

    /** The queries' rows [B m, D] out of those of all rows; a copy. */
    private float[] queryRows(float[] all) {
        int d = heads.width();
        float[] picked = new float[copies * m * d];
        for (int b = 0; b < copies; b++) {
            System.arraycopy(all, (b * rows + first) * d, picked, b * m * d, m * d);
        }
        return picked;
    }

    /** Adds the queries' rows [B m, D] to those of all rows [B R, D]. */
    private void addToQueryRows(float[] all, float[] ofQueries) {
        int d = heads.width();
        for (int b = 0; b < copies; b++) {
            Vectors.add(all, (b * rows + first) * d, 1, ofQueries, b * m * d, m * d);
        }
    }

    /**
     * @param dOutput gradient of the output [B m, D]; overwritten
     * @param dWeights where the gradient of the first copy's attention weights goes [H, m, columns]; null when nobody wants it
     * @return gradient of what entered the block [B R, D]
     */
    float[] backward(BackwardKernels back, float[] dOutput, float[] dWeights) {
        int d = heads.width();
        int queries = copies * m;
        boolean post = block.placement() == NormPlacement.POST;
        if (post) {
            BackwardLoops.layerNorm(left, dOutput, queries, block.forwardNorm(), dOutput);
        }
        float[] dInner = new float[inner.length];
        back.linear(dOutput, queries, block.contract(), dInner);
        BackwardLoops.activation(inner, active, inner.length, block.activation(), dInner);
        float[] dAttended = new float[queries * d];
        back.linear(dInner, queries, block.expand(), dAttended);
        if (block.placement() == NormPlacement.PRE) { // the residual is what stood before the LayerNorm
            BackwardLoops.layerNorm(attended, dAttended, queries, block.forwardNorm(), dAttended);
            BackwardLoops.addAt(dAttended, 0, dOutput, queries * d);
        } else {
            BackwardLoops.addAt(dAttended, 0, dOutput, queries * d);
            Norm norm = post ? block.attentionNorm() : block.forwardNorm();
            BackwardLoops.layerNorm(attended, dAttended, queries, norm, dAttended);
        }
        return throughAttention(back, dAttended, dWeights);
    }

    /** @param dAttended gradient of residual plus attention [B m, D] */
    private float[] throughAttention(BackwardKernels back, float[] dAttended, float[] dWeights) {
        int d = heads.width();
        int queries = copies * m;
        float[] dMixed = new float[queries * d];
        back.linear(dAttended, queries, block.output(), dMixed);
        float[] dQuery = new float[queries * d];
        float[] dKeyValue = new float[keyValue.length];
        for (int b = 0; b < copies; b++) {
            back.attention(
                    heads,
                    new BackwardKernels.Queries(query, dMixed, dQuery, b * m, m),
                    padding,
                    new BackwardKernels.Keys(keyValue, dKeyValue, b * rows, rows),
                    weights[b],
                    b == 0 ? dWeights : null);
        }
        float[] dx = new float[x.length];
        back.linear(dKeyValue, copies * rows, block.keyValue(), dx);
        float[] dSource = new float[queries * d];
        back.linear(dQuery, queries, block.query(), dSource);
        switch (block.placement()) {
            case POST -> BackwardLoops.addAt(dSource, 0, dAttended, queries * d);
            case PRE -> {
                addToQueryRows(dx, dSource);
                BackwardLoops.layerNorm(x, dx, copies * rows, block.attentionNorm(), dx);
                dSource = dAttended;
            }
            case QUERY -> { // the normalised query is the residual too
                BackwardLoops.addAt(dSource, 0, dAttended, queries * d);
                BackwardLoops.layerNorm(queryRows(x), dSource, queries, block.attentionNorm(), dSource);
            }
            default -> throw new IllegalArgumentException(block.placement().name());
        }
        addToQueryRows(dx, dSource);
        return dx;
    }

    /** The first copy's attention weights and their gradient, as {@link #backward} left it. */
    AttentionSlopes.Layer slopes(float[] dWeights) {
        return new AttentionSlopes.Layer(heads.count(), first, m, segment.padding(), rows, weights[0], dWeights);
    }

    /** What makes up the first copy's attention sub-layer. */
    AttentionParts.Layer parts() {
        int d = heads.width();
        Norm norm =
                switch (block.placement()) {
                    case POST -> block.attentionNorm();
                    case QUERY -> block.forwardNorm();
                    case PRE -> null;
                };
        int lead = padding == null ? 0 : 1;
        float[] values = new float[columns() * heads.count() * d];
        float[] outputRow = new float[d];
        for (int o = 0; o < d; o++) {
            block.output().weight().row(o, outputRow, 0); // from all heads to output o
            for (int c = 0; c < columns(); c++) {
                float[] from = c < lead ? padding : keyValue;
                int at = (c < lead ? 0 : (c - lead) * 2 * d) + d;
                for (int h = 0; h < heads.count(); h++) {
                    int column = h * heads.size();
                    values[(c * heads.count() + h) * d + o] =
                            Vectors.dot(outputRow, column, from, at + column, heads.size());
                }
            }
        }
        return new AttentionParts.Layer(
                heads.count(),
                d,
                first,
                m,
                segment.padding(),
                rows,
                weights[0],
                values,
                Arrays.copyOf(residual, m * d),
                block.output().bias(),
                Arrays.copyOf(attended, m * d),
                norm == null ? null : norm.gain(),
                norm == null ? null : norm.bias(),
                norm == null ? 0 : norm.eps());
    }
}
