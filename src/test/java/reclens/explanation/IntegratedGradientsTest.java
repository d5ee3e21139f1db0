package reclens.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reclens.domain.CancellationToken;
import reclens.domain.ProgressListener;
import reclens.inference.ModelInput;
import reclens.inference.RecommenderModel;
import reclens.inference.SmallModels;

/** A9 on small models with random weights. */
class IntegratedGradientsTest {
    private static final ModelInput INPUT = ModelInput.of(3, 7, 2, 11);
    private static final int TARGET = 5;

    @ParameterizedTest
    @MethodSource("reclens.explanation.IntegratedGradientsTest#models")
    void theValuesAddUpToTheDifferenceFromPaddingOrTheGapIsFlagged(String name) {
        RecommenderModel model = SmallModels.open(name);

        Attribution found = GradientTest.attribute(
                model, SmallModels.input(name), TARGET, AttributionContext.NONE, Method.INTEGRATED_GRADIENTS);

        double gap = (Double) found.details().get("completeness_gap");
        boolean complete = (Boolean) found.details().get("complete");
        assertThat(complete).isEqualTo(gap <= 0.01);
        assertThat(complete || found.details().get("steps").equals(512))
                .as("%s", found.details())
                .isTrue();
        assertThat(found.details()).containsEntry("baseline", "padding");
        double difference = difference(model, SmallModels.input(name));
        if (complete && found.details().get("gap_is").equals("relative")) {
            assertThat(found.total()).isCloseTo(difference, within(0.0101 * Math.abs(difference)));
        }
    }

    @ParameterizedTest
    @MethodSource("reclens.explanation.IntegratedGradientsTest#models")
    void scoresOfTheLookedUpEmbeddingsAreTheModels(String name) {
        RecommenderModel model = SmallModels.open(name);
        ModelInput input = SmallModels.input(name);

        float[] scores = model.slopes(
                        input, TARGET, model.gradient(input, TARGET).embeddings())
                .scores();

        assertThat(scores[0]).isCloseTo(model.scores(input)[TARGET], within(1e-4f));
    }

    @ParameterizedTest
    @MethodSource("reclens.explanation.IntegratedGradientsTest#models")
    void severalPointsGiveWhatEachGivesAlone(String name) {
        RecommenderModel model = SmallModels.open(name);
        ModelInput input = SmallModels.input(name);
        float[] e = model.gradient(input, TARGET).embeddings();
        float[] three = new float[3 * e.length];
        for (int i = 0; i < three.length; i++) {
            three[i] = e[i % e.length] * (1 + i / e.length);
        }

        var together = model.slopes(input, TARGET, three);

        for (int p = 0; p < 3; p++) {
            var alone =
                    model.slopes(input, TARGET, java.util.Arrays.copyOfRange(three, p * e.length, (p + 1) * e.length));
            assertThat(together.scores()[p]).isCloseTo(alone.scores()[0], within(1e-5f));
            assertThat(java.util.Arrays.copyOfRange(together.gradients(), p * e.length, (p + 1) * e.length))
                    .containsExactly(alone.gradients(), within(1e-5f));
        }
    }

    @Test
    void tooFewStepsAreFlagged() {
        Attribution found = new IntegratedGradients(2, 2)
                .attribute(AttributionContext.of(
                        SmallModels.open("bert4rec"),
                        INPUT,
                        TARGET,
                        AttributionContext.NONE,
                        1,
                        ProgressListener.NONE,
                        new CancellationToken()));

        double gap = (Double) found.details().get("completeness_gap");
        assertThat(found.details()).containsEntry("steps", 2).containsEntry("complete", gap <= 0.01);
    }

    @Test
    void aContrastIsTheDifferenceOfBothItems() {
        RecommenderModel model = SmallModels.open("pmixer-2024");
        IntegratedGradients method = new IntegratedGradients(64, 64);
        double[] contrast = values(method, model, TARGET, 9);
        double[] ofTarget = values(method, model, TARGET, AttributionContext.NONE);
        double[] ofOther = values(method, model, 9, AttributionContext.NONE);

        for (int i = 0; i < contrast.length; i++) {
            assertThat(contrast[i]).isCloseTo(ofTarget[i] - ofOther[i], within(1e-5));
        }
    }

    static java.util.List<String> models() {
        return java.util.stream.Stream.concat(SmallModels.ENCODERS.stream(), SmallModels.OTHER_READERS.stream())
                .toList();
    }

    private static double[] values(IntegratedGradients method, RecommenderModel model, int target, int contrast) {
        return method.attribute(AttributionContext.of(
                        model, INPUT, target, contrast, 1, ProgressListener.NONE, new CancellationToken()))
                .values();
    }

    private static double difference(RecommenderModel model, ModelInput input) {
        float[] b = model.gradient(input, TARGET).embeddings();
        float[] row = model.paddingEmbedding();
        for (int i = 0; i < b.length; i++) {
            b[i] = row[i % row.length];
        }
        return model.scores(input)[TARGET] - model.slopes(input, TARGET, b).scores()[0];
    }
}
