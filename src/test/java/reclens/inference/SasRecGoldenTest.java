package reclens.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import reclens.domain.AttentionMap;
import reclens.domain.CancellationToken;

/** The six variants against PyTorch, on small models whose padding rows are not zero. */
class SasRecGoldenTest {
    static final List<String> VARIANTS = Golden.VARIANTS;

    @ParameterizedTest
    @FieldSource("VARIANTS")
    void scoresAllItemsAsTheOriginal(String variant) {
        Golden golden = Golden.read(variant);
        RecommenderModel model = golden.open();
        for (Golden.Case c : golden.cases()) {
            float[] scores = model.scores(c.input());
            assertThat(scores).hasSameSizeAs(c.scores());
            float tolerance = Golden.spreadsOverAllSlots(variant, c.input()) ? Golden.SPREAD_TOLERANCE : 1e-5f;
            for (int i = 0; i < scores.length; i++) {
                if (model.card().unrankable().contains(i)) {
                    assertThat(scores[i]).isEqualTo(Float.NEGATIVE_INFINITY);
                } else {
                    assertThat(scores[i])
                            .as("item %s of %s", i, c.input())
                            .isCloseTo(c.scores()[i], within(tolerance * Math.max(1, Math.abs(c.scores()[i]))));
                }
            }
        }
    }

    @ParameterizedTest
    @FieldSource("VARIANTS")
    void attendsAsTheOriginal(String variant) {
        Golden golden = Golden.read(variant);
        RecommenderModel model = golden.open();
        for (Golden.Case c : golden.cases()) {
            int n = c.items().length;
            List<AttentionMap> maps = model.trace(c.input()).maps();
            assertThat(maps).hasSize(golden.layers() * golden.heads());
            for (AttentionMap map : maps) {
                for (int i = 0; i < n * n; i++) {
                    assertThat(map.weights()[i])
                            .as("layer %s head %s entry %s", map.layer(), map.head(), i)
                            .isCloseTo(c.attention()[map.layer()][map.head() * n * n + i], within(2e-6f));
                }
                for (int q = 0; q < n; q++) {
                    assertThat(map.paddingMass()[q])
                            .isCloseTo(c.paddingMass()[map.layer()][map.head() * n + q], within(4e-6f));
                }
            }
        }
    }

    @ParameterizedTest
    @FieldSource("VARIANTS")
    void theGradientOfAScoreIsThatOfAutograd(String variant) {
        Golden golden = Golden.read(variant);
        for (Golden.Case c : golden.cases()) {
            float largest = 0;
            for (float g : c.gradient()) {
                largest = Math.max(largest, Math.abs(g));
            }
            assertThat(golden.open().gradient(c.input(), c.target()).gradients())
                    .containsExactly(c.gradient(), within(1e-4f * largest));
        }
    }

    @ParameterizedTest
    @FieldSource("VARIANTS")
    void deletingAnEventShiftsTheOthersAsTheOriginal(String variant) {
        Golden golden = Golden.read(variant);
        for (Golden.Case c : golden.cases()) {
            List<ModelInput> edits = IntStream.range(0, c.items().length)
                    .mapToObj(c.input()::without)
                    .toList();
            assertDrops(golden, c, edits, c.deleteDrops());
        }
    }

    @ParameterizedTest
    @FieldSource("VARIANTS")
    void hidingAnEventMasksItsKeyAsTheOriginalWould(String variant) {
        Golden golden = Golden.read(variant);
        for (Golden.Case c : golden.cases()) {
            List<ModelInput> edits = IntStream.range(0, c.items().length)
                    .mapToObj(c.input()::hiding)
                    .toList();
            assertDrops(golden, c, edits, c.maskDrops());
        }
    }

    private static void assertDrops(Golden golden, Golden.Case c, List<ModelInput> edits, float[] expected) {
        float[][] scores = golden.open().scores(c.input(), edits, new int[] {c.target()}, new CancellationToken());
        for (int e = 0; e < expected.length; e++) {
            assertThat(c.scores()[c.target()] - scores[e][0])
                    .as("edit %s of %s events", e, c.items().length)
                    .isCloseTo(
                            expected[e],
                            within(
                                    Golden.spreadsOverAllSlots(golden.variant(), edits.get(e))
                                            ? Golden.SPREAD_TOLERANCE
                                            : 3e-5f));
        }
    }
}
