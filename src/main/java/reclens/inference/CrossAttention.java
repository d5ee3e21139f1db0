package reclens.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import reclens.domain.AttentionMap;
import reclens.domain.AxisKind;

/**
 * Events attend to the items that can be recommended. u_i = W_u b_i for the events, v_j = W_v e_j for the items; A = softmax over
 * the items, or sigmoid, of u_i . v_j; u'_i = sum_j A_ij v_j; score_j = pool_i(u'_i) . v_j.
 *
 * <p>The softmax runs over all rankable items, 1 to I - 1: never over padding, and never over the shown candidates alone. A
 * hidden event is left out of the pool. B batch, n events, I items, D width of u and v.
 */
final class CrossAttention extends EventModel {
    /** How the attended vectors of the events become one. */
    enum Pooling {
        MEAN,
        LAST,
        SUM
    }

    /**
     * @param query W_u [D, Db]
     * @param items v_j [I, D] as a layer without bias; the row of padding is 0
     * @param softmax softmax over the items, else sigmoid of each
     * @param scale factor of u_i . v_j, 1 or 1 / sqrt D
     * @param head optional W [1, D], a score per event that ranks nothing; null when there is none
     */
    record Parts(Dense query, Dense items, boolean softmax, float scale, Pooling pooling, Dense head) {}

    private final Parts parts;
    private final int d;

    CrossAttention(ModelCard card, Matrix table, Parts parts) {
        super(card, table);
        this.parts = parts;
        this.d = parts.items().in();
    }

    @Override
    boolean weighsEvents() {
        return false; // it weighs items
    }

    @Override
    boolean perCandidate() {
        return true;
    }

    @Override
    float[] scores(Kernels k, Events events, int[] targets) {
        float[] attended = parts.items().backward(k, attention(k, events), events.count()); // u' [n, D]
        float[] pooled = new float[d];
        float[] shares = shares(events);
        for (int i = 0; i < shares.length; i++) {
            Vectors.add(pooled, 0, shares[i], attended, i * d, d);
        }
        return new ItemHead(parts.items().layer()).scores(k, pooled, targets);
    }

    @Override
    List<AttentionMap> maps(Kernels k, Events events, int[] candidates) {
        int n = events.count();
        float[] all = attention(k, events);
        float[] shown = new float[n * candidates.length];
        for (int i = 0; i < n; i++) {
            for (int c = 0; c < candidates.length; c++) {
                shown[i * candidates.length + c] = all[i * parts.items().out() + candidates[c]];
            }
        }
        List<AttentionMap> maps = new ArrayList<>();
        maps.add(new AttentionMap(
                "items",
                0,
                0,
                AxisKind.EVENT,
                AxisKind.CANDIDATE,
                axis(n),
                candidates.clone(),
                shown,
                new float[n],
                false,
                parts.softmax() ? "softmax" : "sigmoid"));
        if (parts.head() != null) {
            float[] attended = parts.items().backward(k, all, n);
            maps.add(new AttentionMap(
                    "behaviour_scores",
                    0,
                    0,
                    AxisKind.POOL,
                    AxisKind.EVENT,
                    axis(1),
                    axis(n),
                    parts.head().forward(k, attended, n),
                    new float[1],
                    false,
                    "none"));
        }
        return maps;
    }

    /** The keys, which are the values too, are all items but padding. */
    @Override
    Optional<HeadVectors> head(Kernels k, Events events, HeadPlace place) {
        InputCheck.checkHead(place, card(), "items");
        int items = parts.items().out();
        float[] keys = new float[(items - 1) * d];
        for (int j = 1; j < items; j++) {
            parts.items().layer().weight().row(j, keys, (j - 1) * d);
        }
        float[] queries = parts.query().forward(k, lookUp(events), events.count());
        return Optional.of(
                new HeadVectors(place, parts.softmax(), d, parts.scale(), queries, keys, keys.clone(), 0, false));
    }

    @Override
    float[] backward(Kernels k, Events events, int target, WeightSlopes kept) {
        int n = events.count();
        int items = parts.items().out();
        float[] weights = attention(k, events); // [n, I]
        float[] shares = shares(events);
        float[] v = new ItemHead(parts.items().layer()).row(target);
        float[] g = parts.items().forward(k, v, 1); // v_j . v_target for every item [I]
        float[] dScores = new float[n * items];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < items; j++) {
                dScores[i * items + j] = shares[i] * g[j];
            }
            if (parts.softmax()) {
                Softmax.back(dScores, weights, i * items, items, 1);
            }
        }
        if (!parts.softmax()) {
            Gates.sigmoidBack(dScores, weights, dScores.length);
        }
        float[] dQueries = parts.items().backward(k, dScores, n);
        for (int i = 0; i < dQueries.length; i++) {
            dQueries[i] *= parts.scale();
        }
        return parts.query().backward(k, dQueries, n);
    }

    /** A [n, I], exactly 0 at padding. */
    private float[] attention(Kernels k, Events events) {
        int n = events.count();
        int items = parts.items().out();
        float[] a = parts.items().forward(k, parts.query().forward(k, lookUp(events), n), n);
        for (int i = 0; i < a.length; i++) {
            a[i] *= parts.scale();
        }
        if (!parts.softmax()) {
            Gates.sigmoid(a, a.length);
        }
        for (int i = 0; i < n; i++) {
            if (parts.softmax()) {
                Softmax.apply(a, i * items + 1, items - 1, 1, null);
            }
            a[i * items] = 0;
        }
        return a;
    }

    /** The share of each event [n] in the pool. */
    private float[] shares(Events events) {
        float[] shares = new float[events.count()];
        int shown = 0;
        int last = -1;
        for (int i = 0; i < shares.length; i++) {
            if (!events.hides(i)) {
                shown++;
                last = i;
            }
        }
        for (int i = 0; i < shares.length; i++) {
            if (!events.hides(i)) {
                shares[i] = switch (parts.pooling()) {
                    case MEAN -> 1f / shown;
                    case SUM -> 1;
                    case LAST -> i == last ? 1 : 0;
                };
            }
        }
        return shares;
    }
}
