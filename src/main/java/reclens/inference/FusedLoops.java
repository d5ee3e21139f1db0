package reclens.inference;

import java.util.Arrays;

/**
 * Loops that do between two matrix products all that one row needs, while it is in the cache. With scratch memory of their
 * own: an instance belongs to one thread at a time.
 */
final class FusedLoops {
    private final Gelu gelu = new Gelu();
    private final Exponential exponential = new Exponential();

    /** y = act(y + bias) for rows of {@code bias.length}. */
    void biasAndActivation(float[] y, int rows, float[] bias, Activation activation) {
        int width = bias.length;
        for (int r = 0; r < rows; r++) {
            add(y, r * width, bias);
            activate(y, r * width, width, activation);
        }
    }

    /** y = act(y) over {@code count} values from {@code at}. */
    void activate(float[] y, int at, int count, Activation activation) {
        switch (activation) {
            case RELU -> relu(y, at, count);
            case GELU -> gelu.apply(y, at, count);
            case NONE -> {}
            default -> throw new IllegalArgumentException(activation.name());
        }
    }

    private static void add(float[] y, int at, float[] bias) {
        for (int j = 0; j < bias.length; j++) {
            y[at + j] += bias[j];
        }
    }

    private static void relu(float[] y, int at, int count) {
        for (int j = at; j < at + count; j++) {
            y[j] = Math.max(y[j], 0f);
        }
    }

    /** Scores [m, n] from {@code at} become weights in place: scaled, masked, softmax over each row. */
    void softmax(float[] s, int at, int m, int n, float scale, AttentionMask mask) {
        for (int r = 0; r < m; r++) {
            softmaxRow(s, at + r * n, n, scale, mask, mask.firstQuery() + r);
        }
    }

    /** The same for one query. */
    void softmaxRow(float[] s, int at, int n, float scale, AttentionMask mask, int query) {
        if (mask.additive() == null) {
            booleanSoftmax(s, at, n, scale, mask, query);
        } else {
            additiveSoftmax(s, at, n, scale, mask, query);
        }
    }

    private void booleanSoftmax(float[] s, int at, int n, float scale, AttentionMask mask, int query) {
        int lead = mask.padding() > 0 ? 1 : 0;
        int end = mask.causal() ? Math.min(n, lead + query + 1) : n; // one past the last key that may be seen
        multiply(s, at, end, scale);
        for (int j = lead; mask.hidden() != null && j < end; j++) {
            s[at + j] = mask.hidden()[j - lead] ? Float.NEGATIVE_INFINITY : s[at + j];
        }
        float max = max(s, at, end);
        if (max == Float.NEGATIVE_INFINITY) { // every key is hidden: the query keeps its own, so that nothing is NaN
            Arrays.fill(s, at, at + n, 0f);
            s[at + lead + query] = 1;
            return;
        }
        float sum = exponential.apply(s, at, end, max);
        if (lead == 1) {
            sum += s[at] * (mask.padding() - 1);
            s[at] *= mask.padding();
        }
        multiply(s, at, end, 1 / sum);
        Arrays.fill(s, at + end, at + n, 0f);
    }

    private void additiveSoftmax(float[] s, int at, int n, float scale, AttentionMask mask, int query) {
        for (int j = 0; j < n; j++) {
            s[at + j] = s[at + j] * scale + (mask.forbids(query, j) ? mask.additive() : 0f);
        }
        float sum = exponential.apply(s, at, n, max(s, at, n));
        multiply(s, at, n, 1 / sum);
    }

    private static void multiply(float[] s, int at, int n, float factor) {
        for (int j = at; j < at + n; j++) {
            s[j] *= factor;
        }
    }

    private static float max(float[] s, int at, int n) {
        float max = Float.NEGATIVE_INFINITY;
        for (int j = at; j < at + n; j++) {
            max = Math.max(max, s[j]);
        }
        return max;
    }
}
