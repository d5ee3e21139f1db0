package reclens.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import reclens.domain.AttentionMap;
import reclens.domain.AttentionTrace;
import reclens.domain.AxisKind;

/**
 * Feature-level deeper self-attention (Zhang et al., IJCAI 2019) as RecBole has it: an encoder over items beside one over their
 * features, which a softmax over the fields of each item has mixed; both final states are joined. The same LayerNorm serves
 * items, features and the joined vector. F fields.
 */
final class Fdsa extends FeatureModel {
    private final Weights weights;

    /**
     * @param items [I, D], row 0 = padding
     * @param positions [L, D], row-major
     * @param norm of items, features and user vector alike
     * @param fieldHidden [A, D]
     * @param fieldEnergy [1, A]
     * @param join [D, 2 D]
     * @param innerSize inner size of the feed-forward networks
     */
    record Weights(
            Matrix items,
            float[] positions,
            Norm norm,
            Encoder itemEncoder,
            ItemFeatures features,
            Linear fieldHidden,
            Linear fieldEnergy,
            Encoder featureEncoder,
            Linear join,
            int innerSize) {}

    Fdsa(ModelCard card, Weights weights, Map<String, List<String>> vocabularies) {
        super(card, weights.items, weights.features, vocabularies);
        this.weights = weights;
    }

    @Override
    float[] vectors(BufferPool.Lease lease, List<ModelInput> inputs, List<FeatureValue> without) {
        int d = card().hiddenSize();
        int count = inputs.size();
        Kernels k = lease.kernels();
        RightPadded sequences = RightPadded.of(inputs, card().windowLength());
        PassBuffers b = reserve(lease, sequences);
        float[] both = new float[count * 2 * d]; // [B, 2 D]
        enterItems(k, sequences, b.x);
        weights.itemEncoder.rank(k, b, sequences.segments());
        place(b.x, both, 0, count);
        enterFeatures(k, sequences, without, b.x);
        weights.featureEncoder.rank(k, b, sequences.segments());
        place(b.x, both, d, count);
        k.linear(both, count, weights.join, Activation.NONE, b.x);
        k.layerNorm(b.x, count, weights.norm, b.x);
        return b.x;
    }

    @Override
    public AttentionTrace trace(ModelInput input) {
        InputCheck.check(input, card());
        int n = input.length();
        RightPadded sequences = RightPadded.of(List.of(input), card().windowLength());
        int rows = sequences.rows();
        Segment segment = sequences.segments().get(0);
        int[] events = IntStream.range(0, n).toArray();
        List<AttentionMap> maps = new ArrayList<>();
        try (BufferPool.Lease lease = lease()) {
            Kernels k = lease.kernels();
            PassBuffers b = reserve(lease, sequences);
            enterItems(k, sequences, b.x);
            float[][] kept = weights.itemEncoder.trace(k, b, segment); // [layers][H, rows, rows]
            maps.addAll(new TraceBuilder(card(), "items", rows, 0, 0, events).maps(kept));
            float[] shares = enterFeatures(k, sequences, null, b.x);
            kept = weights.featureEncoder.trace(k, b, segment);
            maps.addAll(new TraceBuilder(card(), "features", rows, 0, 0, events).maps(kept));
            maps.add(fields(events, shares));
        }
        return new AttentionTrace(maps, 0, weights.features.names());
    }

    @Override
    public HeadVectors headVectors(ModelInput input, HeadPlace place) {
        InputCheck.check(input, card());
        InputCheck.checkHead(place, card(), "items", "features");
        RightPadded sequences = RightPadded.of(List.of(input), card().windowLength());
        boolean ofItems = place.stream().equals("items");
        try (BufferPool.Lease lease = lease()) {
            Kernels k = lease.kernels();
            PassBuffers b = reserve(lease, sequences);
            if (ofItems) {
                enterItems(k, sequences, b.x);
            } else {
                enterFeatures(k, sequences, null, b.x);
            }
            Encoder encoder = ofItems ? weights.itemEncoder : weights.featureEncoder;
            return encoder.head(k, b, sequences.segments().get(0), place);
        }
    }

    /** The stream of features is a constant for the embeddings of items. */
    @Override
    EncoderPass pass(
            BufferPool.Lease lease,
            ModelInput input,
            float[] itemRow,
            float[] embeddings,
            int copies,
            boolean keepSlopes) {
        int d = card().hiddenSize();
        int n = input.length();
        Kernels k = lease.kernels();
        BackwardKernels back = lease.backward();
        RightPadded sequences = RightPadded.of(List.of(input), card().windowLength());
        int rows = sequences.rows();
        PassBuffers buffers = reserve(lease, sequences);
        enterFeatures(k, sequences, null, buffers.x);
        weights.featureEncoder.rank(k, buffers, sequences.segments());
        float[] both = new float[copies * 2 * d];
        place(EncoderPass.repeated(Arrays.copyOf(buffers.x, d), copies), both, d, copies);
        float[] sum = new float[copies * rows * d]; // item + position
        for (int b = 0; b < copies; b++) {
            System.arraycopy(embeddings, b * n * d, sum, b * rows * d, n * d);
            for (int row = n; row < rows; row++) {
                weights.items.row(sequences.items()[row], sum, (b * rows + row) * d);
            }
            Vectors.add(sum, b * rows * d, 1, weights.positions, 0, rows * d);
        }
        float[] x = new float[sum.length];
        k.layerNorm(sum, copies * rows, weights.norm, x);
        EncoderTape tape =
                EncoderTape.run(weights.itemEncoder, k, x, sequences.segments().get(0), copies);
        place(tape.result(), both, 0, copies);
        float[] joined = new float[copies * d];
        float[] vectors = new float[copies * d];
        k.linear(both, copies, weights.join, Activation.NONE, joined);
        k.layerNorm(joined, copies, weights.norm, vectors);

        float[] dJoined = EncoderPass.repeated(itemRow, copies);
        BackwardLoops.layerNorm(joined, dJoined, copies, weights.norm, dJoined);
        float[] dBoth = new float[copies * 2 * d];
        back.linear(dJoined, copies, weights.join, dBoth);
        float[] dx = tape.backward(back, EncoderPass.cut(dBoth, 2, 1, 0, d), keepSlopes);
        BackwardLoops.layerNorm(sum, dx, copies * rows, weights.norm, dx);
        return new EncoderPass(
                EncoderPass.products(vectors, itemRow), EncoderPass.cut(dx, rows, n, 0, d), tape, sequences.nodes(n));
    }

    private AttentionMap fields(int[] events, float[] shares) {
        int count = weights.features.count();
        return new AttentionMap(
                "fields",
                0,
                0,
                AxisKind.EVENT,
                AxisKind.FIELD,
                events,
                IntStream.range(0, count).toArray(),
                Arrays.copyOf(shares, events.length * count),
                new float[events.length],
                false,
                "softmax");
    }

    private PassBuffers reserve(BufferPool.Lease lease, RightPadded sequences) {
        PassBuffers b = lease.buffers();
        b.reserve(sequences.rows(), card().hiddenSize(), weights.innerSize);
        return b;
    }

    private void enterItems(Kernels k, RightPadded sequences, float[] x) {
        addItems(sequences, x);
        k.layerNorm(x, sequences.rows(), weights.norm, x);
    }

    private void addItems(RightPadded sequences, float[] x) {
        int d = card().hiddenSize();
        int[] items = sequences.items();
        for (int row = 0; row < items.length; row++) {
            weights.items.row(items[row], x, row * d);
        }
        sequences.addPositions(weights.positions, d, x);
    }

    /** x = LN(mixed fields + position) [R, D]; returns the weights of the fields [R, F]. */
    private float[] enterFeatures(Kernels k, RightPadded sequences, List<FeatureValue> without, float[] x) {
        int d = card().hiddenSize();
        int count = weights.features.count();
        int[] items = sequences.items();
        float[] fields = new float[items.length * count * d];
        for (int row = 0; row < items.length; row++) {
            weights.features.embed(items[row], sequences.ofRow(without, row), fields, row * count * d);
        }
        float[] hidden = new float[items.length * count * weights.fieldHidden.out()];
        k.linear(fields, items.length * count, weights.fieldHidden, Activation.RELU, hidden);
        float[] shares = new float[items.length * count];
        k.linear(hidden, items.length * count, weights.fieldEnergy, Activation.NONE, shares);
        new FusedLoops().softmax(shares, 0, items.length, count, 1f, new AttentionMask(0, false, null, 0, null));
        Arrays.fill(x, 0, items.length * d, 0f);
        for (int i = 0; i < shares.length; i++) {
            int at = i / count * d;
            for (int j = 0; j < d; j++) {
                x[at + j] += shares[i] * fields[i * d + j];
            }
        }
        sequences.addPositions(weights.positions, d, x);
        k.layerNorm(x, items.length, weights.norm, x);
        return shares;
    }

    /** Copies rows [B, D] into the columns from {@code column} on of {@code both} [B, 2 D]. */
    private static void place(float[] rows, float[] both, int column, int count) {
        int d = both.length / (2 * count);
        for (int i = 0; i < count; i++) {
            System.arraycopy(rows, i * d, both, i * 2 * d + column, d);
        }
    }
}
