package reclens.inference;

import java.util.List;
import reclens.domain.AttentionTrace;

/**
 * SASRec with item features as RecBole has it: x = LN(concat_layer [item; fields] + position), then SASRec's encoder. F fields.
 */
final class SasRecF extends VectorModel {
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

    SasRecF(ModelCard card, Weights weights) {
        super(card, weights.items, null);
        this.weights = weights;
    }

    @Override
    float[] vectors(BufferPool.Lease lease, List<ModelInput> inputs) {
        RightPadded sequences = RightPadded.of(inputs, card().windowLength());
        PassBuffers b = enter(lease, sequences);
        weights.encoder.rank(lease.kernels(), b, sequences.segments());
        return b.x;
    }

    @Override
    public AttentionTrace trace(ModelInput input) {
        InputCheck.check(input, card());
        int n = input.length();
        RightPadded sequences = RightPadded.of(List.of(input), card().windowLength());
        try (BufferPool.Lease lease = lease()) {
            PassBuffers b = enter(lease, sequences);
            float[][] kept = weights.encoder.trace(
                    lease.kernels(), b, sequences.segments().get(0));
            return new TraceBuilder(card(), sequences.rows(), 0, 0, n).build(kept, 0);
        }
    }

    @Override
    float[] gradient(BufferPool.Lease lease, ModelInput input, float[] itemRow) {
        int d = card().hiddenSize();
        Kernels k = lease.kernels();
        RightPadded sequences = RightPadded.of(List.of(input), card().windowLength());
        int rows = sequences.rows();
        float[] sum = new float[rows * d]; // joined item and fields, and position
        joined(k, sequences, sum);
        float[] x = new float[sum.length];
        k.layerNorm(sum, rows, weights.embeddingNorm, x);
        EncoderTape tape =
                EncoderTape.run(weights.encoder, k, x, sequences.segments().get(0));
        float[] dx = tape.backward(lease.backward(), itemRow);
        BackwardLoops.layerNorm(sum, dx, rows, weights.embeddingNorm, dx);
        int width = weights.join.in();
        float[] dJoined = new float[rows * width];
        lease.backward().linear(dx, rows, weights.join, dJoined);
        float[] dItems = new float[input.length() * d];
        for (int i = 0; i < input.length(); i++) {
            System.arraycopy(dJoined, i * width, dItems, i * d, d); // the item stands before its fields
        }
        return dItems;
    }

    private PassBuffers enter(BufferPool.Lease lease, RightPadded sequences) {
        PassBuffers b = lease.buffers();
        b.reserve(sequences.rows(), card().hiddenSize(), weights.innerSize);
        joined(lease.kernels(), sequences, b.x);
        lease.kernels().layerNorm(b.x, sequences.rows(), weights.embeddingNorm, b.x);
        return b;
    }

    /** x = concat_layer [item; fields] + position [R, D]. */
    private void joined(Kernels k, RightPadded sequences, float[] x) {
        int d = card().hiddenSize();
        int[] items = sequences.items();
        int width = weights.join.in();
        float[] parts = new float[items.length * width];
        for (int row = 0; row < items.length; row++) {
            weights.items.row(items[row], parts, row * width);
            weights.features.embed(items[row], parts, row * width + d);
        }
        k.linear(parts, items.length, weights.join, Activation.NONE, x);
        sequences.addPositions(weights.positions, d, x);
    }
}
