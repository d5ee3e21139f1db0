package reclens.inference;

import java.util.ArrayList;
import java.util.List;

/** DIN's weight of an event for a candidate: a network on both item vectors, not normalised, divided by the root of D. */
final class DinAttention {
    private final DinParts parts;
    private final int d;
    private final int size; // A
    private final float scale;
    private final float[] queryTerms; // (Wq + Wd) k_i + b, [I, A]
    private final float[] keyTerms; // (Wk - Wd) k_i, [I, A]

    DinAttention(DinParts parts, Kernels k) {
        this.parts = parts;
        this.d = parts.query().in();
        this.size = parts.query().out();
        this.scale = (float) (1 / Math.sqrt(d));
        int items = parts.keys().length / d;
        this.queryTerms = parts.query().forward(k, parts.keys(), items);
        this.keyTerms = parts.key().forward(k, parts.keys(), items);
    }

    /**
     * The events of a history.
     *
     * @param rows item vectors k_j [n, D]
     * @param terms (Wk - Wd) k_j [n, A]
     */
    record Keys(float[] rows, float[] terms, int count) {}

    Keys keys(int[] events) {
        float[] rows = new float[events.length * d];
        float[] terms = new float[events.length * size];
        for (int j = 0; j < events.length; j++) {
            System.arraycopy(parts.keys(), events[j] * d, rows, j * d, d);
            System.arraycopy(keyTerms, events[j] * size, terms, j * size, size);
        }
        return new Keys(rows, terms, events.length);
    }

    /** Item vectors [n, D] that need not be any item's. */
    Keys keys(Kernels k, float[] rows) {
        int n = rows.length / d;
        return new Keys(rows, parts.key().forward(k, rows, n), n);
    }

    /** Activations of the layers for some pairs, the first one's [pairs, A] first; the last holds the unscaled weights. */
    private List<float[]> layers(Kernels k, int[] candidates, int from, int count, Keys events) {
        int pairs = count * events.count;
        float[] products = new float[pairs * d];
        for (int c = 0; c < count; c++) {
            for (int j = 0; j < events.count; j++) {
                int at = (c * events.count + j) * d;
                int q = candidates[from + c] * d;
                for (int i = 0; i < d; i++) {
                    products[at + i] = parts.keys()[q + i] * events.rows[j * d + i];
                }
            }
        }
        List<float[]> activations = new ArrayList<>();
        float[] h = parts.product().forward(k, products, pairs);
        for (int c = 0; c < count; c++) {
            for (int j = 0; j < events.count; j++) {
                int at = (c * events.count + j) * size;
                int q = candidates[from + c] * size;
                for (int i = 0; i < size; i++) {
                    h[at + i] = Gates.sigmoid(h[at + i] + queryTerms[q + i] + events.terms[j * size + i]);
                }
            }
        }
        activations.add(h);
        for (int l = 0; l < parts.attention().size(); l++) {
            h = parts.attention().get(l).forward(k, h, pairs);
            if (l < parts.attention().size() - 1) {
                Gates.sigmoid(h, h.length);
            }
            activations.add(h);
        }
        return activations;
    }

    /** Weights [count, n] of some events for the candidates from {@code from} on. */
    float[] weights(Kernels k, int[] candidates, int from, int count, Keys events) {
        if (events.count == 0) {
            return new float[0];
        }
        List<float[]> layers = layers(k, candidates, from, count, events);
        float[] weights = layers.get(layers.size() - 1);
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= scale;
        }
        return weights;
    }

    /**
     * d / dk_j [n, D] for one candidate, by way of the weights alone.
     *
     * @param dWeights d / dw_j [n]
     */
    float[] backward(Kernels k, int candidate, Keys events, float[] dWeights) {
        int n = events.count;
        List<float[]> activations = layers(k, new int[] {candidate}, 0, 1, events);
        float[] g = dWeights.clone();
        for (int j = 0; j < n; j++) {
            g[j] *= scale;
        }
        for (int l = parts.attention().size() - 1; l >= 0; l--) {
            g = parts.attention().get(l).backward(k, g, n);
            Gates.sigmoidBack(g, activations.get(l), g.length);
        }
        float[] dKeys = parts.key().backward(k, g, n);
        float[] dProducts = parts.product().backward(k, g, n);
        for (int i = 0; i < n * d; i++) {
            dKeys[i] += dProducts[i] * parts.keys()[candidate * d + i % d];
        }
        return dKeys;
    }
}
