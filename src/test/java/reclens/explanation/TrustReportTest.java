package reclens.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reclens.domain.CancellationToken;
import reclens.domain.HistoryWindow;

class TrustReportTest {
    private static final double EXACT = 1e-5;
    private static final int[] UNEVEN = {3, 6, 2, 5, 4, 2, 3, 6, 5, 2, 4, 3};

    @Test
    void removingInThePerfectOrderBeatsEveryRandomOrderOfAnAdditiveModel() {
        TrustReport report = leaveOneOut(UNEVEN);

        assertThat(report.deletion().auc())
                .isLessThanOrEqualTo(report.deletion().randomAucs()[0]);
        assertThat(report.own().get(Metric.DELETION_DROP))
                .isGreaterThan(report.random().get(Metric.DELETION_DROP));
    }

    @Test
    void addingInThePerfectOrderBeatsEveryRandomOrderOfAnAdditiveModel() {
        double[] random = leaveOneOut(UNEVEN).insertion().randomAucs();

        assertThat(leaveOneOut(UNEVEN).insertion().auc()).isGreaterThanOrEqualTo(random[random.length - 1]);
    }

    @Test
    void theCurvesMeetTheScoreOfTheWholeHistory() {
        TrustReport report = leaveOneOut(UNEVEN);
        double[] insertion = report.insertion().curve();

        assertThat(insertion[insertion.length - 1])
                .isEqualTo(report.deletion().curve()[0])
                .isCloseTo(0.4 * 2 + 0.8 * 2 + 0.1 * 3 + 0.2 * 3 + 0.3 * 2, within(EXACT));
    }

    @Test
    void insertionStartsWithTheMostImportantEvent() {
        assertThat(leaveOneOut(UNEVEN).insertion().curve()[0]).isCloseTo(0.8, within(EXACT));
    }

    @Test
    void sumsOfLeaveOneOutTellEveryDropOfAnAdditiveModel() {
        Map<Metric, Double> own = leaveOneOut(UNEVEN).own();

        assertThat(own.get(Metric.INFIDELITY)).isCloseTo(0, within(EXACT));
        assertThat(own.get(Metric.INFIDELITY_SCALE)).isCloseTo(1, within(1e-4));
        assertThat(own.get(Metric.SENSITIVITY_1)).isCloseTo(1, within(EXACT));
        assertThat(own.get(Metric.SENSITIVITY_QUARTER)).isCloseTo(1, within(EXACT));
        assertThat(own.get(Metric.SENSITIVITY_HALF)).isCloseTo(1, within(EXACT));
    }

    @Test
    void permutedValuesTellLess() {
        TrustReport report = leaveOneOut(UNEVEN);

        assertThat(report.random().get(Metric.INFIDELITY)).isGreaterThan(0.01);
        assertThat(report.random().get(Metric.SENSITIVITY_1)).isLessThan(0.5);
        assertThat(report.recency().get(Metric.SENSITIVITY_1)).isLessThan(0.5);
    }

    @Test
    void recencysBaselineIsWhatMostRecentFirstWouldBe() {
        TrustReport report = leaveOneOut(6, 2, 2, 2, 2, 2, 2, 2, 2, 2);

        // All events but the oldest are alike: most recent first removes 0.1 a step, the oldest stays.
        assertThat(report.deletion().recency()[9]).isCloseTo(0.8, within(EXACT));
        assertThat(report.deletion().recency()[1]).isCloseTo(1.6, within(EXACT));
    }

    @Test
    void leaveOneOutAgreesWithItself() {
        Map<Metric, Double> own = leaveOneOut(2, 3, 4, 5, 6).own();

        assertThat(own.get(Metric.LEAVE_ONE_OUT_TAU)).isEqualTo(1);
        assertThat(own.get(Metric.LEAVE_ONE_OUT_TOP3)).isEqualTo(1);
    }

    @Test
    void comprehensivenessIsTheProbabilityLostWithoutTheStrongest() {
        TrustReport report = leaveOneOut(2, 3, 4, 5, 6);
        double[] influence = {0.8, 0.4, 0.3, 0.2, 0.1};

        double whole = probability(Arrays.stream(influence).sum());
        // 1, 5, 10 and 20% of five events are one event, 50% are three.
        assertThat(report.shares().comprehensiveness())
                .containsExactly(
                        new double[] {
                            whole - probability(1.0),
                            whole - probability(1.0),
                            whole - probability(1.0),
                            whole - probability(1.0),
                            whole - probability(0.3)
                        },
                        within(EXACT));
        assertThat(report.shares().sufficiency()[4]).isCloseTo(whole - probability(1.5), within(EXACT));
        assertThat(report.own().get(Metric.COMPREHENSIVENESS))
                .isCloseTo(whole - (4 * probability(1.0) + probability(0.3)) / 5, within(EXACT));
    }

    @Test
    void curvesOnTheProbabilityStandBesideThoseOnTheScore() {
        TrustReport report = leaveOneOut(2, 3, 4, 5, 6);
        double whole = probability(1.8);

        // What is left after each step, strongest removed first; the last event stays.
        double area = (whole / 2
                        + probability(1.0)
                        + probability(0.6)
                        + probability(0.3)
                        + probability(0.1)
                        + probability(0.1) / 2)
                / 5;
        assertThat(report.own().get(Metric.PROBABILITY_DELETION_DROP)).isCloseTo(whole - area, within(EXACT));
        assertThat(report.own().get(Metric.PROBABILITY_DELETION_PERCENTILE)).isLessThan(0.2);
        assertThat(report.random().get(Metric.PROBABILITY_DELETION_DROP)).isLessThan(whole - area);
        assertThat(report.recency().get(Metric.PROBABILITY_INSERTION_PERCENTILE))
                .isEqualTo(report.own().get(Metric.PROBABILITY_INSERTION_PERCENTILE)); // the latest is the strongest
    }

    @Test
    void anUnimportantOrderKeepsTheItemOnTop() {
        TrustReport report = leaveOneOut(UNEVEN);

        // Ten of the twenty items tie with nothing; item 1 is first as long as an event is left.
        assertThat(report.own().get(Metric.NEG_AT_10)).isEqualTo(1);
        assertThat(report.own().get(Metric.POS_AT_10)).isEqualTo(1);
    }

    @Test
    void theSameSeedGivesTheSameReport() {
        assertThat(leaveOneOut(UNEVEN).own()).isEqualTo(leaveOneOut(UNEVEN).own());
        assertThat(leaveOneOut(UNEVEN).random()).isEqualTo(leaveOneOut(UNEVEN).random());
    }

    @Test
    void twoEventsAreMeasuredWithoutAFault() {
        TrustReport report = leaveOneOut(2, 6);

        assertThat(report.verdict()).isEqualTo(Verdict.TOO_SHORT);
        assertThat(report.own().get(Metric.DELETION_DROP)).isFinite();
    }

    @Test
    void oneEventHasOnlyTheCurvesOfOnePoint() {
        TrustReport report = leaveOneOut(6);

        assertThat(report.deletion().curve()).containsExactly(new double[] {0.8, 0.8}, within(EXACT));
        assertThat(report.own().get(Metric.INFIDELITY)).isNaN();
        assertThat(report.own().get(Metric.SENSITIVITY_1)).isNaN();
    }

    /** p of item 1 with this score among 19 items, the others at 0. */
    private static double probability(double score) {
        return Math.exp(score) / (Math.exp(score) + 18);
    }

    /** Item 1 gains 0.1 by item 2, 0.2 by 3, 0.3 by 4, 0.4 by 5, 0.8 by 6. */
    private static TrustReport leaveOneOut(int... items) {
        float[][] influence = new float[20][20];
        float[] gains = {0, 0, 0.1f, 0.2f, 0.3f, 0.4f, 0.8f};
        for (int i = 0; i < gains.length; i++) {
            influence[i][1] = gains[i];
        }
        AdditiveModel model = new AdditiveModel(new float[20], influence, 1, 0);
        HistoryWindow window = ExplanationFixture.window(items);
        ExplanationRun run = new ExplanationRun(
                model,
                window,
                reclens.domain.Catalog.EMPTY,
                new reclens.domain.Provenance("0", "additive", "", 1, 1, "m", "0", "w"),
                new BitSet(),
                "include");
        Map<Method, Attribution> values = run.attributions(1, List.of(Method.LEAVE_ONE_OUT), 1, new CancellationToken())
                .values();
        return run.trust(1, values, 1, new CancellationToken()).get(Method.LEAVE_ONE_OUT);
    }
}
