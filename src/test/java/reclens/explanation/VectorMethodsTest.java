package reclens.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reclens.domain.CancellationToken;
import reclens.domain.ProgressListener;
import reclens.inference.AttentionParts;
import reclens.inference.ModelInput;
import reclens.inference.RecommenderModel;
import reclens.inference.SmallModels;

/** A4 to A6 on small models with random weights. */
class VectorMethodsTest {
    private static final ModelInput INPUT = ModelInput.of(3, 7, 2, 11);

    static List<String> encoders() {
        return SmallModels.ENCODERS;
    }

    @ParameterizedTest
    @MethodSource("encoders")
    void thePartsAddUpToTheOutputOfEverySublayer(String name) {
        for (AttentionParts.Layer layer :
                SmallModels.open(name).attentionParts(INPUT).layers()) {
            SublayerVectors vectors = new SublayerVectors(layer);
            for (int q = 0; q < layer.queries(); q++) {
                double[] sum = vectors.constant(q);
                for (int c = 0; c < layer.columns(); c++) {
                    double[] part = vectors.transformed(q, c);
                    for (int j = 0; j < sum.length; j++) {
                        sum[j] += part[j];
                    }
                }
                assertThat(sum).containsExactly(vectors.output(q), within(1e-4));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("encoders")
    void altisSharesAddUpToOne(String name) {
        Attribution alti = attribute(SmallModels.open(name), INPUT, Method.ALTI);

        assertThat(alti.values()).hasSize(4);
        assertThat(Arrays.stream(alti.values()).min().getAsDouble()).isNotNegative();
        assertThat(alti.total() + alti.paddingMass() + alti.maskMass()).isCloseTo(1, within(1e-6));
    }

    @ParameterizedTest
    @MethodSource("encoders")
    void theResidualCountsForTheScoringRowAlone(String name) {
        RecommenderModel model = SmallModels.open(name);
        AttentionParts.Layer layer = last(model.attentionParts(INPUT));
        SublayerVectors vectors = new SublayerVectors(layer);
        int scoring = layer.first() + layer.columns() - layer.rows();
        for (int c = 0; c < layer.columns(); c++) {
            double[] bare = vectors.mixed(0, c).clone();
            double[] whole = vectors.transformed(0, c).clone();
            if (c == scoring || layer.gain() != null) {
                assertThat(whole).isNotEqualTo(bare);
            } else {
                assertThat(whole).isEqualTo(bare);
            }
        }
    }

    /** Two keys, one head, D = 2, attention 0.25 and 0.75, values (1, 0) and (0, 2), residual (0, 1) at key 1, no LayerNorm. */
    private static AttentionParts.Layer byHand(int padding) {
        return new AttentionParts.Layer(
                1,
                2,
                padding > 0 ? 0 : 1,
                1,
                padding,
                padding > 0 ? 1 : 2,
                new float[] {0.25f, 0.75f},
                new float[] {1, 0, 0, 2},
                new float[] {0, 1},
                new float[2],
                new float[] {0.25f, 2.5f},
                null,
                null,
                0);
    }

    @Test
    void altiOfASublayerComputedByHand() {
        // y = (0.25, 2.5), |y| = 2.75; T0 = (0.25, 0), T1 = (0, 2.5): contributions 0.25 and 2.5
        Attribution alti = attribute(only(byHand(0), 0, 1), ModelInput.of(1, 2), Method.ALTI);

        assertThat(alti.values()).containsExactly(new double[] {0.25 / 2.75, 2.5 / 2.75}, within(1e-9));
    }

    @Test
    void normsOfASublayerComputedByHand() {
        RecommenderModel model = only(byHand(0), 0, 1);

        assertThat(attribute(model, ModelInput.of(1, 2), Method.NORM).values())
                .containsExactly(new double[] {0.25, 1.5}, within(1e-9));
        assertThat(attribute(model, ModelInput.of(1, 2), Method.NORM_RESIDUAL).values())
                .containsExactly(new double[] {0.25, 2.5}, within(1e-9));
    }

    @Test
    void whatPaddingPassesOnIsItsMass() {
        Attribution norm = attribute(only(byHand(3), 0), ModelInput.of(1), Method.NORM);

        assertThat(norm.values()).containsExactly(1.5);
        assertThat(norm.paddingMass()).isCloseTo(0.25, within(1e-9));
    }

    @Test
    void theMaskSlotsShareIsStated() {
        Attribution alti = attribute(SmallModels.open("bert4rec"), INPUT, Method.ALTI);

        assertThat(alti.maskMass()).isPositive();
    }

    @Test
    void fdsaNamesTheStreamOfItems() {
        assertThat(attribute(SmallModels.open("fdsa"), INPUT, Method.ALTI).details())
                .containsEntry("stream", "items");
    }

    @Test
    void refusesAModelWithoutLayersOfSelfAttention() {
        assertThat(ExplanationMethod.of(Method.ALTI).refusal(SmallModels.open("din")))
                .hasValueSatisfying(reason -> assertThat(reason).contains("this model has no such layers"));
    }

    static Attribution attribute(RecommenderModel model, ModelInput input, Method method) {
        return ExplanationMethod.of(method)
                .attribute(AttributionContext.of(
                        model, input, 5, AttributionContext.NONE, 1, ProgressListener.NONE, new CancellationToken()));
    }

    private static AttentionParts.Layer last(AttentionParts parts) {
        return parts.layers().get(parts.layers().size() - 1);
    }

    private static RecommenderModel only(AttentionParts.Layer layer, int... rows) {
        return new PartsModel(new AttentionParts(rows, List.of(layer)));
    }
}
