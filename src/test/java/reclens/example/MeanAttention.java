package reclens.example;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import reclens.domain.AttentionMap;
import reclens.domain.AttentionTrace;
import reclens.domain.AxisKind;
import reclens.domain.CancellationToken;
import reclens.inference.Ability;
import reclens.inference.InputGradient;
import reclens.inference.ModelCard;
import reclens.inference.ModelInput;
import reclens.inference.RecommenderModel;

/**
 * The mean of the events asks which of them matter. With e_i the rows of the n events and q their mean: a = softmax(q . e_i /
 * sqrt D), c = sum_i a_i e_i, score_j = e_j . c. An empty history is one padding item.
 */
final class MeanAttention implements RecommenderModel {
    private final ModelCard card;
    private final float[] items; // [I, D]
    private final int d;

    MeanAttention(ModelCard card, float[] items) {
        this.card = card;
        this.items = items;
        this.d = card.hiddenSize();
    }

    @Override
    public ModelCard card() {
        return card;
    }

    @Override
    public Set<Ability> abilities() {
        return Set.of(Ability.GRADIENT);
    }

    @Override
    public float[] scores(ModelInput input) {
        double[] c = context(rows(input), weights(input));
        float[] scores = new float[card.itemCount()];
        for (int j = 0; j < scores.length; j++) {
            scores[j] = card.unrankable().contains(j) ? Float.NEGATIVE_INFINITY : (float) dot(j, c);
        }
        return scores;
    }

    @Override
    public float[][] scores(ModelInput base, List<ModelInput> edits, int[] targets, CancellationToken cancellation) {
        float[][] scores = new float[edits.size()][targets.length];
        for (int e = 0; e < scores.length; e++) {
            cancellation.check();
            float[] all = scores(edits.get(e));
            for (int t = 0; t < targets.length; t++) {
                scores[e][t] = all[targets[t]];
            }
        }
        return scores;
    }

    @Override
    public AttentionTrace trace(ModelInput input) {
        int n = input.length();
        double[] weights = weights(input);
        float[] row = new float[n];
        for (int i = 0; i < n; i++) {
            row[i] = (float) weights[i];
        }
        // One row: the query is the mean, which has no place of its own and stands at the last event.
        int[] query = n == 0 ? new int[0] : new int[] {n - 1};
        int[] keys = IntStream.range(0, n).toArray();
        AttentionMap map = new AttentionMap(
                "items",
                0,
                0,
                AxisKind.EVENT,
                AxisKind.EVENT,
                query,
                keys,
                row,
                new float[query.length],
                false,
                "softmax");
        return new AttentionTrace(List.of(map), 0);
    }

    @Override
    public InputGradient gradient(ModelInput input, int target) {
        int[] rows = input.items();
        int n = rows.length;
        double[] weights = weights(input);
        double[] query = query(rows);
        double[] v = row(target);
        double score = dot(target, context(rows, weights));
        double[] dLogits = new double[n]; // of q . e_i / sqrt D: a_i (e_i . v - score)
        double[] dQuery = new double[d];
        for (int i = 0; i < n; i++) {
            dLogits[i] = weights[i] * (dot(rows[i], v) - score) / Math.sqrt(d);
            for (int k = 0; k < d; k++) {
                dQuery[k] += dLogits[i] * items[rows[i] * d + k];
            }
        }
        float[] gradient = new float[n * d];
        float[] embeddings = new float[n * d];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < d; k++) {
                gradient[i * d + k] = (float) (weights[i] * v[k] + dLogits[i] * query[k] + dQuery[k] / n);
                embeddings[i * d + k] = items[rows[i] * d + k];
            }
        }
        return new InputGradient(gradient, embeddings, d);
    }

    @Override
    public void close() {
        // nothing outside of the heap
    }

    private static int[] rows(ModelInput input) {
        return input.length() == 0 ? new int[] {0} : input.items();
    }

    /** a [n]; a hidden event gets 0 and the others share its part. */
    private double[] weights(ModelInput input) {
        int[] rows = rows(input);
        double[] query = query(rows);
        double[] a = new double[rows.length];
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            boolean hidden = input.hidden() != null && input.hidden()[i];
            a[i] = hidden ? 0 : Math.exp(dot(rows[i], query) / Math.sqrt(d));
            sum += a[i];
        }
        for (int i = 0; i < a.length && sum > 0; i++) {
            a[i] /= sum;
        }
        return a;
    }

    private double[] query(int[] rows) {
        double[] even = new double[rows.length];
        java.util.Arrays.fill(even, 1.0 / rows.length);
        return context(rows, even);
    }

    private double[] context(int[] rows, double[] weights) {
        double[] c = new double[d];
        for (int i = 0; i < rows.length; i++) {
            for (int k = 0; k < d; k++) {
                c[k] += weights[i] * items[rows[i] * d + k];
            }
        }
        return c;
    }

    private double[] row(int item) {
        double[] row = new double[d];
        for (int k = 0; k < d; k++) {
            row[k] = items[item * d + k];
        }
        return row;
    }

    private double dot(int item, double[] vector) {
        double sum = 0;
        for (int k = 0; k < d; k++) {
            sum += items[item * d + k] * vector[k];
        }
        return sum;
    }
}
