package reclens.inference;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import reclens.domain.AttentionTrace;
import reclens.domain.CancellationToken;

/**
 * Self-attentive sequential recommendation (Kang and McAuley 2018, arXiv 1808.09781) in six variants.
 *
 * <p>Immutable; every call takes a set of buffers from a pool, so threads do not wait for one another.
 */
final class SasRec implements RecommenderModel {
    /** Rows of a batch of edits: enough for fast products, few enough for the cache. */
    private static final int CHUNK_ROWS = 512;

    private final ModelCard card;
    private final SasRecVariant variant;
    private final SasRecWeights weights;
    private final Encoder encoder;
    private final float[] emptyVector; // [D] user vector of an empty history
    private final SasRecGradient gradient;
    private final BufferPool pool = new BufferPool();

    SasRec(ModelCard card, SasRecVariant variant, SasRecWeights weights) {
        this.card = card;
        this.variant = variant;
        this.weights = weights;
        Encoder unpadded = new Encoder(weights.blocks(), new Heads(card.heads(), card.hiddenSize()), null);
        try (BufferPool.Lease lease = pool.lease()) {
            this.encoder = variant.isPmixer() ? unpadded.withPaddingRows(paddingRows(lease, unpadded)) : unpadded;
            this.gradient = new SasRecGradient(card, variant, weights, encoder);
            this.emptyVector = emptyVector(lease);
        }
    }

    @Override
    public ModelCard card() {
        return card;
    }

    @Override
    public Set<Ability> abilities() {
        return Set.of(Ability.GRADIENT, Ability.GIVEN_EMBEDDINGS, Ability.ATTENTION_SLOPES, Ability.ATTENTION_PARTS);
    }

    @Override
    public float[] scores(ModelInput input) {
        InputCheck.check(input, card);
        try (BufferPool.Lease lease = pool.lease()) {
            float[] vector = input.length() == 0 ? emptyVector : vectors(lease, List.of(part(input)));
            float[] scores = new float[card.itemCount()];
            lease.kernels().scores(weights.items(), vector, scores);
            card.unrankable().forEach(i -> scores[i] = Float.NEGATIVE_INFINITY);
            return scores;
        }
    }

    @Override
    public float[][] scores(ModelInput base, List<ModelInput> edits, int[] targets, CancellationToken cancellation) {
        InputCheck.check(base, card);
        edits.forEach(e -> InputCheck.check(e, card));
        TargetScorer scorer = TargetScorer.of(weights.items(), targets, card);
        float[][] scores = new float[edits.size()][];
        for (EditGroup group : EditGroup.of(base, edits, variant.padding())) {
            cancellation.check();
            float[][] prefix =
                    prefix(base, group.shared(), edits.get(group.edits()[0]).length());
            List<int[]> chunks = group.chunks(edits, CHUNK_ROWS);
            pool.forEach(chunks.size(), (lease, c) -> {
                cancellation.check();
                int from = chunks.get(c)[0];
                int to = chunks.get(c)[1];
                List<Part> parts = IntStream.range(from, to)
                        .mapToObj(i -> part(edits.get(group.edits()[i]), group.starts()[i], prefix))
                        .toList();
                float[] vectors = vectors(lease, parts); // [B, D]
                for (int i = from; i < to; i++) {
                    scores[group.edits()[i]] = scorer.scores(vectors, i - from);
                }
            });
        }
        for (int e = 0; e < scores.length; e++) {
            scores[e] = edits.get(e).length() == 0 ? scorer.scores(emptyVector, 0) : scores[e];
        }
        return scores;
    }

    @Override
    public AttentionTrace trace(ModelInput input) {
        InputCheck.check(input, card);
        int padding = card.attendsToPadding() ? card.windowLength() - input.length() : 0;
        if (input.length() == 0) {
            return new TraceBuilder(card, 0, 0, 0, 0).build(new float[card.layers()][0], padding);
        }
        try (BufferPool.Lease lease = pool.lease()) {
            Part whole = part(input);
            SasRecSequence rows = whole.sequence();
            enter(lease, List.of(whole));
            float[][] kept =
                    encoder.trace(lease.kernels(), lease.buffers(), whole.segment()); // [layers][H, rows, keys]
            int lead = rows.padding() > 0 ? 1 : 0;
            return new TraceBuilder(card, rows.items().length, lead, rows.eventRow(), input.length())
                    .build(kept, padding);
        }
    }

    @Override
    public HeadVectors headVectors(ModelInput input, HeadPlace place) {
        InputCheck.check(input, card);
        InputCheck.checkHead(place, card, "items");
        try (BufferPool.Lease lease = pool.lease()) {
            Part whole = part(input);
            enter(lease, List.of(whole));
            return encoder.head(lease.kernels(), lease.buffers(), whole.segment(), place);
        }
    }

    @Override
    public InputGradient gradient(ModelInput input, int target) {
        int n = checked(input, target).length();
        int d = card.hiddenSize();
        if (n == 0) {
            return new InputGradient(new float[0], new float[0], d);
        }
        float[] embeddings = lookUp(input);
        return new InputGradient(once(input, itemRow(target), embeddings, false).gradients(), embeddings, d);
    }

    @Override
    public ScoreSlopes slopes(ModelInput input, int target, float[] embeddings) {
        checked(input, target);
        float[] row = itemRow(target);
        return EncoderPass.slopes(
                pool,
                embeddings,
                input.length(),
                card.hiddenSize(),
                0,
                (lease, chunk, copies, keep) -> gradient.pass(lease, input, row, chunk, copies, keep));
    }

    @Override
    public float[] paddingEmbedding() {
        return itemRow(0);
    }

    @Override
    public AttentionSlopes attentionSlopes(ModelInput input, int target) {
        checked(input, target);
        return once(input, itemRow(target), lookUp(input), true).slopes();
    }

    @Override
    public AttentionParts attentionParts(ModelInput input) {
        checked(input, 0);
        return once(input, itemRow(0), lookUp(input), false).parts();
    }

    private EncoderPass once(ModelInput input, float[] itemRow, float[] embeddings, boolean keepSlopes) {
        try (BufferPool.Lease lease = pool.lease()) {
            return gradient.pass(lease, input, itemRow, embeddings, 1, keepSlopes);
        }
    }

    private ModelInput checked(ModelInput input, int target) {
        InputCheck.check(input, card);
        InputCheck.checkTargets(new int[] {target}, card);
        return input;
    }

    /** Rows of the item table [n, D]. */
    private float[] lookUp(ModelInput input) {
        int d = card.hiddenSize();
        float[] rows = new float[input.length() * d];
        for (int i = 0; i < input.length(); i++) {
            weights.items().row(input.items()[i], rows, i * d);
        }
        return rows;
    }

    private float[] itemRow(int item) {
        float[] row = new float[card.hiddenSize()];
        weights.items().row(item, row, 0);
        return row;
    }

    @Override
    public Optional<float[]> itemEmbedding(int item) {
        return Optional.of(itemRow(item));
    }

    @Override
    public void close() {
        pool.close();
    }

    /** What of a sequence is to be computed: the rows from {@code start} on, after a prefix of known states. */
    private record Part(SasRecSequence sequence, int start, float[][] prefix) {
        Segment segment() {
            return sequence.segment(start, prefix);
        }
    }

    private Part part(ModelInput input) {
        return part(input, 0, null);
    }

    private Part part(ModelInput input, int start, float[][] prefix) {
        return new Part(SasRecSequence.of(input, variant, card.windowLength()), start, prefix);
    }

    /**
     * Keys and values [layers][count, 2 D] of the first events of {@code base} in the slots of a history of n events; null where
     * count is 0.
     */
    private float[][] prefix(ModelInput base, int count, int n) {
        if (count == 0) {
            return null;
        }
        try (BufferPool.Lease lease = pool.lease()) {
            Part head = new Part(SasRecSequence.head(base, count, n, variant, card.windowLength()), 0, null);
            enter(lease, List.of(head));
            return encoder.keyValues(lease.kernels(), lease.buffers(), head.segment());
        }
    }

    /** User vectors of some sequences: the first rows [B, D] of the array returned, a buffer of the lease. */
    private float[] vectors(BufferPool.Lease lease, List<Part> parts) {
        float[] x = enter(lease, parts);
        encoder.rank(
                lease.kernels(),
                lease.buffers(),
                parts.stream().map(Part::segment).toList());
        if (weights.finalNorm() != null) {
            lease.kernels().layerNorm(x, parts.size(), weights.finalNorm(), x);
        }
        return x;
    }

    /** x = item * scale + position, normalised where the variant does so; all rows of all parts, packed [R, D]. */
    private float[] enter(BufferPool.Lease lease, List<Part> parts) {
        int d = card.hiddenSize();
        int rows = parts.stream().mapToInt(p -> p.segment().rows()).sum();
        PassBuffers b = lease.buffers();
        b.reserve(rows, d, weights.innerSize());
        int at = 0;
        for (Part part : parts) {
            int[] items = part.sequence().items();
            for (int row = part.start(); row < items.length; row++, at += d) {
                int position = variant.positionRow(part.sequence().firstSlot() + row) * d;
                weights.items().row(items[row], b.x, at);
                for (int j = 0; j < d; j++) {
                    b.x[at + j] = b.x[at + j] * weights.itemScale() + weights.positions()[position + j];
                }
            }
        }
        if (weights.embeddingNorm() != null) {
            lease.kernels().layerNorm(b.x, rows, weights.embeddingNorm(), b.x);
        }
        return b.x;
    }

    /**
     * Keys and values of the padding slots. All those slots read the same row and, causally, see only one another, so their
     * states are equal in every layer, whatever the history: one row serves for all. The 2020 code sets padding to zero
     * before every block, which leaves the biases.
     */
    private float[][] paddingRows(BufferPool.Lease lease, Encoder unpadded) {
        if (variant == SasRecVariant.PMIXER_2020) {
            return weights.blocks().stream()
                    .map(block -> block.keyValue().bias())
                    .toArray(float[][]::new);
        }
        Part slot = part(ModelInput.of());
        enter(lease, List.of(slot));
        return unpadded.keyValues(lease.kernels(), lease.buffers(), slot.segment());
    }

    private float[] emptyVector(BufferPool.Lease lease) {
        if (variant == SasRecVariant.PMIXER_2020) {
            return weights.finalNorm().bias(); // the normalised zero vector
        }
        return Arrays.copyOf(vectors(lease, List.of(part(ModelInput.of()))), card.hiddenSize());
    }
}
