package reclens.ui.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reclens.domain.DoubleTensor;
import reclens.domain.MechanismCase;
import reclens.domain.MechanismTrace;

class StepSlicesTest {
    private static final int BATCHES = 2;
    private static final int HEADS = 3;
    private static final int LENGTH = 4;

    /** 0, 1, 2, ... */
    private static DoubleTensor counted(int... shape) {
        int size = Arrays.stream(shape).reduce(1, Math::multiplyExact);
        return DoubleTensor.of(IntStream.range(0, size).asDoubleStream().toArray(), shape);
    }

    private static StepSlices of(Map<String, Object> params, Object... steps) {
        Map<String, DoubleTensor> named = new LinkedHashMap<>();
        for (int i = 0; i < steps.length; i += 2) {
            named.put((String) steps[i], (DoubleTensor) steps[i + 1]);
        }
        MechanismCase input = new MechanismCase("", "", "torch.nn.MultiheadAttention", params, Map.of(), Map.of());
        return StepSlices.of(new MechanismTrace(input, named, List.of()));
    }

    @Test
    void aStepWithoutHeadsShowsTheBatchOfTheChosenHead() {
        StepSlices slices = of(
                Map.of(),
                "weights",
                counted(BATCHES, HEADS, LENGTH, LENGTH),
                "weights_head_average",
                counted(BATCHES, LENGTH, LENGTH));
        assertThat(slices.count()).isEqualTo(BATCHES * HEADS);
        for (int slice = 0; slice < slices.count(); slice++) {
            assertThat(slices.matrix("weights", slice).value(0, 0)).isEqualTo(slice * LENGTH * LENGTH);
            assertThat(slices.matrix("weights_head_average", slice).value(0, 0))
                    .isEqualTo(slice / HEADS * LENGTH * LENGTH);
        }
    }

    @Test
    void anOutputWithItsLengthFirstShowsTheRowsOfOneBatch() {
        StepSlices slices = of(
                Map.of("batch_first", false),
                "weights",
                counted(BATCHES, 1, LENGTH, LENGTH),
                "output",
                counted(LENGTH, BATCHES, 5));
        assertThat(slices.count()).isEqualTo(BATCHES);
        StepMatrix second = slices.matrix("output", 1);
        assertThat(second.rows()).isEqualTo(LENGTH);
        assertThat(second.value(3, 2)).isEqualTo((3 * BATCHES + 1) * 5 + 2);
    }

    @Test
    void aWeightOfZeroIsHiddenOnlyWhereItsKeyIsMasked() {
        StepMatrix weights = of(
                        Map.of(),
                        "masked",
                        DoubleTensor.of(new double[] {1, Double.NEGATIVE_INFINITY, -900}, 1, 3),
                        "weights",
                        DoubleTensor.of(new double[] {1, 0, 0}, 1, 3))
                .matrix("weights", 0);
        assertThat(weights.lines("Row").get(1))
                .containsExactly("0", "1.00000", "0, since its key is masked", "0.00000");
    }

    @Test
    void weightsWithASignAreNotDrawnAsShares() {
        assertThat(of(Map.of(), "weights", DoubleTensor.of(new double[] {-0.2, 0.1}, 1, 2))
                        .matrix("weights", 0)
                        .unsigned())
                .isFalse();
        assertThat(of(Map.of(), "weights", DoubleTensor.of(new double[] {0.2, 0.1}, 1, 2))
                        .matrix("weights", 0)
                        .unsigned())
                .isTrue();
    }

    @Test
    void largeNumbersFitACell() {
        assertThat(StepWords.brief(-13_000)).isEqualTo("\u22121.3e4");
        assertThat(StepWords.brief(-3.4e38)).isEqualTo("\u22123.4e38");
        assertThat(StepWords.brief(9_999.98)).isEqualTo("1.0e4");
        assertThat(TensorText.of(DoubleTensor.of(new double[] {-3.4028235e38, 10_000}, 1, 2)))
                .isEqualTo("-3.402823E+38  10000");
    }

    @Test
    void rowsOfAPoolingAreBatchesAndNotQueries() {
        StepSlices slices = of(Map.of(), "hidden", counted(BATCHES, LENGTH, 5), "weights", counted(BATCHES, LENGTH));
        assertThat(slices.matrix("weights", 0).role().isPair()).isFalse();
        assertThat(of(Map.of(), "weights", counted(LENGTH, LENGTH))
                        .matrix("weights", 0)
                        .role()
                        .isPair())
                .isTrue();
    }

    @Test
    void aDroppedWeightIsNotCalledMasked() {
        StepMatrix dropout = of(
                        Map.of(),
                        "masked",
                        DoubleTensor.of(new double[] {1, Double.NEGATIVE_INFINITY}, 1, 2),
                        "dropout",
                        DoubleTensor.of(new double[] {0, 0}, 1, 2))
                .matrix("dropout", 0);
        assertThat(dropout.hidden(0, 1)).isFalse();
    }
}
