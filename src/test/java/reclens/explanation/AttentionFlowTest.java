package reclens.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reclens.domain.CancellationToken;
import reclens.domain.ProgressListener;
import reclens.inference.ModelInput;
import reclens.inference.RecommenderModel;
import reclens.inference.SmallModels;

class AttentionFlowTest {
    private static final double EXACT = 1e-7;

    @Test
    void ofTwoLayersIsTheSumOfTheNarrowerSteps() {
        double[][][] steps = random(2, 5);
        double[] flows = flows(steps, 5, 4);

        for (int j = 0; j < 5; j++) {
            double sum = 0;
            for (int i = 0; i < 5; i++) {
                sum += Math.min(steps[1][4][i], steps[0][i][j]);
            }
            assertThat(flows[j]).isCloseTo(sum, within(EXACT));
        }
    }

    @Test
    void ofThreeLayersIsTheSmallestCut() {
        double[][][] steps = random(3, 3);
        double[] flows = flows(steps, 3, 2);

        for (int j = 0; j < 3; j++) {
            assertThat(flows[j]).isCloseTo(smallestCut(steps, 2, j), within(EXACT));
        }
    }

    /** Over all ways to put the nodes of the two inner layers, 3 each, on the side of the source. */
    private static double smallestCut(double[][][] steps, int from, int to) {
        double smallest = Double.MAX_VALUE;
        for (int sides = 0; sides < 64; sides++) {
            double cut = 0;
            for (int q = 0; q < 3; q++) {
                boolean upper = (sides >> q & 1) == 1;
                cut += upper ? 0 : steps[2][from][q];
                boolean lower = (sides >> 3 + q & 1) == 1;
                cut += lower ? steps[0][q][to] : 0;
                for (int k = 0; k < 3; k++) {
                    cut += upper && (sides >> 3 + k & 1) == 0 ? steps[1][q][k] : 0;
                }
            }
            smallest = Math.min(smallest, cut);
        }
        return smallest;
    }

    @Test
    void ofUniformAttentionOverAllSlotsIsUniformButForTheScoringSlot() {
        AdditiveModel even = new AdditiveModel(new float[20], new float[20][20], 2, 0);
        Attribution flow = attribute(even, ModelInput.of(2, 3, 4));

        // Causal: the first event is read by all three, so it gets most of what the residual does not keep.
        assertThat(flow.total()).isCloseTo(1, within(EXACT));
        assertThat(flow.values()[0]).isGreaterThan(flow.values()[1]);
    }

    @Test
    void ofUniformAttentionInBothDirectionsIsUniform() {
        double[][] even = new double[4][4];
        for (double[] row : even) {
            Arrays.fill(row, 0.25);
        }

        assertThat(flows(new double[][][] {even, even}, 4, 3))
                .containsExactly(new double[] {1, 1, 1, 1}, within(EXACT));
    }

    @Test
    void paddingSlotsAreNodesWhoseShareIsStated() {
        Attribution flow = attribute(SmallModels.open("pmixer-2024"), ModelInput.of(3, 7));

        assertThat(flow.paddingMass()).isPositive();
        assertThat(flow.total() + flow.paddingMass()).isCloseTo(1, within(EXACT));
    }

    @Test
    void theMaskSlotsShareIsStated() {
        Attribution flow = attribute(SmallModels.open("bert4rec"), ModelInput.of(3, 7));

        assertThat(flow.total() + flow.maskMass()).isCloseTo(1, within(EXACT));
    }

    @Test
    void refusesAttentionThatDoesNotSumToOne() {
        assertThat(ExplanationMethod.of(Method.FLOW).refusal(SmallModels.open("din")))
                .contains("its attention does not sum to 1, so layers cannot be multiplied");
    }

    private static double[] flows(double[][][] steps, int slots, int from) {
        return AttentionFlow.flows(
                AttributionContext.of(
                        ExplanationFixture.supportingItemOne(0),
                        ModelInput.of(2),
                        1,
                        AttributionContext.NONE,
                        1,
                        ProgressListener.NONE,
                        new CancellationToken()),
                steps,
                slots,
                from);
    }

    private static Attribution attribute(RecommenderModel model, ModelInput input) {
        return GradientTest.attribute(model, input, 5, AttributionContext.NONE, Method.FLOW);
    }

    private static double[][][] random(int layers, int slots) {
        Random random = new Random(3);
        return IntStream.range(0, layers)
                .mapToObj(l -> IntStream.range(0, slots)
                        .mapToObj(q -> random.doubles(slots).toArray())
                        .toArray(double[][]::new))
                .toArray(double[][][]::new);
    }
}
