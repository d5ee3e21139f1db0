package reclens.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each primitive against the BLAS kernels; runs where the JVM has the Vector API (profile vector-kernels). */
class VectorKernelsTest {
    private final Random random = new Random(7);

    @BeforeEach
    void onlyWithTheVectorApi() {
        assumeTrue(ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent(), "started without the Vector API");
    }

    @Test
    void areChosenWhereTheModuleIsPresent() {
        assertThat(Engine.kernels()).isInstanceOf(VectorKernels.class);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 64, 64",
        "2, 5, 3",
        "5, 128, 33",
        "6, 32, 32",
        "7, 17, 100",
        "48, 8, 8",
        "53, 50, 200",
        "97, 512, 128"
    })
    void multiplyAnyShape(int rows, int in, int out) {
        Linear layer = new Linear(Matrix.of(values(out * in), out, in), values(out));
        float[] x = values(rows * in + 3);
        float[] expected = new float[rows * out];
        new BlasKernels().linear(x, rows, layer, Activation.NONE, expected);
        float[] y = filled(rows * out + 2);
        new VectorKernels().linear(x, rows, layer, Activation.NONE, y);
        assertClose(y, expected, (float) (4e-6 * Math.sqrt(in))); // sums in another order
        assertThat(Arrays.copyOfRange(y, rows * out, y.length)).containsOnly(9f);
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    void activateAsThePlainLoops(Activation activation) {
        float[] x = values(1003);
        float[] expected = new float[1003];
        new BlasKernels().activate(x, 1003, activation, expected);
        float[] y = new float[1003];
        new VectorKernels().activate(x, 1003, activation, y);
        assertClose(y, expected, 4e-7f);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 16, 50, 64, 128})
    void normaliseAsThePlainLoops(int d) {
        Norm norm = new Norm(values(d), values(d), 1e-8f);
        float[] x = values(5 * d);
        float[] r = values(5 * d);
        float[] expected = new float[5 * d];
        new BlasKernels().residualNorm(x, r, 5, norm, expected);
        float[] y = new float[5 * d];
        new VectorKernels().residualNorm(x, r, 5, norm, y);
        assertClose(y, expected, 3e-6f);
        new VectorKernels().residualNorm(x, r, 5, norm, x);
        assertThat(x).isEqualTo(y);
    }

    /** Heads, size of a head, queries, first query, events, padding slots. */
    @ParameterizedTest
    @CsvSource({
        "1, 8, 1, 0, 1, 0",
        "2, 4, 6, 0, 6, 3",
        "2, 32, 50, 0, 50, 0",
        "4, 32, 13, 20, 33, 167",
        "4, 32, 1, 70, 71, 0",
        "2, 50, 40, 1, 41, 1",
        "1, 64, 200, 0, 200, 0",
        "8, 16, 9, 91, 100, 0"
    })
    void attendAsTheBlasKernels(int heads, int size, int m, int first, int events, int padding) {
        for (boolean causal : new boolean[] {true, false}) {
            assertSameAttention(heads, size, m, events, new AttentionMask(first, causal, null, padding, null));
        }
    }

    @Test
    void hideEventsAsTheBlasKernels() {
        boolean[] hidden = new boolean[40];
        hidden[0] = true; // the first query then sees nothing
        hidden[39] = true;
        hidden[17] = true;
        assertSameAttention(2, 32, 40, 40, new AttentionMask(0, true, hidden, 0, null));
        assertSameAttention(2, 32, 40, 40, new AttentionMask(0, true, hidden, 12, null));
        assertSameAttention(2, 32, 40, 40, new AttentionMask(0, true, hidden, 0, -10000f));
    }

    private void assertSameAttention(int count, int size, int m, int events, AttentionMask mask) {
        int d = count * size;
        Heads heads = new Heads(count, d);
        int prefix = mask.firstQuery();
        int own = events - prefix;
        KeyValues keys = new KeyValues(
                mask.padding() > 0 ? values(2 * d) : null,
                values(prefix * 2 * d),
                prefix,
                values((own + 2) * 2 * d),
                2,
                own);
        float[] q = values((m + 3) * d);
        float[] keptExpected = new float[count * m * keys.rows()];
        float[] expected = filled((m + 4) * d);
        new BlasKernels().attention(heads, q, 3, m, keys, mask, keptExpected, expected);
        float[] kept = new float[count * m * keys.rows()];
        float[] out = filled((m + 4) * d);
        VectorKernels vectors = new VectorKernels();
        vectors.attention(heads, q, 3, m, keys, mask, kept, out);
        assertClose(kept, keptExpected, 1e-6f);
        assertClose(out, expected, 5e-6f);
        float[] again = filled((m + 4) * d);
        vectors.attention(heads, q, 3, m, keys, mask, null, again);
        assertThat(again).isEqualTo(out);
    }

    private static void assertClose(float[] actual, float[] expected, float tolerance) {
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i])
                    .as("value %s", i)
                    .isCloseTo(expected[i], within(tolerance * Math.max(1, Math.abs(expected[i]))));
        }
    }

    private float[] values(int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian() * (i % 97 == 0 ? 8 : 1);
        }
        return values;
    }

    private static float[] filled(int count) {
        float[] values = new float[count];
        Arrays.fill(values, 9f);
        return values;
    }
}
