package reclens.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reclens.inference.Ability;
import reclens.inference.AttentionSlopes;
import reclens.inference.ModelInput;
import reclens.inference.RecommenderModel;
import reclens.inference.SmallModels;

/** A8 on small models with random weights. */
class GradientAttentionTest {
    static List<String> models() {
        return Stream.concat(SmallModels.ENCODERS.stream(), SmallModels.OTHER_READERS.stream())
                .filter(m -> SmallModels.open(m).abilities().contains(Ability.ATTENTION_SLOPES))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("models")
    void isNeverNegativeAndTheScoringRowsOwnOneIsTakenOff(String name) {
        ModelInput input = SmallModels.input(name);
        RecommenderModel model = SmallModels.open(name);

        Attribution found = attribute(model, input);

        assertThat(found.values()).hasSize(input.length());
        assertThat(Arrays.stream(found.values()).min().getAsDouble()).isGreaterThanOrEqualTo(0);
        assertThat(found.total() + found.maskMass() + found.paddingMass())
                .isCloseTo(reference(model.attentionSlopes(input, 5)), within(1e-6));
    }

    /** The row sum of (I + C_L) ... (I + C_1) - I by whole matrices; padding is a node that keeps what it gets. */
    private static double reference(AttentionSlopes slopes) {
        int nodes = slopes.rows().length + 1; // padding last
        double[][] product = identity(nodes);
        AttentionSlopes.Layer last = null;
        for (AttentionSlopes.Layer layer : slopes.layers()) {
            double[][] step = identity(nodes);
            int lead = layer.columns() - layer.rows();
            for (int h = 0; h < layer.heads(); h++) {
                for (int q = 0; q < layer.queries(); q++) {
                    for (int c = 0; c < layer.columns(); c++) {
                        int at = (h * layer.queries() + q) * layer.columns() + c;
                        double weight = Math.max(0, layer.weights()[at] * layer.gradients()[at]) / layer.heads();
                        step[layer.first() + q][c < lead ? nodes - 1 : c - lead] += weight;
                    }
                }
            }
            double[][] next = new double[nodes][nodes];
            for (int i = 0; i < nodes; i++) {
                for (int j = 0; j < nodes; j++) {
                    for (int k = 0; k < nodes; k++) {
                        next[i][j] += step[i][k] * product[k][j];
                    }
                }
            }
            product = next;
            last = layer;
        }
        int scoring = last.first() + last.queries() - 1;
        return Arrays.stream(product[scoring]).sum() - 1;
    }

    private static double[][] identity(int n) {
        double[][] identity = new double[n][n];
        for (int i = 0; i < n; i++) {
            identity[i][i] = 1;
        }
        return identity;
    }

    @Test
    void theSlopesOfAWeightedSumAreThoseOfItsParts() {
        // DIN's logit depends on u = sum of w_j k_j alone: k_j . ds/du is the slope of w_j.
        RecommenderModel model = SmallModels.open("din");
        ModelInput input = ModelInput.of(3, 3, 9);
        AttentionSlopes.Layer layer = model.attentionSlopes(input, 5).layers().get(0);

        assertThat(layer.gradients()[0]).isEqualTo(layer.gradients()[1]).isNotEqualTo(layer.gradients()[2]);
        assertThat(layer.weights()[0])
                .isEqualTo(model.trace(input, new int[] {5}).map(0, 0).weight(0, 0));
    }

    @Test
    void refusesAttentionThatWeighsItems() {
        assertThat(ExplanationMethod.of(Method.GRADIENT_ATTENTION).refusal(SmallModels.open("cross_attention/softmax")))
                .isPresent();
    }

    private static Attribution attribute(RecommenderModel model, ModelInput input) {
        return GradientTest.attribute(model, input, 5, AttributionContext.NONE, Method.GRADIENT_ATTENTION);
    }
}
