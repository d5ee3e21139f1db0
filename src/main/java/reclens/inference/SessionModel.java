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
    private static final int[] EMPTY = {0};

    private final ModelCard card;
    private final Matrix items; // [I, D]
    private final BufferPool pool = new BufferPool();

    SessionModel(ModelCard card, Matrix items) {
        this.card = card;
        this.items = items;
    }

    /** The weights of one forward pass: one per event, and their sum over the padding slots. */
    record Weights(float[] events, float padding) {}

    /** The vector [D] of the events; {@code hidden} may be null. */
    abstract float[] vector(Kernels k, int[] events, boolean[] hidden);

    abstract Weights weights(Kernels k, int[] events, boolean[] hidden);

    /** d (v . vector) / d e_i [n, D] for a constant v [D]. */
    abstract float[] backward(Kernels k, int[] events, boolean[] hidden, float[] v);

    @Override
    public final ModelCard card() {
        return card;
    }

    @Override
    public final Set<Ability> abilities() {
        return Set.of(Ability.GRADIENT);
    }

    @Override
    public final float[] scores(ModelInput input) {
        InputCheck.check(input, card);
        try (BufferPool.Lease lease = pool.lease()) {
            float[] scores = new float[card.itemCount()];
            lease.kernels().scores(items, vector(lease.kernels(), input), scores);
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
        try (BufferPool.Lease lease = pool.lease()) {
            for (int e = 0; e < scores.length; e++) {
                cancellation.check();
                scores[e] = scorer.scores(vector(lease.kernels(), edits.get(e)), 0);
            }
        }
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
                weights = weights(lease.kernels(), input.items(), input.hidden());
            }
        }
        float[] padding = n == 0 ? new float[0] : new float[] {weights.padding()};
        AttentionMap map = new AttentionMap(
                "items", 0, 0, AxisKind.EVENT, AxisKind.EVENT, queries, keys, weights.events(), padding, false, "none");
        return new AttentionTrace(List.of(map), card.attendsToPadding() ? card.windowLength() - n : 0);
    }

    @Override
    public final InputGradient gradient(ModelInput input, int target) {
        InputCheck.check(input, card);
        InputCheck.checkTargets(new int[] {target}, card);
        int d = card.hiddenSize();
        float[] v = new float[d];
        items.row(target, v, 0);
        if (input.length() == 0) {
            return new InputGradient(new float[0], new float[0], d);
        }
        try (BufferPool.Lease lease = pool.lease()) {
            return new InputGradient(
                    backward(lease.kernels(), input.items(), input.hidden(), v), embeddings(input.items()), d);
        }
    }

    @Override
    public final Optional<float[]> itemEmbedding(int item) {
        float[] row = new float[items.columns()];
        items.row(item, row, 0);
        return Optional.of(row);
    }

    @Override
    public final void close() {
        pool.close();
    }

    /** Rows of the item table [n, D]. */
    final float[] embeddings(int[] events) {
        float[] x = new float[events.length * items.columns()];
        for (int i = 0; i < events.length; i++) {
            items.row(events[i], x, i * items.columns());
        }
        return x;
    }

    private float[] vector(Kernels k, ModelInput input) {
        return input.length() == 0 ? vector(k, EMPTY, null) : vector(k, input.items(), input.hidden());
    }
}
