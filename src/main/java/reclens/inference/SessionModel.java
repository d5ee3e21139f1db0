package reclens.inference;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import reclens.domain.AttentionMap;
import reclens.domain.AttentionTrace;
import reclens.domain.AxisKind;
import reclens.domain.CancellationToken;

/**
 * What models share that make one vector of a history, with one attention weight per event, and score an item by its product
 * with the item's embedding. The attention is a single row: its query is the last event. An empty history is one padding item
 * of length 1.
 */
abstract class SessionModel implements RecommenderModel {
    private final ModelCard card;
    private final Matrix items; // [I, D]
    private final BufferPool pool = new BufferPool();

    SessionModel(ModelCard card, Matrix items) {
        this.card = card;
        this.items = items;
    }

    /** The weights of one forward pass: one per event, and their sum over the padding slots. */
    record Weights(float[] events, float padding) {}

    /** The vector [D] of the events. */
    abstract float[] vector(Kernels k, Events events);

    abstract Weights weights(Kernels k, Events events);

    /**
     * d (v . vector) / d e_i [n, D] for a constant v [D].
     *
     * @param kept takes the weights and their gradients; null when nobody wants them
     */
    abstract float[] backward(Kernels k, Events events, float[] v, WeightSlopes kept);

    @Override
    public final ModelCard card() {
        return card;
    }

    @Override
    public final Set<Ability> abilities() {
        return Set.of(Ability.GRADIENT, Ability.GIVEN_EMBEDDINGS, Ability.ATTENTION_SLOPES);
    }

    @Override
    public final float[] scores(ModelInput input) {
        InputCheck.check(input, card);
        try (BufferPool.Lease lease = pool.lease()) {
            float[] scores = new float[card.itemCount()];
            lease.kernels().scores(items, vector(lease.kernels(), Events.of(input)), scores);
            card.unrankable().forEach(i -> scores[i] = Float.NEGATIVE_INFINITY);
            return scores;
        }
    }

    @Override
    public final float[][] scores(
            ModelInput base, List<ModelInput> edits, int[] targets, CancellationToken cancellation) {
        InputCheck.check(base, card);
        edits.forEach(e -> InputCheck.check(e, card));
        TargetScorer scorer = TargetScorer.of(items, targets, card);
        float[][] scores = new float[edits.size()][];
        pool.forEach(scores.length, (lease, e) -> {
            cancellation.check();
            scores[e] = scorer.scores(vector(lease.kernels(), Events.of(edits.get(e))), 0);
        });
        return scores;
    }

    @Override
    public final AttentionTrace trace(ModelInput input) {
        InputCheck.check(input, card);
        int n = input.length();
        int[] keys = java.util.stream.IntStream.range(0, n).toArray();
        int[] queries = n == 0 ? keys : new int[] {n - 1};
        Weights weights = new Weights(new float[0], 0);
        if (n > 0) {
            try (BufferPool.Lease lease = pool.lease()) {
                weights = weights(lease.kernels(), Events.of(input));
            }
        }
        float[] padding = n == 0 ? new float[0] : new float[] {weights.padding()};
        AttentionMap map = new AttentionMap(
                "items", 0, 0, AxisKind.EVENT, AxisKind.EVENT, queries, keys, weights.events(), padding, false, "none");
        return new AttentionTrace(List.of(map), card.attendsToPadding() ? card.windowLength() - n : 0);
    }

    @Override
    public final InputGradient gradient(ModelInput input, int target) {
        int d = card.hiddenSize();
        float[] v = itemRow(input, target);
        if (input.length() == 0) {
            return new InputGradient(new float[0], new float[0], d);
        }
        Events events = Events.of(input);
        try (BufferPool.Lease lease = pool.lease()) {
            return new InputGradient(backward(lease.kernels(), events, v, null), embeddings(events), d);
        }
    }

    @Override
    public final ScoreSlopes slopes(ModelInput input, int target, float[] embeddings) {
        int d = card.hiddenSize();
        float[] v = itemRow(input, target);
        return EncoderPass.oneByOne(pool, embeddings, input.length() * d, (k, copy, scores) -> {
            Events events = Events.of(input).given(embeddings, copy, d);
            scores[copy] = Vectors.dot(vector(k, events), 0, v, 0, d);
            return backward(k, events, v, null);
        });
    }

    @Override
    public final float[] paddingEmbedding() {
        return Events.table(items, new int[1]);
    }

    @Override
    public final AttentionSlopes attentionSlopes(ModelInput input, int target) {
        float[] v = itemRow(input, target);
        try (BufferPool.Lease lease = pool.lease()) {
            return WeightSlopes.of(kept -> backward(lease.kernels(), Events.of(input), v, kept));
        }
    }

    private float[] itemRow(ModelInput input, int target) {
        InputCheck.check(input, card);
        InputCheck.checkTargets(new int[] {target}, card);
        return Events.table(items, new int[] {target});
    }

    @Override
    public final Optional<float[]> itemEmbedding(int item) {
        return Optional.of(Events.table(items, new int[] {item}));
    }

    @Override
    public final void close() {
        pool.close();
    }

    /** What the events look up, or what was given [n, D]. */
    final float[] embeddings(Events events) {
        return events.embeddings(items);
    }
}
