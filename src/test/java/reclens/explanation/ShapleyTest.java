package reclens.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reclens.domain.CancellationToken;
import reclens.domain.CancelledException;
import reclens.domain.ProgressListener;
import reclens.inference.ModelInput;
import reclens.inference.RecommenderModel;
import reclens.inference.SmallModels;

class ShapleyTest {
    private static final int TARGET = 5;
    private static final ModelInput INPUT = ModelInput.of(3, 7, 2, 11, 3);
    private static final Shapley SAMPLED = new Shapley(0.05, 4000, 0);
    private static final Shapley EXACT = new Shapley(0.05, 0, 7);

    @ParameterizedTest
    @ValueSource(strings = {"recbole", "pmixer-2024", "bert4rec", "din", "narm", "user_interest/candidate"})
    void theValuesAddUpToTheDifferenceFromAnEmptyHistory(String name) {
        RecommenderModel model = SmallModels.open(name);
        double difference = model.scores(INPUT)[TARGET] - model.scores(ModelInput.of())[TARGET];

        assertThat(run(EXACT, model, 1).total()).isCloseTo(difference, within(1e-4));
        assertThat(run(SAMPLED, model, 1).total()).isCloseTo(difference, within(1e-4));
    }

    @Test
    void samplingComesWithinAFewStandardErrorsOfTheExactValues() {
        RecommenderModel model = SmallModels.open("recbole");
        double[] exact = run(EXACT, model, 1).values();
        Attribution sampled = run(SAMPLED, model, 1);

        double[] errors = (double[]) sampled.details().get("standard_error");
        for (int i = 0; i < exact.length; i++) {
            assertThat(sampled.values()[i]).isCloseTo(exact[i], within(4 * errors[i] + 1e-6));
        }
        assertThat(sampled.details()).containsEntry("reached", true).containsEntry("seed", 1L);
    }

    @Test
    void theSameSeedGivesTheSameValues() {
        RecommenderModel model = SmallModels.open("recbole");

        assertThat(run(SAMPLED, model, 7).values())
                .isEqualTo(run(SAMPLED, model, 7).values());
        assertThat(run(SAMPLED, model, 7).values())
                .isNotEqualTo(run(SAMPLED, model, 8).values());
    }

    @Test
    void anErrorThatWasNotReachedIsStated() {
        Attribution few = run(new Shapley(1e-9, 40, 0), SmallModels.open("recbole"), 1);

        assertThat(few.details()).containsEntry("reached", false);
        assertThat((Double) few.details().get("error")).isPositive();
    }

    @Test
    void whereEffectsAddUpEachEventGetsItsOwn() {
        RecommenderModel model = ExplanationFixture.supportingItemOne(0, 0, 1, -2, 0.5f);
        Attribution found = EXACT.attribute(context(model, ModelInput.of(2, 3, 4), 1, 1, new CancellationToken()));

        assertThat(found.values()).containsExactly(new double[] {1, -2, 0.5}, within(1e-6));
    }

    @Test
    void aHistoryWithoutEffectHasNoErrorToReach() {
        RecommenderModel model = ExplanationFixture.supportingItemOne(0, 0);
        int[] items = new int[12];
        Arrays.setAll(items, i -> i + 2);

        Attribution found = SAMPLED.attribute(context(model, ModelInput.of(items), 1, 1, new CancellationToken()));

        assertThat(found.values()).containsOnly(0);
        assertThat(found.details()).containsEntry("reached", true).containsEntry("error", 0.0);
    }

    @Test
    void stopsWhenCancelled() {
        CancellationToken token = new CancellationToken();
        RecommenderModel model = SmallModels.open("recbole");
        AttributionContext context = context(model, INPUT, TARGET, 1, token);
        token.cancel();

        assertThatThrownBy(() -> SAMPLED.attribute(context)).isInstanceOf(CancelledException.class);
    }

    @Test
    void aContrastIsTheDifferenceOfBothItems() {
        RecommenderModel model = SmallModels.open("bert4rec");
        double[] contrast = values(model, TARGET, 9);
        double[] ofTarget = values(model, TARGET, AttributionContext.NONE);
        double[] ofOther = values(model, 9, AttributionContext.NONE);

        for (int i = 0; i < contrast.length; i++) {
            assertThat(contrast[i]).isCloseTo(ofTarget[i] - ofOther[i], within(1e-5));
        }
    }

    private static double[] values(RecommenderModel model, int target, int contrast) {
        return EXACT.attribute(AttributionContext.of(
                        model, INPUT, target, contrast, 1, ProgressListener.NONE, new CancellationToken()))
                .values();
    }

    private static Attribution run(Shapley shapley, RecommenderModel model, long seed) {
        return shapley.attribute(context(model, INPUT, TARGET, seed, new CancellationToken()));
    }

    private static AttributionContext context(
            RecommenderModel model, ModelInput input, int target, long seed, CancellationToken token) {
        return AttributionContext.of(model, input, target, AttributionContext.NONE, seed, ProgressListener.NONE, token);
    }
}
