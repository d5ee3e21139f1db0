package reclens.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import reclens.domain.AttentionMap;
import reclens.domain.AttentionTrace;
import reclens.domain.AxisKind;
import reclens.domain.CancellationToken;
import reclens.domain.Padding;
import reclens.inference.Ability;
import reclens.inference.InputGradient;
import reclens.inference.ModelCard;
import reclens.inference.ModelInput;
import reclens.inference.RecommenderModel;

/**
 * A model for tests of the window: the score of an item is a sum over the events, each with a fixed affinity of the two
 * items that fades with age. Deterministic, without weights to load.
 */
public final class SyntheticModel implements RecommenderModel {
    private static final int WINDOW = 50;
    private static final int LAYERS = 2;
    private static final int HEADS = 2;

    private final int items;
    private volatile boolean closed;

    public SyntheticModel(int items) {
        this.items = items;
    }

    public boolean isClosed() {
        return closed;
    }

    @Override
    public ModelCard card() {
        return new ModelCard(
                "sasrec",
                "recbole",
                LAYERS,
                HEADS,
                64,
                WINDOW,
                Padding.RIGHT,
                true,
                false,
                items,
                List.of(0),
                List.of());
    }

    @Override
    public float[] scores(ModelInput input) {
        float[] scores = new float[items];
        scores[0] = Float.NEGATIVE_INFINITY;
        for (int i = 1; i < items; i++) {
            scores[i] = score(input, i);
        }
        return scores;
    }

    @Override
    public float[][] scores(ModelInput base, List<ModelInput> edits, int[] targets, CancellationToken cancellation) {
        float[][] scores = new float[edits.size()][targets.length];
        for (int e = 0; e < edits.size(); e++) {
            cancellation.check();
            for (int t = 0; t < targets.length; t++) {
                scores[e][t] = targets[t] == 0 ? Float.NEGATIVE_INFINITY : score(edits.get(e), targets[t]);
            }
        }
        return scores;
    }

    private float score(ModelInput input, int item) {
        double score = 2 + 0.001 * item;
        for (int i = 0; i < input.length(); i++) {
            score += part(input, i, item);
        }
        return (float) score;
    }

    /** What an event adds to the score. */
    private static double part(ModelInput input, int i, int item) {
        int age = input.length() - 1 - i;
        boolean hidden = input.hidden() != null && input.hidden()[i];
        return hidden ? 0 : affinity(input.items()[i], item) * Math.exp(-age / 9.0);
    }

    @Override
    public Set<Ability> abilities() {
        return Set.of(Ability.GRADIENT);
    }

    /** What the events add counts as their embedding, of one number; the score is the sum of these. */
    @Override
    public InputGradient gradient(ModelInput input, int target) {
        float[] embeddings = new float[input.length()];
        float[] gradients = new float[input.length()];
        for (int i = 0; i < embeddings.length; i++) {
            embeddings[i] = (float) part(input, i, target);
            gradients[i] = 1;
        }
        return new InputGradient(gradients, embeddings, 1);
    }

    /** Mostly near 0, for some pairs large, sometimes negative. */
    private static double affinity(int from, int to) {
        double u = new Random(from * 7919L + to * 104_729L).nextDouble();
        return u > 0.8 ? 6 * (u - 0.8) * 4 : u < 0.1 ? -0.5 : 0.1 * (u - 0.4);
    }

    @Override
    public AttentionTrace trace(ModelInput input) {
        int n = input.length();
        int[] axis = IntStream.range(0, n).toArray();
        List<AttentionMap> maps = new ArrayList<>();
        for (int layer = 0; layer < LAYERS; layer++) {
            for (int head = 0; head < HEADS; head++) {
                float[] weights = new float[n * n];
                for (int q = 0; q < n; q++) {
                    fillRow(weights, n, q, layer, head, input.items());
                }
                maps.add(new AttentionMap(
                        "items",
                        layer,
                        head,
                        AxisKind.EVENT,
                        AxisKind.EVENT,
                        axis,
                        axis,
                        weights,
                        new float[n],
                        true,
                        "softmax"));
            }
        }
        return new AttentionTrace(maps, 0);
    }

    private static void fillRow(float[] weights, int n, int q, int layer, int head, int[] items) {
        double sum = 0;
        double[] row = new double[q + 1];
        for (int k = 0; k <= q; k++) {
            double near = Math.exp(-(q - k) / (layer == 0 ? 2.0 : 12.0));
            row[k] = near + (layer + head) * Math.max(0, affinity(items[k], items[q] + head));
            sum += row[k];
        }
        for (int k = 0; k <= q; k++) {
            weights[q * n + k] = (float) (row[k] / sum);
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
