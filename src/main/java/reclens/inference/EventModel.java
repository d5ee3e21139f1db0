package reclens.inference;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import reclens.domain.AttentionMap;
import reclens.domain.AttentionTrace;
import reclens.domain.AxisKind;
import reclens.domain.CancellationToken;

/**
 * What models share that look up one row for each event and run on those rows alone: checks, batches, ranking, the empty
 * history, which is one padding item of length 1. Extend it to add a model of your own; see the user guide.
 */
abstract class EventModel implements RecommenderModel {
    /** Items whose attention is shown where each has its own and nobody asked for certain ones. */
    private static final int SHOWN = 10;

    private final ModelCard card;
    private final Matrix table; // [rows, D]: what an event looks up
    private final BufferPool pool = new BufferPool();

    EventModel(ModelCard card, Matrix table) {
        this.card = card;
        this.table = table;
    }

    /** Scores [T] of some items; {@code targets} null stands for all items, 0 to I - 1. */
    abstract float[] scores(Kernels k, Events events, int[] targets);

    /** The attention maps; {@code candidates} counts only where {@link #perCandidate()}. */
    abstract List<AttentionMap> maps(Kernels k, Events events, int[] candidates);

    /**
     * d score of {@code target} / d embeddings of the events [n, D].
     *
     * @param kept takes attention weights and their gradients, where the model weighs events; null when nobody wants them
     */
    abstract float[] backward(Kernels k, Events events, int target, WeightSlopes kept);

    /** Whether attention depends on the item that is scored. */
    boolean perCandidate() {
        return card.traits().pointwise();
    }

    /** Whether attention weighs events, and {@link #backward} tells. */
    boolean weighsEvents() {
        return true;
    }

    @Override
    public final ModelCard card() {
        return card;
    }

    @Override
    public final Set<Ability> abilities() {
        return weighsEvents()
                ? Set.of(Ability.GRADIENT, Ability.GIVEN_EMBEDDINGS, Ability.ATTENTION_SLOPES)
                : Set.of(Ability.GRADIENT, Ability.GIVEN_EMBEDDINGS);
    }

    @Override
    public final float[] scores(ModelInput input) {
        InputCheck.check(input, card);
        try (BufferPool.Lease lease = pool.lease()) {
            float[] scores = scores(lease.kernels(), Events.of(input), null);
            card.unrankable().forEach(i -> scores[i] = Float.NEGATIVE_INFINITY);
            return scores;
        }
    }

    @Override
    public final float[][] scores(
            ModelInput base, List<ModelInput> edits, int[] targets, CancellationToken cancellation) {
        InputCheck.check(base, card);
        InputCheck.checkTargets(targets, card);
        edits.forEach(e -> InputCheck.check(e, card));
        float[][] scores = new float[edits.size()][];
        pool.forEach(scores.length, (lease, e) -> {
            cancellation.check();
            scores[e] = scores(lease.kernels(), Events.of(edits.get(e)), targets);
            for (int t = 0; t < targets.length; t++) {
                if (card.unrankable().contains(targets[t])) {
                    scores[e][t] = Float.NEGATIVE_INFINITY;
                }
            }
        });
        return scores;
    }

    @Override
    public final AttentionTrace trace(ModelInput input) {
        return trace(input, perCandidate() ? Ranking.top(scores(input), new BitSet(), SHOWN) : new int[0]);
    }

    @Override
    public final AttentionTrace trace(ModelInput input, int[] candidates) {
        InputCheck.check(input, card);
        InputCheck.checkTargets(candidates, card);
        try (BufferPool.Lease lease = pool.lease()) {
            List<AttentionMap> maps = maps(lease.kernels(), Events.of(input), candidates);
            return new AttentionTrace(
                    input.length() > 0
                            ? maps
                            : maps.stream().map(EventModel::withoutEvents).toList(),
                    0,
                    card.traits().fields());
        }
    }

    /** Queries, keys and values of one head; empty where the attention is not made of them. */
    Optional<HeadVectors> head(Kernels k, Events events, HeadPlace place) {
        return Optional.empty();
    }

    @Override
    public final HeadVectors headVectors(ModelInput input, HeadPlace place) {
        InputCheck.check(input, card);
        try (BufferPool.Lease lease = pool.lease()) {
            return head(lease.kernels(), Events.of(input), place)
                    .orElseGet(() -> RecommenderModel.super.headVectors(input, place));
        }
    }

    @Override
    public final InputGradient gradient(ModelInput input, int target) {
        InputCheck.check(input, card);
        InputCheck.checkTargets(new int[] {target}, card);
        int d = table.columns();
        if (input.length() == 0) {
            return new InputGradient(new float[0], new float[0], d);
        }
        Events events = Events.of(input);
        try (BufferPool.Lease lease = pool.lease()) {
            return new InputGradient(backward(lease.kernels(), events, target, null), lookUp(events), d);
        }
    }

    @Override
    public final ScoreSlopes slopes(ModelInput input, int target, float[] embeddings) {
        InputCheck.check(input, card);
        InputCheck.checkTargets(new int[] {target}, card);
        int d = table.columns();
        int[] targets = {target};
        return EncoderPass.oneByOne(pool, embeddings, input.length() * d, (k, copy, scores) -> {
            Events events = Events.of(input).given(embeddings, copy, d);
            scores[copy] = scores(k, events, targets)[0];
            return backward(k, events, target, null);
        });
    }

    @Override
    public final float[] paddingEmbedding() {
        return Events.table(table, new int[1]);
    }

    @Override
    public final AttentionSlopes attentionSlopes(ModelInput input, int target) {
        InputCheck.check(input, card);
        InputCheck.checkTargets(new int[] {target}, card);
        try (BufferPool.Lease lease = pool.lease()) {
            return WeightSlopes.of(kept -> backward(lease.kernels(), Events.of(input), target, kept));
        }
    }

    @Override
    public final void close() {
        pool.close();
    }

    /** What the events look up, or what was given [n, D]. */
    final float[] lookUp(Events events) {
        return events.embeddings(table);
    }

    /** Rows of the table, whatever the events are [rows, D]. */
    final float[] rows(int[] rows) {
        return Events.table(table, rows);
    }

    /** Indices 0 to n - 1. */
    static int[] axis(int n) {
        return IntStream.range(0, n).toArray();
    }

    /** An empty history has no events to show: the padding item that stood for it is left out. */
    private static AttentionMap withoutEvents(AttentionMap map) {
        int[] none = new int[0];
        int[] queries = map.queryKind() == AxisKind.EVENT || map.queryKind() == AxisKind.POOL ? none : map.queries();
        int[] keys = map.keyKind() == AxisKind.EVENT ? none : map.keys();
        return new AttentionMap(
                map.stream(),
                map.layer(),
                map.head(),
                map.queryKind(),
                map.keyKind(),
                queries,
                keys,
                new float[queries.length * keys.length],
                new float[queries.length],
                map.causal(),
                map.normalisation());
    }
}
