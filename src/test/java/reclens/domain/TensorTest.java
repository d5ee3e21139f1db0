package reclens.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TensorTest {
    @ParameterizedTest
    @CsvSource({"3c00, 1.0", "c000, -2.0", "7bff, 65504.0", "0001, 5.9604645E-8", "8000, -0.0", "7c00, Infinity"})
    void readsHalfPrecision(String bits, float expected) {
        assertThat(Tensor.halfToFloat((short) Integer.parseInt(bits, 16))).isEqualTo(expected);
    }

    @Test
    void readsBrainFloats() {
        ByteBuffer bytes = ByteBuffer.allocate(2).order(ByteOrder.LITTLE_ENDIAN).putShort(0, (short) 0x3fc0);

        assertThat(new Tensor(DType.BF16, List.of(1L), List.of(bytes)).toFloats())
                .containsExactly(1.5f);
    }

    @Test
    void readsOnAcrossSegments() {
        ByteBuffer first = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(0, 1);
        ByteBuffer second = ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putFloat(0, 2)
                .putFloat(4, 3);

        assertThat(new Tensor(DType.F32, List.of(3L), List.of(first, second)).toFloats())
                .containsExactly(1, 2, 3);
    }

    @Test
    void aScalarHasOneElement() {
        assertThat(Tensor.ofFloats(new float[] {7}).elements()).isEqualTo(1);
    }

    @Test
    void refusesBytesThatDoNotFillTheShape() {
        assertThatThrownBy(() -> Tensor.ofFloats(new float[3], 2, 2))
                .hasMessage("tensor F32[2, 2] needs 16 bytes but has 12");
    }
}
