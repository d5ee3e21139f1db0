package reclens.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import reclens.domain.CancellationToken;
import reclens.domain.ProgressListener;
import reclens.inference.InputGradient;
import reclens.inference.ModelInput;
import reclens.inference.RecommenderModel;
import reclens.inference.SmallModels;

/** That the inference's gradients are right, its own tests say; here, what is made of them. */
class GradientTest {
    private static final double ROUNDING = 1e-5;
    private final RecommenderModel model = SmallModels.open("bert4rec");
    private final ModelInput input = ModelInput.of(3, 7, 2);
    private final InputGradient gradient = model.gradient(input, 5);

    @Test
    void gradientIsTheLengthOfEachEventsRow() {
        double[] values = attribute(Method.GRADIENT, AttributionContext.NONE).values();

        assertThat(values).hasSize(3);
        assertThat(values[1]).isCloseTo(Math.sqrt(product(gradient.gradients(), 1)), within(ROUNDING));
    }

    @Test
    void gradientTimesInputIsTheProductOfBoth() {
        double[] values =
                attribute(Method.GRADIENT_X_INPUT, AttributionContext.NONE).values();

        assertThat(values[2]).isCloseTo(product(gradient.embeddings(), 2), within(ROUNDING));
    }

    @Test
    void aContrastIsTheDifferenceOfBothItems() {
        double[] values = attribute(Method.GRADIENT_X_INPUT, 9).values();
        double[] ofTarget =
                attribute(Method.GRADIENT_X_INPUT, AttributionContext.NONE).values();
        double[] ofOther = GradientTest.attribute(model, input, 9, AttributionContext.NONE, Method.GRADIENT_X_INPUT)
                .values();

        for (int i = 0; i < values.length; i++) {
            assertThat(values[i]).isCloseTo(ofTarget[i] - ofOther[i], within(ROUNDING));
        }
    }

    @Test
    void refusesAModelWithoutABackwardPass() {
        Explanation explanation = ExplanationFixture.explain(
                ExplanationFixture.supportingItemOne(0, 0, 1), ExplanationFixture.window(2), 1, Method.GRADIENT);

        assertThat(explanation.refusals())
                .containsEntry(Method.GRADIENT, "the model has no backward pass, so there is no gradient");
    }

    private Attribution attribute(Method method, int contrast) {
        return attribute(model, input, 5, contrast, method);
    }

    static Attribution attribute(RecommenderModel model, ModelInput input, int target, int contrast, Method method) {
        return ExplanationMethod.of(method)
                .attribute(AttributionContext.of(
                        model, input, target, contrast, 1, ProgressListener.NONE, new CancellationToken()));
    }

    private double product(float[] other, int event) {
        double sum = 0;
        for (int j = event * gradient.width(); j < (event + 1) * gradient.width(); j++) {
            sum += gradient.gradients()[j] * other[j];
        }
        return sum;
    }
}
