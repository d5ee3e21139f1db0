package reclens.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import reclens.domain.CancellationToken;
import reclens.domain.CancelledException;
import reclens.domain.DType;
import reclens.domain.ProgressListener;
import reclens.domain.Tensor;

class TensorSummaryTest {
    private static TensorSummary of(Tensor tensor) {
        return TensorSummary.of(tensor, 10, ProgressListener.NONE, new CancellationToken());
    }

    private static Tensor longs(long... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * 8).order(ByteOrder.LITTLE_ENDIAN);
        Arrays.stream(values).forEach(bytes::putLong);
        return new Tensor(DType.I64, List.of((long) values.length), List.of(bytes.flip()));
    }

    @Test
    void meanAndSpreadAreThoseOfTheDefinition() {
        TensorSummary summary = of(Tensor.ofFloats(new float[] {2, 4, 4, 4, 5, 5, 7, 9}, 8));
        assertThat(summary.mean()).isEqualTo(5);
        assertThat(summary.std()).isEqualTo(2);
        assertThat(summary.min()).isEqualTo(2);
        assertThat(summary.max()).isEqualTo(9);
    }

    @Test
    void everyFiniteValueLiesInOneBinAndTheLargestInTheLast() {
        float[] values = new float[100_003]; // several blocks
        Random random = new Random(5);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        TensorSummary summary = of(Tensor.ofFloats(values, values.length));
        assertThat(Arrays.stream(summary.counts()).sum()).isEqualTo(values.length);
        assertThat(summary.counts()[9]).isPositive();
        assertThat(summary.edges()[0]).isEqualTo(summary.min());
        assertThat(summary.edges()[10]).isEqualTo(summary.max());
        assertThat(summary.std()).isCloseTo(1, within(0.02));
    }

    @Test
    void nanAndInfinityAreCountedAndLeftOutOfTheRest() {
        TensorSummary summary =
                of(Tensor.ofFloats(new float[] {1, 3, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}, 5));
        assertThat(summary.nans()).isEqualTo(1);
        assertThat(summary.infinite()).isEqualTo(2);
        assertThat(summary.mean()).isEqualTo(2);
        assertThat(Arrays.stream(summary.counts()).sum()).isEqualTo(2);
    }

    @Test
    void aConstantTensorHasOneBin() {
        TensorSummary summary = of(Tensor.ofFloats(new float[] {0, 0, 0}, 3));
        assertThat(summary.counts()).containsExactly(3);
        assertThat(summary.zeros()).isEqualTo(3);
        assertThat(summary.std()).isZero();
    }

    @Test
    void wholeNumbersStandInTheMiddleOfTheirBins() {
        TensorSummary summary = of(longs(1, 2, 2, 3));
        assertThat(summary.edges()).containsExactly(0.5, 1.5, 2.5, 3.5);
        assertThat(summary.counts()).containsExactly(1, 2, 1);
    }

    @Test
    void manyWholeNumbersShareBinsOfOneWidth() {
        TensorSummary summary = of(longs(0, 5, 104));
        assertThat(summary.counts()).hasSize(10).startsWith(2).endsWith(1);
        assertThat(summary.edges()[1] - summary.edges()[0]).isEqualTo(11);
    }

    @Test
    void aTensorWithoutValuesHasNoBins() {
        TensorSummary summary = of(Tensor.ofFloats(new float[0], 0));
        assertThat(summary.counts()).isEmpty();
        assertThat(summary.mean()).isNaN();
    }

    @Test
    void stopsWhenCancelled() {
        CancellationToken cancelled = new CancellationToken();
        cancelled.cancel();
        Tensor tensor = Tensor.ofFloats(new float[] {1}, 1);
        assertThatThrownBy(() -> TensorSummary.of(tensor, 10, ProgressListener.NONE, cancelled))
                .isInstanceOf(CancelledException.class);
    }
}
