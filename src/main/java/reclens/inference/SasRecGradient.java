package reclens.inference;

import java.util.Arrays;

/**
 * Backward pass of SASRec. Rows of padding, where they are computed at all, are constants: padding slots never read events, so
 * nothing flows through them.
 */
record SasRecGradient(ModelCard card, SasRecVariant variant, SasRecWeights weights, Encoder encoder) {

    InputGradient of(BufferPool.Lease lease, ModelInput input, int target) {
        int n = input.length();
        int d = card.hiddenSize();
        if (n == 0) {
            return new InputGradient(new float[0], new float[0], d);
        }
        Kernels k = lease.kernels();
        SasRecSequence sequence = SasRecSequence.of(input, variant, card.windowLength());
        int rows = sequence.items().length;
        float[] embeddings = new float[rows * d]; // raw rows of the item table
        float[] sum = new float[rows * d];
        for (int row = 0; row < rows; row++) {
            weights.items().row(sequence.items()[row], embeddings, row * d);
            int position = variant.positionRow(sequence.firstSlot() + row) * d;
            for (int j = 0; j < d; j++) {
                sum[row * d + j] = embeddings[row * d + j] * weights.itemScale() + weights.positions()[position + j];
            }
        }
        float[] x = sum;
        if (weights.embeddingNorm() != null) {
            x = new float[rows * d];
            k.layerNorm(sum, rows, weights.embeddingNorm(), x);
        }
        EncoderTape tape = EncoderTape.run(encoder, k, x, sequence.segment(0, null));
        float[] dResult = new float[d];
        weights.items().row(target, dResult, 0);
        if (weights.finalNorm() != null) {
            BackwardLoops.layerNorm(tape.result(), dResult, 1, weights.finalNorm(), dResult);
        }
        float[] dx = tape.backward(lease.backward(), dResult);
        if (weights.embeddingNorm() != null) {
            BackwardLoops.layerNorm(sum, dx, rows, weights.embeddingNorm(), dx);
        }
        for (int i = 0; i < dx.length; i++) {
            dx[i] *= weights.itemScale();
        }
        int from = sequence.eventRow() * d;
        return new InputGradient(
                Arrays.copyOfRange(dx, from, from + n * d), Arrays.copyOfRange(embeddings, from, from + n * d), d);
    }
}
