package reclens.inference;

import java.util.List;
import java.util.Map;
import reclens.domain.AttentionTrace;

/**
 * SASRec with item features as RecBole has it: x = LN(concat_layer [item; fields] + position), then SASRec's encoder. F fields.
 */
final class SasRecF extends FeatureModel {
    private final Weights weights;

    /**
     * @param items [I, D], row 0 = padding
     * @param join [D, (F + 1) D]
     * @param positions [L, D], row-major
     * @param innerSize inner size of the feed-forward networks
     */
    record Weights(
            Matrix items,
            ItemFeatures features,
            Linear join,
            float[] positions,
            Norm embeddingNorm,
            Encoder encoder,
            int innerSize) {}

    SasRecF(ModelCard card, Weights weights, Map<String, List<String>> vocabularies) {
        super(card, weights.items, weights.features, vocabularies);
        this.weights = weights;
    }

    @Override
    float[] vectors(BufferPool.Lease lease, List<ModelInput> inputs, List<FeatureValue> without) {
        RightPadded sequences = RightPadded.of(inputs, card().windowLength());
        PassBuffers b = enter(lease, sequences, without);
        weights.encoder.rank(lease.kernels(), b, sequences.segments());
        return b.x;
    }

    @Override
    public AttentionTrace trace(ModelInput input) {
        InputCheck.check(input, card());
        int n = input.length();
        RightPadded sequences = RightPadded.of(List.of(input), card().windowLength());
        try (BufferPool.Lease lease = lease()) {
            PassBuffers b = enter(lease, sequences, null);
            float[][] kept = weights.encoder.trace(
                    lease.kernels(), b, sequences.segments().get(0));
            return new TraceBuilder(card(), sequences.rows(), 0, 0, n).build(kept, 0);
        }
    }

    @Override
    public HeadVectors headVectors(ModelInput input, HeadPlace place) {
        InputCheck.check(input, card());
        InputCheck.checkHead(place, card(), "items");
        RightPadded sequences = RightPadded.of(List.of(input), card().windowLength());
        try (BufferPool.Lease lease = lease()) {
            PassBuffers b = enter(lease, sequences, null);
            return weights.encoder.head(lease.kernels(), b, sequences.segments().get(0), place);
        }
    }

    /** The fields of an item stay those of the history, whatever its embedding. */
    @Override
    EncoderPass pass(
            BufferPool.Lease lease,
            ModelInput input,
            float[] itemRow,
            float[] embeddings,
            int copies,
            boolean keepSlopes) {
        int d = card().hiddenSize();
        Kernels k = lease.kernels();
        RightPadded sequences = RightPadded.of(List.of(input), card().windowLength());
        int rows = sequences.rows(); // those of the events; whole windows have padding after them
        int n = input.length();
        int[] items = sequences.items();
        int width = weights.join.in();
        float[] parts = new float[copies * rows * width];
        for (int b = 0; b < copies; b++) {
            for (int row = 0; row < rows; row++) {
                int at = (b * rows + row) * width;
                if (row < n) {
                    System.arraycopy(embeddings, (b * n + row) * d, parts, at, d);
                } else {
                    weights.items.row(items[row], parts, at);
                }
                weights.features.embed(items[row], null, parts, at + d);
            }
        }
        float[] sum = new float[copies * rows * d]; // joined item and fields, and position
        k.linear(parts, copies * rows, weights.join, Activation.NONE, sum);
        for (int b = 0; b < copies; b++) {
            Vectors.add(sum, b * rows * d, 1, weights.positions, 0, rows * d);
        }
        float[] x = new float[sum.length];
        k.layerNorm(sum, copies * rows, weights.embeddingNorm, x);
        EncoderTape tape =
                EncoderTape.run(weights.encoder, k, x, sequences.segments().get(0), copies);
        float[] scores = EncoderPass.products(tape.result(), itemRow);
        float[] dx = tape.backward(lease.backward(), EncoderPass.repeated(itemRow, copies), keepSlopes);
        BackwardLoops.layerNorm(sum, dx, copies * rows, weights.embeddingNorm, dx);
        float[] dJoined = new float[copies * rows * width];
        lease.backward().linear(dx, copies * rows, weights.join, dJoined);
        float[] dItems = new float[embeddings.length];
        for (int i = 0; i < copies * n; i++) {
            int row = i / n * rows + i % n;
            System.arraycopy(dJoined, row * width, dItems, i * d, d); // the item stands before its fields
        }
        return new EncoderPass(scores, dItems, tape, sequences.nodes(n));
    }

    private PassBuffers enter(BufferPool.Lease lease, RightPadded sequences, List<FeatureValue> without) {
        PassBuffers b = lease.buffers();
        b.reserve(sequences.rows(), card().hiddenSize(), weights.innerSize);
        joined(lease.kernels(), sequences, without, b.x);
        lease.kernels().layerNorm(b.x, sequences.rows(), weights.embeddingNorm, b.x);
        return b;
    }

    /** x = concat_layer [item; fields] + position [R, D]. */
    private void joined(Kernels k, RightPadded sequences, List<FeatureValue> without, float[] x) {
        int d = card().hiddenSize();
        int[] items = sequences.items();
        int width = weights.join.in();
        float[] parts = new float[items.length * width];
        for (int row = 0; row < items.length; row++) {
            weights.items.row(items[row], parts, row * width);
            weights.features.embed(items[row], sequences.ofRow(without, row), parts, row * width + d);
        }
        k.linear(parts, items.length, weights.join, Activation.NONE, x);
        sequences.addPositions(weights.positions, d, x);
    }
}
