package reclens.inference;

import java.util.List;

/**
 * Weights of a DIN; D width of an item's concatenated fields, A first layer of the attention.
 *
 * <p>The attention reads [q, k, q - k, q * k]. Its first layer W = [Wq Wk Wd Wp] is taken apart: W [q, k, q - k, q * k] =
 * (Wq + Wd) q + (Wk - Wd) k + Wp (q * k), so that only the last term is computed for every pair.
 *
 * @param keys item vectors [I, D]
 * @param query Wq + Wd with the bias [A, D]
 * @param key Wk - Wd [A, D]
 * @param product Wp [A, D]
 * @param attention the further layers, each after a sigmoid; the last gives one weight
 * @param mlp layers on [u, q, u * q], BatchNorm folded in, each before a SiLU
 * @param predict [1, last]
 */
record DinParts(
        float[] keys, Dense query, Dense key, Dense product, List<Dense> attention, List<Dense> mlp, Dense predict) {
    DinParts {
        attention = List.copyOf(attention);
        mlp = List.copyOf(mlp);
    }
}
