package reclens.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import reclens.domain.AttentionMap;
import reclens.domain.AxisKind;

/**
 * An LSTM over the events and multi-head self-attention over its states; the last position predicts. With h_1 ... h_n the states
 * of the last layer: o = W_o concat_heads(softmax(q k^T / sqrt(H / heads)) v), scores = fc(o_n). Where fc has one output, the
 * candidate is the last step of the sequence and gets its score. An event that is hidden is read by the LSTM, but no query
 * attends to its state.
 */
final class UserInterest extends EventModel {
    /**
     * @param layers of the LSTM, first to last
     * @param query W_q [H, H]
     * @param keyValue W_k and W_v stacked [2 H, H]
     * @param out W_o [H, H]
     * @param head fc [I, H], or [1, H] where candidates are scored one by one
     * @param pointwise whether fc has one output
     * @param candidateRows what each item looks up as a candidate [I]; null where fc has an output per item
     */
    record Parts(
            List<Lstm> layers,
            Dense query,
            Dense keyValue,
            Dense out,
            ItemHead head,
            boolean pointwise,
            int[] candidateRows) {
        Parts {
            layers = List.copyOf(layers);
        }
    }

    private final Parts parts;
    private final Heads heads;
    private final int h; // H

    UserInterest(ModelCard card, Matrix table, Parts parts) {
        super(card, table);
        this.parts = parts;
        this.h = parts.query().in();
        this.heads = new Heads(card.heads(), h);
    }

    /** The LSTM over some rows [n]; {@code keyValues} [n, 2 H]. */
    private record States(List<Lstm.Run> runs, float[] keyValues) {
        float[] last() {
            return runs.get(runs.size() - 1).states();
        }
    }

    private States states(Kernels k, float[] embeddings, int n, List<Lstm.Run> before) {
        List<Lstm.Run> runs = new ArrayList<>();
        float[] x = embeddings;
        for (int l = 0; l < parts.layers().size(); l++) {
            Lstm.Run start = before == null ? Lstm.Run.NONE : before.get(l);
            Lstm.Run run = parts.layers().get(l).forward(k, x, n, start);
            runs.add(run);
            x = run.states();
        }
        return new States(runs, parts.keyValue().forward(k, x, n));
    }

    /**
     * What the queries [m] from {@code first} gather, heads side by side [m, H].
     *
     * @param prefix states before those of {@code states}; null when there are none
     * @param kept where the weights go, [heads, m, keys]; may be null
     */
    private float[] attend(
            Kernels k, States prefix, States states, int first, int m, boolean[] hidden, boolean causal, float[] kept) {
        int own = states.keyValues.length / (2 * h);
        int earlier = prefix == null ? 0 : prefix.keyValues.length / (2 * h);
        float[] queries = parts.query()
                .forward(k, Arrays.copyOfRange(states.last(), (first - earlier) * h, (first - earlier + m) * h), m);
        float[] gathered = new float[m * h];
        k.attention(
                heads,
                queries,
                0,
                m,
                new KeyValues(null, prefix == null ? null : prefix.keyValues, earlier, states.keyValues, 0, own),
                new AttentionMask(first, causal, hidden, 0, null),
                kept,
                gathered);
        return gathered;
    }

    @Override
    float[] scores(Kernels k, Events events, int[] targets) {
        int n = events.count();
        States states = states(k, lookUp(events), n, null);
        if (!parts.pointwise()) {
            float[] gathered = attend(k, null, states, n - 1, 1, events.hidden(), false, null);
            return parts.head().scores(k, parts.out().forward(k, gathered, 1), targets);
        }
        int[] candidates = targets == null ? axis(card().itemCount()) : targets;
        float[] scores = new float[candidates.length];
        for (int c = 0; c < candidates.length; c++) {
            float[] gathered = candidate(k, states, events, candidates[c], null);
            scores[c] = parts.head().scores(k, parts.out().forward(k, gathered, 1), null)[0];
        }
        return scores;
    }

    /** One more step of the sequence: a candidate, which sees the events and itself. */
    private float[] candidate(Kernels k, States states, Events events, int item, float[] kept) {
        States step = states(k, rows(new int[] {parts.candidateRows()[item]}), 1, states.runs);
        return attend(k, states, step, events.count(), 1, withCandidate(events), false, kept);
    }

    private static boolean[] withCandidate(Events events) {
        return events.hidden() == null ? null : Arrays.copyOf(events.hidden(), events.count() + 1);
    }

    @Override
    List<AttentionMap> maps(Kernels k, Events events, int[] candidates) {
        int n = events.count();
        States states = states(k, lookUp(events), n, null);
        List<AttentionMap> maps = new ArrayList<>();
        if (!parts.pointwise()) {
            float[] kept = new float[heads.count() * n * n];
            attend(k, null, states, 0, n, events.hidden(), card().causal(), kept);
            for (int head = 0; head < heads.count(); head++) {
                float[] weights = Arrays.copyOfRange(kept, head * n * n, (head + 1) * n * n);
                maps.add(map(head, AxisKind.EVENT, axis(n), axis(n), weights));
            }
            return maps;
        }
        float[][] byHead = new float[heads.count()][candidates.length * (n + 1)];
        for (int c = 0; c < candidates.length; c++) {
            float[] kept = new float[heads.count() * (n + 1)];
            candidate(k, states, events, candidates[c], kept);
            for (int head = 0; head < heads.count(); head++) {
                System.arraycopy(kept, head * (n + 1), byHead[head], c * (n + 1), n + 1);
            }
        }
        int[] keys = Arrays.copyOf(axis(n), n + 1);
        keys[n] = AttentionMap.MASK_SLOT; // the slot of the candidate itself
        for (int head = 0; head < heads.count(); head++) {
            maps.add(map(head, AxisKind.CANDIDATE, candidates.clone(), keys, byHead[head]));
        }
        return maps;
    }

    @Override
    Optional<HeadVectors> head(Kernels k, Events events, HeadPlace place) {
        InputCheck.checkHead(place, card(), "items");
        int n = events.count();
        States states = states(k, lookUp(events), n, null);
        if (!parts.pointwise()) {
            float[] queries = parts.query().forward(k, states.last(), n);
            return Optional.of(HeadVectors.of(place, heads, queries, n, states.keyValues, card().causal()));
        }
        States step = states(k, rows(new int[] {parts.candidateRows()[place.candidate()]}), 1, states.runs);
        float[] keyValues = Arrays.copyOf(states.keyValues, (n + 1) * 2 * h);
        System.arraycopy(step.keyValues, 0, keyValues, n * 2 * h, 2 * h);
        float[] query = parts.query().forward(k, step.last(), 1);
        return Optional.of(HeadVectors.of(place, heads, query, 1, keyValues, false));
    }

    private AttentionMap map(int head, AxisKind queryKind, int[] queries, int[] keys, float[] weights) {
        return new AttentionMap(
                "items",
                0,
                head,
                queryKind,
                AxisKind.EVENT,
                queries,
                keys,
                weights,
                new float[queries.length],
                card().causal(),
                "softmax");
    }

    @Override
    float[] backward(Kernels k, Events events, int target, WeightSlopes kept) {
        float[] x = lookUp(events);
        if (!parts.pointwise()) {
            return backward(k, x, events.count(), events.hidden(), target, kept);
        }
        float[] candidate = rows(new int[] {parts.candidateRows()[target]});
        float[] all = Arrays.copyOf(x, x.length + candidate.length);
        System.arraycopy(candidate, 0, all, x.length, candidate.length);
        return Arrays.copyOf(backward(k, all, events.count() + 1, withCandidate(events), 0, kept), x.length);
    }

    /** d (row {@code output} of fc at the last position) / d x [n, D]. */
    private float[] backward(Kernels k, float[] x, int n, boolean[] hidden, int output, WeightSlopes kept) {
        int size = heads.size();
        States states = states(k, x, n, null);
        float[] weights = new float[heads.count() * n];
        attend(k, null, states, n - 1, 1, hidden, false, weights);
        float[] query = parts.query().forward(k, Arrays.copyOfRange(states.last(), (n - 1) * h, n * h), 1);
        float[] dGathered = parts.out().backward(k, parts.head().row(output), 1);
        float[] dQuery = new float[h];
        float[] dKeyValues = new float[n * 2 * h];
        float[] slopes = new float[weights.length];
        for (int head = 0; head < heads.count(); head++) {
            int at = head * size;
            float[] dWeights = new float[n];
            for (int j = 0; j < n; j++) {
                int value = j * 2 * h + h + at;
                dWeights[j] = Vectors.dot(dGathered, at, states.keyValues, value, size);
                Vectors.add(dKeyValues, value, weights[head * n + j], dGathered, at, size);
            }
            System.arraycopy(dWeights, 0, slopes, head * n, n);
            Softmax.back(dWeights, Arrays.copyOfRange(weights, head * n, head * n + n), 0, n, 1);
            for (int j = 0; j < n; j++) {
                float g = dWeights[j] * heads.scale();
                Vectors.add(dQuery, at, g, states.keyValues, j * 2 * h + at, size);
                Vectors.add(dKeyValues, j * 2 * h + at, g, query, at, size);
            }
        }
        if (kept != null) {
            int events = parts.pointwise() ? n - 1 : n;
            kept.keep(events, heads.count(), parts.pointwise(), 0, weights, slopes);
        }
        float[] g = parts.keyValue().backward(k, dKeyValues, n);
        Vectors.add(g, (n - 1) * h, 1, parts.query().backward(k, dQuery, 1), 0, h);
        for (int l = parts.layers().size() - 1; l >= 0; l--) {
            g = parts.layers().get(l).backward(k, states.runs.get(l), g, n);
        }
        return g;
    }
}
