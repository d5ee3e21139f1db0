package reclens.inference;

import java.util.Arrays;

/**
 * Forward and backward pass of SASRec. Rows of padding, where they are computed at all, are constants: padding slots never read
 * events, so nothing flows through them.
 */
record SasRecGradient(ModelCard card, SasRecVariant variant, SasRecWeights weights, Encoder encoder) {

    /**
     * @param itemRow of the explained item [D]
     * @param embeddings raw rows of the events [B, n, D], n at least 1
     */
    EncoderPass pass(
            BufferPool.Lease lease,
            ModelInput input,
            float[] itemRow,
            float[] embeddings,
            int copies,
            boolean keepSlopes) {
        int n = input.length();
        int d = card.hiddenSize();
        Kernels k = lease.kernels();
        SasRecSequence sequence = SasRecSequence.of(input, variant, card.windowLength());
        int rows = sequence.items().length;
        float[] sum = new float[copies * rows * d];
        for (int b = 0; b < copies; b++) {
            for (int row = 0; row < rows; row++) {
                int at = (b * rows + row) * d;
                int event = row - sequence.eventRow();
                if (event >= 0 && event < n) {
                    System.arraycopy(embeddings, (b * n + event) * d, sum, at, d);
                } else {
                    weights.items().row(sequence.items()[row], sum, at);
                }
                int position = variant.positionRow(sequence.firstSlot() + row) * d;
                for (int j = 0; j < d; j++) {
                    sum[at + j] = sum[at + j] * weights.itemScale() + weights.positions()[position + j];
                }
            }
        }
        float[] x = sum;
        if (weights.embeddingNorm() != null) {
            x = new float[sum.length];
            k.layerNorm(sum, copies * rows, weights.embeddingNorm(), x);
        }
        EncoderTape tape = EncoderTape.run(encoder, k, x, sequence.segment(0, null), copies);
        float[] vectors = tape.result();
        float[] dResult = EncoderPass.repeated(itemRow, copies);
        if (weights.finalNorm() != null) {
            vectors = new float[copies * d];
            k.layerNorm(tape.result(), copies, weights.finalNorm(), vectors);
            BackwardLoops.layerNorm(tape.result(), dResult, copies, weights.finalNorm(), dResult);
        }
        float[] dx = tape.backward(lease.backward(), dResult, keepSlopes);
        if (weights.embeddingNorm() != null) {
            BackwardLoops.layerNorm(sum, dx, copies * rows, weights.embeddingNorm(), dx);
        }
        for (int i = 0; i < dx.length; i++) {
            dx[i] *= weights.itemScale();
        }
        int[] nodes = new int[rows];
        Arrays.setAll(nodes, row -> {
            int event = row - sequence.eventRow();
            return event >= 0 && event < n ? event : AttentionSlopes.PADDING;
        });
        return new EncoderPass(
                EncoderPass.products(vectors, itemRow),
                EncoderPass.cut(dx, rows, n, sequence.eventRow(), d),
                tape,
                nodes);
    }
}
