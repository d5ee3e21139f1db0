package reclens.inference;

import java.util.Arrays;

/**
 * DIN's way from the item vectors of the events to the logit of one candidate, kept for the way back.
 *
 * @param keys item vectors of the events [n, D]
 * @param weights w_j, 0 where hidden [n]
 * @param joined [u, q, u * q] [3 D]
 */
record DinPass(
        DinParts parts,
        DinAttention attention,
        Kernels k,
        ModelInput input,
        int target,
        DinAttention.Keys keys,
        float[] weights,
        float[] joined) {

    /** @param rows item vectors of the events [n, D]; they need not be any item's */
    static DinPass run(DinParts parts, DinAttention attention, Kernels k, ModelInput input, int target, float[] rows) {
        int d = parts.query().in();
        DinAttention.Keys keys = attention.keys(k, rows);
        float[] weights = attention.weights(k, new int[] {target}, 0, 1, keys);
        float[] joined = new float[3 * d];
        for (int j = 0; j < input.length(); j++) {
            if (input.hidden() != null && input.hidden()[j]) {
                weights[j] = 0;
            }
            Vectors.add(joined, 0, weights[j], rows, j * d, d);
        }
        for (int i = 0; i < d; i++) {
            joined[d + i] = parts.keys()[target * d + i];
            joined[2 * d + i] = joined[i] * joined[d + i];
        }
        return new DinPass(parts, attention, k, input, target, keys, weights, joined);
    }

    /** d logit / d keys [n, D]. */
    float[] back(WeightSlopes kept) {
        int n = input.length();
        int d = parts.query().in();
        float[] dInterest = interestGradient();
        float[] dWeights = new float[n];
        for (int j = 0; j < n; j++) {
            boolean hidden = input.hidden() != null && input.hidden()[j];
            dWeights[j] = hidden ? 0 : Vectors.dot(dInterest, 0, keys.rows(), j * d, d);
        }
        if (kept != null) {
            kept.keep(n, 1, false, 0, weights, dWeights);
        }
        float[] gradients = attention.backward(k, target, keys, dWeights);
        for (int j = 0; j < n; j++) {
            Vectors.add(gradients, j * d, weights[j], dInterest, 0, d);
        }
        return gradients;
    }

    /** d logit / du [D]. */
    private float[] interestGradient() {
        int d = parts.query().in();
        float[][] before = new float[parts.mlp().size()][];
        float[] h = joined;
        for (int l = 0; l < before.length; l++) {
            before[l] = parts.mlp().get(l).forward(k, h, 1);
            h = before[l].clone();
            for (int i = 0; i < h.length; i++) {
                h[i] *= Gates.sigmoid(h[i]);
            }
        }
        float[] g = parts.predict().backward(k, new float[] {1}, 1);
        for (int l = before.length - 1; l >= 0; l--) {
            for (int i = 0; i < g.length; i++) {
                float x = before[l][i];
                float s = Gates.sigmoid(x);
                g[i] *= s * (1 + x * (1 - s));
            }
            g = parts.mlp().get(l).backward(k, g, 1);
        }
        float[] dInterest = Arrays.copyOf(g, d);
        for (int i = 0; i < d; i++) {
            dInterest[i] += g[2 * d + i] * joined[d + i];
        }
        return dInterest;
    }
}
