package reclens.inference;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import reclens.domain.AttentionMap;
import reclens.domain.AttentionTrace;
import reclens.domain.AxisKind;
import reclens.domain.CancellationToken;

/**
 * Deep interest network (Zhou et al. 2018, arXiv 1706.06978) as RecBole computes it. An item is the concatenation of its
 * fields' embeddings; a candidate q weighs each event k_j by a network, without normalisation; u = sum_j w_j k_j; a network on
 * [u, q, u * q] gives the logit. Padding has weight 0. A weight depends on candidate and event alone, so histories and their
 * edits share the weights.
 */
final class Din implements RecommenderModel {
    /** Pairs of candidate and event that are computed together: few enough for the cache. */
    private static final int PAIRS = 1024;

    private final ModelCard card;
    private final DinParts parts;
    private final DinAttention attention;
    private final DinRows rows;
    private final DinFields fields;
    private final int d;
    private final BufferPool pool = new BufferPool();

    Din(ModelCard card, DinParts parts, DinFields fields) {
        this.card = card;
        this.parts = parts;
        this.fields = fields;
        this.d = card.hiddenSize();
        try (BufferPool.Lease lease = pool.lease()) {
            this.attention = new DinAttention(parts, lease.kernels());
        }
        this.rows = new DinRows(attention, card.itemCount());
    }

    @Override
    public ModelCard card() {
        return card;
    }

    @Override
    public Set<Ability> abilities() {
        return Set.of(Ability.GRADIENT, Ability.GIVEN_EMBEDDINGS, Ability.ATTENTION_SLOPES);
    }

    @Override
    public float[] scores(ModelInput input) {
        InputCheck.check(input, card);
        int[] all = IntStream.range(0, card.itemCount()).toArray();
        float[] scores = new float[all.length];
        try (BufferPool.Lease lease = pool.lease()) {
            int chunk = Math.max(1, PAIRS / Math.max(1, input.length()));
            for (int from = 0; from < all.length; from += chunk) {
                int count = Math.min(chunk, all.length - from);
                float[] weights = weights(lease.kernels(), all, from, count, input.items());
                float[] joined = new float[count * 3 * d];
                for (int c = 0; c < count; c++) {
                    interest(weights, c * input.length(), input, joined, c * 3 * d);
                    join(joined, c * 3 * d, all[from + c]);
                }
                System.arraycopy(predict(lease.kernels(), joined, count), 0, scores, from, count);
            }
        }
        card.unrankable().forEach(i -> scores[i] = Float.NEGATIVE_INFINITY);
        return scores;
    }

    @Override
    public float[][] scores(ModelInput base, List<ModelInput> edits, int[] targets, CancellationToken cancellation) {
        InputCheck.checkTargets(targets, card);
        edits.forEach(e -> InputCheck.check(e, card));
        int[] distinct = edits.stream()
                .flatMapToInt(e -> Arrays.stream(e.items()))
                .distinct()
                .sorted()
                .toArray();
        float[][] scores = new float[edits.size()][targets.length];
        int chunk = Math.max(1, PAIRS / Math.max(1, Math.max(distinct.length, edits.size())));
        pool.forEach((targets.length + chunk - 1) / chunk, (lease, c) -> {
            cancellation.check();
            int from = c * chunk;
            int[] some = Arrays.copyOfRange(targets, from, Math.min(from + chunk, targets.length));
            float[] weights = attention.weights(lease.kernels(), some, 0, some.length, attention.keys(distinct));
            edited(edits, some, weights, distinct, scores, from);
        });
        return scores;
    }

    /**
     * Scores of all edits for some targets.
     *
     * @param weights [targets, distinct events]
     * @param scores set from column {@code column} on
     */
    private void edited(
            List<ModelInput> edits, int[] targets, float[] weights, int[] distinct, float[][] scores, int column) {
        int pairs = targets.length * edits.size();
        pool.forEach((pairs + PAIRS - 1) / PAIRS, (lease, c) -> {
            int from = c * PAIRS;
            int count = Math.min(PAIRS, pairs - from);
            float[] joined = new float[count * 3 * d];
            for (int i = 0; i < count; i++) {
                int t = (from + i) / edits.size();
                ModelInput edit = edits.get((from + i) % edits.size());
                interest(picked(weights, t * distinct.length, distinct, edit.items()), 0, edit, joined, i * 3 * d);
                join(joined, i * 3 * d, targets[t]);
            }
            float[] logits = predict(lease.kernels(), joined, count);
            for (int i = 0; i < count; i++) {
                int t = (from + i) / edits.size();
                boolean never = card.unrankable().contains(targets[t]);
                scores[(from + i) % edits.size()][column + t] = never ? Float.NEGATIVE_INFINITY : logits[i];
            }
        });
    }

    /** Weights [count, n] of the events for the candidates from {@code from} on, shared with other histories where they fit. */
    private float[] weights(Kernels k, int[] candidates, int from, int count, int[] events) {
        if (!rows.worthwhile(card.windowLength())) {
            return attention.weights(k, candidates, from, count, attention.keys(events));
        }
        float[] weights = new float[count * events.length];
        for (int j = 0; j < events.length; j++) {
            float[] row = rows.row(k, events[j]);
            for (int c = 0; c < count; c++) {
                weights[c * events.length + j] = row[candidates[from + c]];
            }
        }
        return weights;
    }

    @Override
    public List<ItemField> itemFields() {
        return fields.shown();
    }

    @Override
    public float[][] scoresWithout(
            ModelInput input, List<FeatureValue> removed, int[] targets, CancellationToken cancellation) {
        InputCheck.check(input, card);
        InputCheck.checkTargets(targets, card);
        float[][] scores = new float[removed.size()][targets.length];
        pool.forEach(scores.length, (lease, r) -> {
            cancellation.check();
            float[] vectors = fields.without(removed.get(r), input.items());
            for (int t = 0; t < targets.length; t++) {
                float[] joined =
                        there(lease.kernels(), input, targets[t], vectors).joined();
                boolean never = card.unrankable().contains(targets[t]);
                scores[r][t] = never ? Float.NEGATIVE_INFINITY : predict(lease.kernels(), joined, 1)[0];
            }
        });
        return scores;
    }

    /** Weights for the best item. */
    @Override
    public AttentionTrace trace(ModelInput input) {
        return trace(input, Ranking.top(scores(input), new BitSet(), 1));
    }

    /** One map, a row per candidate. */
    @Override
    public AttentionTrace trace(ModelInput input, int[] candidates) {
        InputCheck.check(input, card);
        InputCheck.checkTargets(candidates, card);
        int n = input.length();
        float[] weights;
        try (BufferPool.Lease lease = pool.lease()) {
            weights =
                    attention.weights(lease.kernels(), candidates, 0, candidates.length, attention.keys(input.items()));
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] = input.hidden() != null && input.hidden()[i % n] ? 0 : weights[i];
        }
        AttentionMap map = new AttentionMap(
                "items",
                0,
                0,
                AxisKind.CANDIDATE,
                AxisKind.EVENT,
                candidates.clone(),
                IntStream.range(0, n).toArray(),
                weights,
                new float[candidates.length],
                false,
                "none");
        return new AttentionTrace(List.of(map), 0);
    }

    /** The embedding of an event is the whole concatenated item vector. */
    @Override
    public InputGradient gradient(ModelInput input, int target) {
        InputCheck.check(input, card);
        InputCheck.checkTargets(new int[] {target}, card);
        float[] keys = attention.keys(input.items()).rows();
        if (input.length() == 0) {
            return new InputGradient(keys, keys, d);
        }
        try (BufferPool.Lease lease = pool.lease()) {
            return new InputGradient(there(lease.kernels(), input, target, keys).back(null), keys, d);
        }
    }

    @Override
    public ScoreSlopes slopes(ModelInput input, int target, float[] embeddings) {
        InputCheck.check(input, card);
        InputCheck.checkTargets(new int[] {target}, card);
        int size = input.length() * d;
        return EncoderPass.oneByOne(pool, embeddings, size, (k, copy, scores) -> {
            DinPass pass = there(k, input, target, Arrays.copyOfRange(embeddings, copy * size, (copy + 1) * size));
            scores[copy] = predict(k, pass.joined(), 1)[0];
            return pass.back(null);
        });
    }

    @Override
    public float[] paddingEmbedding() {
        return Arrays.copyOf(parts.keys(), d);
    }

    @Override
    public AttentionSlopes attentionSlopes(ModelInput input, int target) {
        InputCheck.check(input, card);
        InputCheck.checkTargets(new int[] {target}, card);
        try (BufferPool.Lease lease = pool.lease()) {
            float[] keys = attention.keys(input.items()).rows();
            return WeightSlopes.of(
                    kept -> there(lease.kernels(), input, target, keys).back(kept));
        }
    }

    private DinPass there(Kernels k, ModelInput input, int target, float[] rows) {
        return DinPass.run(parts, attention, k, input, target, rows);
    }

    @Override
    public void close() {
        pool.close();
    }

    /** u = sum_j w_j k_j over the events that are not hidden, to {@code target[at..at + D]}. */
    private void interest(float[] weights, int first, ModelInput input, float[] target, int at) {
        for (int j = 0; j < input.length(); j++) {
            if (input.hidden() == null || !input.hidden()[j]) {
                Vectors.add(target, at, weights[first + j], parts.keys(), input.items()[j] * d, d);
            }
        }
    }

    /** Completes [u, q, u * q] from {@code at} on. */
    private void join(float[] joined, int at, int candidate) {
        for (int i = 0; i < d; i++) {
            float q = parts.keys()[candidate * d + i];
            joined[at + d + i] = q;
            joined[at + 2 * d + i] = joined[at + i] * q;
        }
    }

    private static float[] picked(float[] weights, int first, int[] distinct, int[] items) {
        float[] picked = new float[items.length];
        for (int j = 0; j < items.length; j++) {
            picked[j] = weights[first + Arrays.binarySearch(distinct, items[j])];
        }
        return picked;
    }

    private float[] predict(Kernels k, float[] joined, int rows) {
        float[] h = joined;
        for (Dense layer : parts.mlp()) {
            h = layer.forward(k, h, rows);
            for (int i = 0; i < h.length; i++) {
                h[i] *= Gates.sigmoid(h[i]); // Dice with its alpha of 0
            }
        }
        return parts.predict().forward(k, h, rows);
    }
}
