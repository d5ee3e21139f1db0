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

    /** Activations of the layers for some pairs, the first one's [pairs, A] first; the last holds the unscaled weights. */
    private List<float[]> layers(Kernels k, int[] candidates, int from, int count, int[] events) {
        int pairs = count * events.length;
        float[] products = new float[pairs * d];
        for (int c = 0; c < count; c++) {
            for (int j = 0; j < events.length; j++) {
                int at = (c * events.length + j) * d;
                int q = candidates[from + c] * d;
                int key = events[j] * d;
                for (int i = 0; i < d; i++) {
                    products[at + i] = parts.keys()[q + i] * parts.keys()[key + i];
                }
            }
        }
        List<float[]> activations = new ArrayList<>();
        float[] h = parts.product().forward(k, products, pairs);
        for (int c = 0; c < count; c++) {
            for (int j = 0; j < events.length; j++) {
                int at = (c * events.length + j) * size;
                int q = candidates[from + c] * size;
                int key = events[j] * size;
                for (int i = 0; i < size; i++) {
                    h[at + i] = Gates.sigmoid(h[at + i] + queryTerms[q + i] + keyTerms[key + i]);
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
    float[] weights(Kernels k, int[] candidates, int from, int count, int[] events) {
        if (events.length == 0) {
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
    float[] backward(Kernels k, int candidate, int[] events, float[] dWeights) {
        int n = events.length;
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
