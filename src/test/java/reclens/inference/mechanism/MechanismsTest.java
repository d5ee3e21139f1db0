package reclens.inference.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reclens.domain.DType;
import reclens.domain.DataException;
import reclens.domain.DoubleTensor;
import reclens.domain.MechanismCase;
import reclens.domain.MechanismTrace;
import reclens.files.MechanismExpectations;

class MechanismsTest {
    private static final double FLOAT64 = 1e-9;

    @TestFactory
    Stream<DynamicTest> agreesWithPyTorch() {
        return MechanismExpectations.read(MechanismGolden.OWN).stream()
                .map(golden -> DynamicTest.dynamicTest(golden.toString(), () -> {
                    boolean in32 = golden.input().inputs().values().stream().anyMatch(t -> t.dtype() == DType.F32);
                    MechanismGolden.assertAgrees(
                            Mechanisms.run(golden.input()), golden.expected(), in32 ? 1e-6 : FLOAT64);
                }));
    }

    /** Three queries 1, 0, -1, five keys of 1, five values of 2: all keys are alike, so the query does not matter. */
    @Test
    void equalKeysShareTheWeightWhateverTheQuery() {
        MechanismTrace trace = run(
                "scaled_dot_product",
                Map.of(),
                Map.of("q", tensor(new int[] {3, 1}, 1, 0, -1), "k", filled(1, 5, 1), "v", filled(2, 5, 1)));

        assertThat(trace.steps().keySet()).containsExactly("Q", "K", "V", "scores", "scaled", "weights", "output");
        assertThat(trace.steps().get("scores").values())
                .startsWith(1, 1, 1, 1, 1, 0, 0)
                .endsWith(-1);
        assertThat(trace.steps().get("weights").values()).hasSize(15).containsOnly(0.2);
        assertThat(trace.steps().get("output").values()).containsExactly(new double[] {2, 2, 2}, within(1e-15));
        assertThat(trace.notes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"scaled_dot_product", "dot_product", "cosine", "tanh_dot"})
    void aSingleKeyGetsTheWholeWeight(String mechanism) {
        MechanismTrace trace =
                run(mechanism, Map.of(), Map.of("q", filled(3, 1, 2), "k", filled(-1, 1, 2), "v", filled(7, 1, 2)));

        assertThat(trace.steps().get("weights").values()).containsExactly(1);
        assertThat(trace.steps().get("output").values()).containsExactly(7, 7);
    }

    @Test
    void anInputThatNothingReadsIsSaidToBeUnused() {
        MechanismTrace trace = run(
                "scaled_dot_product",
                Map.of(),
                Map.of("q", filled(1, 1, 1), "k", filled(1, 2, 1), "v", filled(2, 2, 1), "causal", filled(1, 1, 1)));

        assertThat(trace.notes()).containsExactly("The input 'causal' was not used; settings belong into \"params\".");
    }

    @Test
    void logitsOfTenThousandDoNotOverflow() {
        MechanismTrace trace = run(
                "dot_product",
                Map.of(),
                Map.of(
                        "q", filled(100, 1, 1),
                        "k", tensor(new int[] {3, 1}, 100, -100, 99),
                        "v", tensor(new int[] {3, 1}, 1, 2, 3)));

        assertThat(trace.steps().get("weights").values()).containsExactly(new double[] {1, 0, 0}, within(1e-40));
    }

    @Test
    void aFullyMaskedRowIsUndefinedAndSaysSo() {
        MechanismTrace trace = run(
                "scaled_dot_product",
                Map.of(),
                Map.of(
                        "q", filled(1, 2, 2),
                        "k", filled(1, 3, 2),
                        "v", filled(1, 3, 2),
                        "mask", bool(new int[] {2, 3}, 0, 0, 1, 1, 1, 1)));

        assertThat(trace.steps().get("weights").values())
                .containsExactly(0.5, 0.5, 0, Double.NaN, Double.NaN, Double.NaN);
        assertThat(trace.notes())
                .contains(
                        "weights: every key is masked in 1 row, [1]; a softmax over nothing is undefined, so weights and "
                                + "output are NaN there.",
                        "output: 2 of 4 values are undefined (NaN).");
    }

    @Test
    void dropoutAtASeedIsTheSameEveryTimeAndScalesWhatIsKept() {
        Map<String, DoubleTensor> inputs = Map.of("q", filled(1, 4, 2), "k", filled(1, 8, 2), "v", filled(1, 8, 2));
        Map<String, Object> params = Map.of("dropout", 0.5, "seed", 7L);

        MechanismTrace trace = run("scaled_dot_product", params, inputs);

        assertThat(trace.steps().get("dropout").values()).containsOnly(0, 2).contains(0, 2);
        assertThat(trace.steps().get("weights_dropped").values()).containsOnly(0, 0.25);
        assertThat(run("scaled_dot_product", params, inputs)
                        .steps()
                        .get("output")
                        .values())
                .isEqualTo(trace.steps().get("output").values());
    }

    @Test
    void dropoutWithoutASeedDoesNothingAndSaysSo() {
        MechanismTrace trace = run(
                "scaled_dot_product",
                Map.of("dropout", 0.5),
                Map.of("q", filled(1, 1, 2), "k", filled(1, 2, 2), "v", filled(1, 2, 2)));

        assertThat(trace.steps()).doesNotContainKey("weights_dropped");
        assertThat(trace.notes())
                .containsExactly("Dropout 0.5 does nothing at inference; give a seed to see it as in training.");
    }

    @Test
    void aWrongShapeNamesTensorExpectedAndFound() {
        assertThatThrownBy(() -> run(
                        "scaled_dot_product",
                        Map.of(),
                        Map.of("q", filled(1, 2, 4), "k", filled(1, 3, 5), "v", filled(1, 3, 5))))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("inputs.k: wrong shape; expected [Lk, 4], found [3, 5]");
    }

    @Test
    void aMissingTensorIsNamed() {
        assertThatThrownBy(() -> run("scaled_dot_product", Map.of(), Map.of("q", filled(1, 2, 4))))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("inputs.k: the tensor is missing; found q; 'scaled_dot_product' needs it");
    }

    @Test
    void anUnknownMechanismListsTheKnownOnes() {
        assertThatThrownBy(() -> run("magic", Map.of(), Map.of()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("unknown mechanism 'magic'; expected one of scaled_dot_product, dot_product, ");
    }

    @Test
    void aMaskThatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> run(
                        "scaled_dot_product",
                        Map.of(),
                        Map.of(
                                "q", filled(1, 2, 4),
                                "k", filled(1, 3, 4),
                                "v", filled(1, 3, 4),
                                "mask", bool(new int[] {3, 3}, 0, 0, 0, 0, 0, 0, 0, 0, 0))))
                .hasMessageContaining(
                        "inputs.mask: the mask does not fit the scores; expected a shape that can be broadcast to [2, 3], "
                                + "found [3, 3]");
    }

    @Test
    void headsThatDoNotDivideTheModelSizeAreRefused() {
        assertThatThrownBy(
                        () -> run("torch.nn.MultiheadAttention", Map.of("num_heads", 3L), Map.of("x", filled(1, 2, 4))))
                .hasMessageContaining(
                        "params.num_heads: heads do not divide the model size; expected a divisor of 4, found 3");
    }

    @Property(tries = 60)
    void rowsSumToOneAndMaskedKeysGetExactlyNothing(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int lq, @ForAll @IntRange(min = 2, max = 7) int lk) {
        Random random = new Random(seed);
        double[] mask = new double[lq * lk];
        Arrays.setAll(mask, i -> i % lk == 0 || random.nextBoolean() ? 0 : 1);
        double[] weights = run(
                        "scaled_dot_product",
                        Map.of(),
                        Map.of(
                                "q", random(random, lq, 3),
                                "k", random(random, lk, 3),
                                "v", random(random, lk, 2),
                                "mask", bool(new int[] {lq, lk}, mask)))
                .steps()
                .get("weights")
                .values();

        for (int q = 0; q < lq; q++) {
            assertThat(Arrays.stream(weights, q * lk, (q + 1) * lk).sum()).isCloseTo(1, within(1e-12));
        }
        for (int i = 0; i < mask.length; i++) {
            if (mask[i] == 1) {
                assertThat(weights[i]).isZero();
            }
        }
    }

    @Property(tries = 60)
    void permutingKeysWithTheirValuesPermutesTheWeights(@ForAll long seed, @ForAll @IntRange(min = 1, max = 7) int lk) {
        Random random = new Random(seed);
        DoubleTensor q = random(random, 2, 3);
        DoubleTensor k = random(random, lk, 3);
        DoubleTensor v = random(random, lk, 2);
        List<Integer> order = new java.util.ArrayList<>(
                java.util.stream.IntStream.range(0, lk).boxed().toList());
        java.util.Collections.shuffle(order, random);

        MechanismTrace straight = run("scaled_dot_product", Map.of(), Map.of("q", q, "k", k, "v", v));
        MechanismTrace shuffled =
                run("scaled_dot_product", Map.of(), Map.of("q", q, "k", pick(k, order), "v", pick(v, order)));

        double[] a = straight.steps().get("weights").values();
        double[] b = shuffled.steps().get("weights").values();
        for (int i = 0; i < 2 * lk; i++) {
            assertThat(b[i]).isCloseTo(a[i / lk * lk + order.get(i % lk)], within(1e-12));
        }
        assertThat(shuffled.steps().get("output").values())
                .containsExactly(straight.steps().get("output").values(), within(1e-12));
    }

    private static MechanismTrace run(String mechanism, Map<String, Object> params, Map<String, DoubleTensor> inputs) {
        return Mechanisms.run(new MechanismCase("", "", mechanism, params, inputs, Map.of()));
    }

    private static DoubleTensor pick(DoubleTensor t, List<Integer> rows) {
        double[] out = new double[t.values().length];
        for (int r = 0; r < rows.size(); r++) {
            System.arraycopy(t.values(), rows.get(r) * t.dim(1), out, r * t.dim(1), t.dim(1));
        }
        return DoubleTensor.of(out, t.dims());
    }

    private static DoubleTensor random(Random random, int... shape) {
        return DoubleTensor.of(random.doubles((long) shape[0] * shape[1], -3, 3).toArray(), shape);
    }

    private static DoubleTensor filled(double value, int rows, int columns) {
        double[] values = new double[rows * columns];
        Arrays.fill(values, value);
        return DoubleTensor.of(values, rows, columns);
    }

    private static DoubleTensor tensor(int[] shape, double... values) {
        return DoubleTensor.of(values, shape);
    }

    private static DoubleTensor bool(int[] shape, double... values) {
        return new DoubleTensor(DType.BOOL, Arrays.stream(shape).boxed().toList(), values);
    }
}
