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
    float[] gradient(BufferPool.Lease lease, ModelInput input, float[] itemRow) {
        int n = input.length();
        int d = card().hiddenSize();
        Kernels k = lease.kernels();
        BackwardKernels back = lease.backward();
        float[] sum = new float[(n + 1) * d]; // item + position
        addRows(input, sum, 0);
        float[] x = new float[sum.length];
        k.layerNorm(sum, n + 1, weights.embeddingNorm, x);
        EncoderTape tape = EncoderTape.run(weights.encoder, k, x, segment(input));

        float[] pre = new float[d];
        float[] active = new float[d];
        k.linear(tape.result(), 1, weights.output, Activation.NONE, pre);
        k.activate(pre, d, Activation.GELU, active);
        float[] dActive = new float[d];
        BackwardLoops.layerNorm(active, itemRow, 1, weights.outputNorm, dActive);
        BackwardLoops.activation(pre, active, d, Activation.GELU, dActive);
        float[] dResult = new float[d];
        back.linear(dActive, 1, weights.output, dResult);

        float[] dx = tape.backward(back, dResult);
        BackwardLoops.layerNorm(sum, dx, n + 1, weights.embeddingNorm, dx);
        return Arrays.copyOf(dx, n * d); // without the mask's row
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
