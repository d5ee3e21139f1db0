package reclens.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import reclens.domain.HistoryWindow;

class ExplanationRunTest {
    private static final double EXACT = 1e-6;

    @Test
    void leaveOneOutOfAnAdditiveModelIsEachEventsInfluence() {
        Explanation explanation = ExplanationFixture.explain(
                ExplanationFixture.supportingItemOne(0, 0, 0.5f, -0.25f, 2),
                ExplanationFixture.window(2, 3, 4),
                1,
                Method.LEAVE_ONE_OUT);

        assertThat(explanation.attributions().get(Method.LEAVE_ONE_OUT).values())
                .containsExactly(new double[] {0.5, -0.25, 2}, within(EXACT));
    }

    @Test
    void maskingAnEventOfAnAdditiveModelEqualsDeletingIt() {
        Explanation explanation = ExplanationFixture.explain(
                ExplanationFixture.supportingItemOne(0, 0, 0.5f, -0.25f, 2),
                ExplanationFixture.window(2, 3, 4),
                1,
                Method.LEAVE_ONE_OUT,
                Method.LEAVE_ONE_OUT_MASK);

        assertThat(explanation.attributions().get(Method.LEAVE_ONE_OUT_MASK).values())
                .containsExactly(
                        explanation.attributions().get(Method.LEAVE_ONE_OUT).values(), within(EXACT));
    }

    @Test
    void leaveOneOutOfASingleEventHasNoValue() {
        Explanation explanation = ExplanationFixture.explain(
                ExplanationFixture.supportingItemOne(0, 0, 1), ExplanationFixture.window(2), 1, Method.LEAVE_ONE_OUT);

        assertThat(explanation.attributions().get(Method.LEAVE_ONE_OUT).values())
                .containsExactly(Double.NaN);
    }

    @Test
    void rawAttentionReportsTheShareOfPadding() {
        AdditiveModel padded = new AdditiveModel(new float[20], new float[20][20], 2, 6);

        Explanation explanation =
                ExplanationFixture.explain(padded, ExplanationFixture.window(2, 3), 1, Method.ATTENTION);

        assertThat(explanation.attributions().get(Method.ATTENTION).paddingMass())
                .isCloseTo(0.75, within(EXACT));
    }

    @Test
    void rolloutWithItsPaddingSumsToOne() {
        AdditiveModel padded = new AdditiveModel(new float[20], new float[20][20], 3, 6);

        Attribution rollout = ExplanationFixture.explain(
                        padded, ExplanationFixture.window(2, 3, 4, 5), 1, Method.ROLLOUT)
                .attributions()
                .get(Method.ROLLOUT);

        assertThat(rollout.total() + rollout.paddingMass()).isCloseTo(1, within(EXACT));
    }

    @Test
    void rolloutMultipliesTheNormalisedLayers() {
        AdditiveModel even = new AdditiveModel(new float[20], new float[20][20], 2, 0);

        Attribution rollout = ExplanationFixture.explain(even, ExplanationFixture.window(2, 3), 1, Method.ROLLOUT)
                .attributions()
                .get(Method.ROLLOUT);

        // Rows (A + I) / 2 are [1, 0] and [1/4, 3/4]; the second row of their square is [7/16, 9/16].
        assertThat(rollout.values()).containsExactly(new double[] {7.0 / 16, 9.0 / 16}, within(EXACT));
    }

    @Test
    void everyFeatureFieldAddsUpToTheTotalOfTheEvents() {
        Explanation explanation = ExplanationFixture.explain(
                ExplanationFixture.supportingItemOne(0, 0, 0.5f, 0, 0, 0, 0, 0, 0, 3, 0, 0, 1.25f),
                ExplanationFixture.window(2, 9, 12, 2),
                1,
                Method.LEAVE_ONE_OUT);

        double total = explanation.attributions().get(Method.LEAVE_ONE_OUT).total();
        assertThat(explanation.features().stream()
                        .mapToDouble(FeatureContribution::weight)
                        .sum())
                .isCloseTo(total, within(EXACT));
    }

    @Test
    void anEventWithTwoValuesIsSplitBetweenThem() {
        FeatureMatrix matrix = ExplanationFixture.explain(
                        ExplanationFixture.supportingItemOne(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1),
                        ExplanationFixture.window(3, 12),
                        1,
                        Method.LEAVE_ONE_OUT)
                .matrix();

        assertThat(Arrays.stream(matrix.cells()[1])
                        .filter(v -> !Double.isNaN(v))
                        .toArray())
                .containsExactly(new double[] {0.5, 0.5}, within(EXACT));
    }

    @Test
    void aRightOrderOnALongHistoryIsSupported() {
        HistoryWindow window = ExplanationFixture.window(4, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 2);
        Explanation explanation = ExplanationFixture.explain(
                ExplanationFixture.supportingItemOne(0, 0, 0.1f, 0.2f, 5), window, 1, Method.LEAVE_ONE_OUT);

        assertThat(explanation.faithfulness().get(Method.LEAVE_ONE_OUT).verdict())
                .isEqualTo(Verdict.SUPPORTED);
    }

    @Test
    void anOrderThatIsNoBetterThanMostRecentFirstLeavesRecencySufficient() {
        HistoryWindow window = ExplanationFixture.window(3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 4);
        Explanation explanation = ExplanationFixture.explain(
                ExplanationFixture.supportingItemOne(0, 0, 0, 0.2f, 5), window, 1, Method.LEAVE_ONE_OUT);

        assertThat(explanation.faithfulness().get(Method.LEAVE_ONE_OUT).verdict())
                .isEqualTo(Verdict.RECENCY_SUFFICES);
    }

    @Test
    void evenAttentionOverUnevenInfluenceIsNotSupported() {
        HistoryWindow window = ExplanationFixture.window(4, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3);
        Explanation explanation = ExplanationFixture.explain(
                ExplanationFixture.supportingItemOne(0, 0, 0, 0, 5), window, 1, Method.ATTENTION);

        assertThat(explanation.faithfulness().get(Method.ATTENTION).verdict()).isEqualTo(Verdict.NOT_SUPPORTED);
    }

    @Test
    void fourEventsAreTooShortForAVerdict() {
        Explanation explanation = ExplanationFixture.explain(
                ExplanationFixture.supportingItemOne(0, 0, 1, 2, 3),
                ExplanationFixture.window(2, 3, 4, 2),
                1,
                Method.LEAVE_ONE_OUT);

        assertThat(explanation.faithfulness().get(Method.LEAVE_ONE_OUT).verdict())
                .isEqualTo(Verdict.TOO_SHORT);
    }

    @Test
    void theDeletionAreaOfALinearCurveIsItsMean() {
        // Ten equal events of 1 on a bias of 0.5: 10.5 falls by 1 a step to 1.5 with one event left, which stays.
        HistoryWindow window = ExplanationFixture.window(2, 2, 2, 2, 2, 2, 2, 2, 2, 2);
        Explanation explanation = ExplanationFixture.explain(
                ExplanationFixture.supportingItemOne(0, 0, 1), window, 1, Method.LEAVE_ONE_OUT);

        double expected = 0;
        double[] curve = {10.5, 9.5, 8.5, 7.5, 6.5, 5.5, 4.5, 3.5, 2.5, 1.5, 1.5};
        for (int p = 1; p < curve.length; p++) {
            expected += (curve[p - 1] + curve[p]) / 2 / 10;
        }
        assertThat(explanation.faithfulness().get(Method.LEAVE_ONE_OUT).deletionAuc())
                .isCloseTo(expected, within(EXACT));
    }

    @Test
    void theCounterfactualIsTheSmallestSetThatChangesTheTop() {
        // Without the two events of item 4, item 1 (0.5 + 0.1) still beats item 2 (0.4); without item 3 too it does
        // not.
        Explanation explanation = ExplanationFixture.explain(
                ExplanationFixture.supportingItemOne(0, 0, 0.0f, -0.15f, 1),
                ExplanationFixture.window(2, 4, 3),
                1,
                Method.LEAVE_ONE_OUT);

        assertThat(explanation.counterfactual().found()).isTrue();
        assertThat(explanation.counterfactual().removed()).containsExactly(1);
        assertThat(explanation.counterfactual().newTop()).isEqualTo(2);
    }

    @Test
    void aCounterfactualFarDownTheOrderIsFound() {
        // Item 1 has 0.5 + 0.02 for each of 24 events against 0.53 of item 2: all but one must go.
        int[] items = new int[24];
        Arrays.fill(items, 2);
        float[] bias = new float[20];
        bias[1] = 0.5f;
        bias[2] = 0.53f;
        float[][] influence = new float[20][20];
        influence[2][1] = 0.02f;

        Counterfactual found = ExplanationFixture.explain(
                        new AdditiveModel(bias, influence, 1, 0), ExplanationFixture.window(items), 1)
                .counterfactual();

        assertThat(found.found()).isTrue();
        assertThat(found.removed()).hasSize(23);
    }

    @Test
    void aCounterfactualNeverRemovesEveryEvent() {
        Explanation explanation = ExplanationFixture.explain(
                ExplanationFixture.supportingItemOne(0, 0, 3), ExplanationFixture.window(2, 2, 2), 1);

        assertThat(explanation.counterfactual().found()).isFalse();
    }

    @Test
    void theSameSeedGivesTheSameVerdictNumbers() {
        HistoryWindow window = ExplanationFixture.window(4, 3, 2, 3, 3, 2, 3);
        AdditiveModel model = ExplanationFixture.supportingItemOne(0, 0, 0.3f, 0.2f, 5);

        assertThat(ExplanationFixture.explain(model, window, 1, Method.LEAVE_ONE_OUT)
                        .faithfulness()
                        .get(Method.LEAVE_ONE_OUT)
                        .randomAucMean())
                .isEqualTo(ExplanationFixture.explain(model, window, 1, Method.LEAVE_ONE_OUT)
                        .faithfulness()
                        .get(Method.LEAVE_ONE_OUT)
                        .randomAucMean());
    }
}
