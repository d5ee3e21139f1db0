package reclens.inference;

import java.util.Arrays;

/** Softmax over strided values and its way back, for attention outside of the Transformers' kernels. */
final class Softmax {
    private Softmax() {}

    /**
     * In place over {@code count} values from {@code at}, {@code stride} apart; hidden ones get 0, and all are 0 where every one
     * is hidden.
     *
     * @param hidden [count]; null when none is
     */
    static void apply(float[] x, int at, int count, int stride, boolean[] hidden) {
        double max = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            if (hidden == null || !hidden[i]) {
                max = Math.max(max, x[at + i * stride]);
            }
        }
        double[] e = new double[count];
        for (int i = 0; i < count; i++) {
            e[i] = hidden != null && hidden[i] ? 0 : Math.exp(x[at + i * stride] - max);
        }
        double sum = Arrays.stream(e).sum();
        for (int i = 0; i < count; i++) {
            x[at + i * stride] = sum > 0 ? (float) (e[i] / sum) : 0;
        }
    }

    /** In place from d / d weights to d / d scores: g = w (g - sum w g); a weight of 0 passes nothing. */
    static void back(float[] g, float[] weights, int at, int count, int stride) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += (double) weights[at + i * stride] * g[at + i * stride];
        }
        for (int i = 0; i < count; i++) {
            int j = at + i * stride;
            g[j] = (float) (weights[j] * (g[j] - sum));
        }
    }
}
