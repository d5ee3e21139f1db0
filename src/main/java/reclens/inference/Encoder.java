package reclens.inference;

import java.util.Arrays;
import java.util.List;

/**
 * A stack of Transformer blocks over packed sequences: the rows [R, D] of several segments lie one after another, matrix
 * products take them all at once, attention takes each segment on its own. Immutable; buffers belong to the caller.
 *
 * @param paddingRows by layer the key and value [2 D] that every padding slot has; null when padding gets no attention
 */
record Encoder(List<Block> blocks, Heads heads, float[][] paddingRows) {

    Encoder withPaddingRows(float[][] rows) {
        return new Encoder(blocks, heads, rows);
    }

    /** Runs {@code b.x} [R, D] through all blocks; leaves the states of the result rows in it, [B, D], one per segment. */
    void rank(Kernels k, PassBuffers b, List<Segment> segments) {
        int rows = rows(segments);
        for (int l = 0; l < blocks.size() - 1; l++) {
            keys(k, b, l, rows);
            advance(k, b, l, rows, segments, false, null);
        }
        int last = blocks.size() - 1;
        keys(k, b, last, rows); // of all rows; nothing else of the last block needs more than the result rows
        gather(b, segments);
        advance(k, b, last, segments.size(), segments, true, null);
    }

    /** Keys and values of every layer [layers][rows, 2 D] for one segment whose states later passes start from. */
    float[][] keyValues(Kernels k, PassBuffers b, Segment segment) {
        float[][] states = new float[blocks.size()][];
        for (int l = 0; l < states.length; l++) {
            keys(k, b, l, segment.rows());
            states[l] = Arrays.copyOf(b.keyValue, segment.rows() * 2 * heads.width());
            if (l < states.length - 1) {
                advance(k, b, l, segment.rows(), List.of(segment), false, null);
            }
        }
        return states;
    }

    /** Attention weights of every layer [layers][H, rows, keys] for one segment; the padding key, if any, is column 0. */
    float[][] trace(Kernels k, PassBuffers b, Segment segment) {
        float[][] weights = new float[blocks.size()][];
        int columns = segment.rows() + (segment.padding() > 0 ? 1 : 0);
        for (int l = 0; l < weights.length; l++) {
            weights[l] = new float[heads.count() * segment.rows() * columns];
            keys(k, b, l, segment.rows());
            advance(k, b, l, segment.rows(), List.of(segment), false, weights[l]);
        }
        return weights;
    }

    /** Queries, keys and values of one head for all rows of a segment that starts at its first event. */
    HeadVectors head(Kernels k, PassBuffers b, Segment segment, HeadPlace place) {
        for (int l = 0; l < place.layer(); l++) {
            keys(k, b, l, segment.rows());
            advance(k, b, l, segment.rows(), List.of(segment), false, null);
        }
        keys(k, b, place.layer(), segment.rows());
        queries(k, b, place.layer(), segment.rows());
        float[] keyValue = Arrays.copyOf(b.keyValue, segment.rows() * 2 * heads.width());
        if (segment.padding() > 0) {
            float[] padding = paddingRows[place.layer()];
            keyValue = Arrays.copyOf(padding, padding.length + segment.rows() * 2 * heads.width());
            System.arraycopy(b.keyValue, 0, keyValue, padding.length, keyValue.length - padding.length);
        }
        return HeadVectors.of(place, heads, b.query, segment.rows(), keyValue, segment.causal())
                .withPadding(segment.padding());
    }

    /** Projects keys and values of all rows; leaves the normalised states for the queries where the block has them. */
    private void keys(Kernels k, PassBuffers b, int layer, int rows) {
        Block block = blocks.get(layer);
        float[] source = b.x;
        if (block.placement() == NormPlacement.PRE) {
            k.layerNorm(b.x, rows, block.attentionNorm(), b.normed);
            source = b.normed;
        }
        k.linear(source, rows, block.keyValue(), Activation.NONE, b.keyValue); // [R, 2 D]
    }

    /** The rest of a block for m rows of {@code b.x}: all rows, or the result rows only. */
    private void advance(
            Kernels k, PassBuffers b, int layer, int m, List<Segment> segments, boolean resultsOnly, float[] kept) {
        Block block = blocks.get(layer);
        queries(k, b, layer, m);
        attend(k, b, layer, segments, resultsOnly, kept);
        k.linear(b.mixed, m, block.output(), Activation.NONE, b.branch); // [m, D]
        switch (block.placement()) {
            case POST -> {
                k.residualNorm(b.x, b.branch, m, block.attentionNorm(), b.x);
                feedForward(k, b, b.x, m, block);
                k.residualNorm(b.x, b.branch, m, block.forwardNorm(), b.x);
            }
            case PRE -> {
                k.add(b.x, b.branch, m * heads.width());
                k.layerNorm(b.x, m, block.forwardNorm(), b.normed);
                feedForward(k, b, b.normed, m, block);
                k.add(b.x, b.branch, m * heads.width());
            }
            case QUERY -> {
                k.residualNorm(b.x, b.branch, m, block.forwardNorm(), b.x);
                feedForward(k, b, b.x, m, block);
                k.add(b.x, b.branch, m * heads.width());
            }
            default -> throw new IllegalArgumentException(block.placement().name());
        }
    }

    /** Projects the queries of m rows [m, D]; where the block has it so, the normalised query becomes the residual. */
    private void queries(Kernels k, PassBuffers b, int layer, int m) {
        Block block = blocks.get(layer);
        if (block.placement() == NormPlacement.QUERY) {
            k.layerNorm(b.x, m, block.attentionNorm(), b.x);
        }
        float[] source = block.placement() == NormPlacement.PRE ? b.normed : b.x;
        k.linear(source, m, block.query(), Activation.NONE, b.query);
    }

    private static void feedForward(Kernels k, PassBuffers b, float[] source, int m, Block block) {
        k.linear(source, m, block.expand(), block.activation(), b.inner); // [m, F]
        k.linear(b.inner, m, block.contract(), Activation.NONE, b.branch); // [m, D]
    }

    private void attend(
            Kernels k, PassBuffers b, int layer, List<Segment> segments, boolean resultsOnly, float[] kept) {
        int at = 0; // first row of the segment in the pass
        for (int i = 0; i < segments.size(); i++) {
            Segment s = segments.get(i);
            float[] prefix = s.start() == 0 ? null : s.prefix()[layer];
            float[] padding = s.padding() == 0 ? null : paddingRows[layer];
            KeyValues keys = new KeyValues(padding, prefix, s.start(), b.keyValue, at, s.rows());
            if (resultsOnly) {
                k.attention(heads, b.query, i, 1, keys, s.mask(s.result()), kept, b.mixed);
            } else {
                k.attention(heads, b.query, at, s.rows(), keys, s.mask(s.start()), kept, b.mixed);
            }
            at += s.rows();
        }
    }

    /** Moves the result rows of states and normalised states to the front, one per segment. */
    private void gather(PassBuffers b, List<Segment> segments) {
        int d = heads.width();
        int at = 0;
        for (int i = 0; i < segments.size(); i++) {
            int row = at + segments.get(i).resultRow();
            System.arraycopy(b.x, row * d, b.x, i * d, d);
            System.arraycopy(b.normed, row * d, b.normed, i * d, d);
            at += segments.get(i).rows();
        }
    }

    private static int rows(List<Segment> segments) {
        return segments.stream().mapToInt(Segment::rows).sum();
    }
}
