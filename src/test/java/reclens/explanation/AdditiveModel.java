package reclens.explanation;

import java.util.List;
import java.util.stream.IntStream;
import reclens.domain.AttentionMap;
import reclens.domain.AttentionTrace;
import reclens.domain.AxisKind;
import reclens.domain.CancellationToken;
import reclens.domain.Padding;
import reclens.inference.ModelCard;
import reclens.inference.ModelInput;
import reclens.inference.RecommenderModel;

/**
 * A model whose truth is known: the score of item t is t's bias plus the sum of {@code influence[item][t]} over the visible
 * events, and every query attends evenly to what it sees.
 */
final class AdditiveModel implements RecommenderModel {
    private final float[] bias;
    private final float[][] influence;
    private final int layers;
    private final int paddingSlots;

    AdditiveModel(float[] bias, float[][] influence, int layers, int paddingSlots) {
        this.bias = bias;
        this.influence = influence;
        this.layers = layers;
        this.paddingSlots = paddingSlots;
    }

    @Override
    public ModelCard card() {
        return new ModelCard(
                "additive", "", layers, 1, 1, 200, Padding.LEFT, true, true, bias.length, List.of(0), List.of());
    }

    @Override
    public float[] scores(ModelInput input) {
        float[] scores = bias.clone();
        scores[0] = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < input.length(); i++) {
            if (input.hidden() == null || !input.hidden()[i]) {
                for (int t = 1; t < scores.length; t++) {
                    scores[t] += influence[input.items()[i]][t];
                }
            }
        }
        return scores;
    }

    @Override
    public float[][] scores(ModelInput base, List<ModelInput> edits, int[] targets, CancellationToken cancellation) {
        return edits.stream()
                .map(edit -> {
                    cancellation.check();
                    float[] all = scores(edit);
                    float[] chosen = new float[targets.length];
                    for (int t = 0; t < targets.length; t++) {
                        chosen[t] = all[targets[t]];
                    }
                    return chosen;
                })
                .toArray(float[][]::new);
    }

    @Override
    public AttentionTrace trace(ModelInput input) {
        int n = input.length();
        return new AttentionTrace(
                IntStream.range(0, layers).mapToObj(layer -> map(layer, n)).toList(), paddingSlots);
    }

    private AttentionMap map(int layer, int n) {
        float[] weights = new float[n * n];
        float[] padding = new float[n];
        for (int q = 0; q < n; q++) {
            int visible = q + 1 + paddingSlots;
            for (int k = 0; k <= q; k++) {
                weights[q * n + k] = 1f / visible;
            }
            padding[q] = (float) paddingSlots / visible;
        }
        int[] axis = IntStream.range(0, n).toArray();
        return new AttentionMap(
                "items", layer, 0, AxisKind.EVENT, AxisKind.EVENT, axis, axis, weights, padding, true, "softmax");
    }

    @Override
    public void close() {}
}
