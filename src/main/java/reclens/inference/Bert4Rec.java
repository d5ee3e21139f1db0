package reclens.inference;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import reclens.domain.AttentionMap;
import reclens.domain.AttentionTrace;

/**
 * BERT4Rec (Sun et al. 2019, arXiv 1904.06690) as RecBole runs it: the events, then a mask slot that is to be predicted; every
 * row sees every row. The original appends the mask to a full window and drops the oldest event, also where the window is
 * not full: a {@link ModelInput} holds the events that are left, at most L - 1, and an empty one is the mask alone.
 */
final class Bert4Rec extends VectorModel {
    private final Weights weights;

    /**
     * @param items [I + 1, D]; row I is the mask's
     * @param positions [L, D], row-major
     * @param bias [I]
     * @param innerSize F
     */
    record Weights(
            Matrix items,
            float[] positions,
            Norm embeddingNorm,
            Encoder encoder,
            Linear output,
            Norm outputNorm,
            float[] bias,
            int innerSize) {}

    Bert4Rec(ModelCard card, Weights weights) {
        super(card, weights.items, weights.bias);
        this.weights = weights;
    }

    @Override
    float[] vectors(BufferPool.Lease lease, List<ModelInput> inputs) {
        PassBuffers b = enter(lease, inputs);
        Kernels k = lease.kernels();
        weights.encoder.rank(k, b, inputs.stream().map(Bert4Rec::segment).toList());
        k.linear(b.x, inputs.size(), weights.output, Activation.GELU, b.branch); // [B, D]
        k.layerNorm(b.branch, inputs.size(), weights.outputNorm, b.branch);
        return b.branch;
    }

    @Override
    public AttentionTrace trace(ModelInput input) {
        InputCheck.check(input, card());
        int n = input.length();
        int[] axis = IntStream.rangeClosed(0, n)
                .map(i -> i < n ? i : AttentionMap.MASK_SLOT)
                .toArray();
        try (BufferPool.Lease lease = lease()) {
            PassBuffers b = enter(lease, List.of(input));
            float[][] kept = weights.encoder.trace(lease.kernels(), b, segment(input)); // [layers][H, n + 1, n + 1]
            return new TraceBuilder(card(), "items", n + 1, 0, 0, axis).build(kept, 0);
        }
    }

    @Override
    public HeadVectors headVectors(ModelInput input, HeadPlace place) {
        InputCheck.check(input, card());
        InputCheck.checkHead(place, card(), "items");
        try (BufferPool.Lease lease = lease()) {
            PassBuffers b = enter(lease, List.of(input));
            return weights.encoder.head(lease.kernels(), b, segment(input), place);
        }
    }

    @Override
    EncoderPass pass(
            BufferPool.Lease lease,
            ModelInput input,
            float[] itemRow,
            float[] embeddings,
            int copies,
            boolean keepSlopes) {
        int n = input.length();
        int rows = n + 1;
        int d = card().hiddenSize();
        Kernels k = lease.kernels();
        BackwardKernels back = lease.backward();
        float[] sum = new float[copies * rows * d]; // item + position
        for (int b = 0; b < copies; b++) {
            System.arraycopy(embeddings, b * n * d, sum, b * rows * d, n * d);
            weights.items.row(card().itemCount(), sum, (b * rows + n) * d);
            Vectors.add(sum, b * rows * d, 1, weights.positions, 0, rows * d);
        }
        float[] x = new float[sum.length];
        k.layerNorm(sum, copies * rows, weights.embeddingNorm, x);
        EncoderTape tape = EncoderTape.run(weights.encoder, k, x, segment(input), copies);

        float[] pre = new float[copies * d];
        float[] active = new float[copies * d];
        float[] vectors = new float[copies * d];
        k.linear(tape.result(), copies, weights.output, Activation.NONE, pre);
        k.activate(pre, copies * d, Activation.GELU, active);
        k.layerNorm(active, copies, weights.outputNorm, vectors);
        float[] dActive = EncoderPass.repeated(itemRow, copies);
        BackwardLoops.layerNorm(active, dActive, copies, weights.outputNorm, dActive);
        BackwardLoops.activation(pre, active, copies * d, Activation.GELU, dActive);
        float[] dResult = new float[copies * d];
        back.linear(dActive, copies, weights.output, dResult);

        float[] dx = tape.backward(back, dResult, keepSlopes);
        BackwardLoops.layerNorm(sum, dx, copies * rows, weights.embeddingNorm, dx);
        int[] nodes = IntStream.rangeClosed(0, n)
                .map(i -> i < n ? i : AttentionSlopes.MASK)
                .toArray();
        return new EncoderPass(EncoderPass.products(vectors, itemRow), EncoderPass.cut(dx, rows, n, 0, d), tape, nodes);
    }

    private static Segment segment(ModelInput input) {
        int n = input.length();
        return Segment.bidirectional(n + 1, n, input.hidden() == null ? null : Arrays.copyOf(input.hidden(), n + 1));
    }

    /** x = LN(item + position) of the events and the mask, all inputs one after another [R, D]. */
    private PassBuffers enter(BufferPool.Lease lease, List<ModelInput> inputs) {
        int d = card().hiddenSize();
        int rows = inputs.stream().mapToInt(i -> i.length() + 1).sum();
        PassBuffers b = lease.buffers();
        b.reserve(rows, d, weights.innerSize);
        int at = 0;
        for (ModelInput input : inputs) {
            addRows(input, b.x, at);
            at += (input.length() + 1) * d;
        }
        lease.kernels().layerNorm(b.x, rows, weights.embeddingNorm, b.x);
        return b;
    }

    private void addRows(ModelInput input, float[] x, int start) {
        int d = card().hiddenSize();
        int mask = card().itemCount();
        for (int row = 0; row <= input.length(); row++) {
            int at = start + row * d;
            weights.items.row(row < input.length() ? input.items()[row] : mask, x, at);
            for (int j = 0; j < d; j++) {
                x[at + j] += weights.positions[row * d + j];
            }
        }
    }
}
