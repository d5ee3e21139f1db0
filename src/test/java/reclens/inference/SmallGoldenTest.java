package reclens.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import reclens.domain.AttentionMap;
import reclens.domain.CancellationToken;

/** All models but SASRec against PyTorch, on small ones with random weights. */
class SmallGoldenTest {
    static final List<String> TYPES = List.of(
            "bert4rec",
            "sasrecf",
            "fdsa",
            "narm",
            "stamp",
            "din",
            "autoint",
            "afm",
            "cross_attention/softmax",
            "cross_attention/sigmoid",
            "cross_attention/last",
            "feature_attention/events",
            "feature_attention/features",
            "feature_attention/numbers",
            "encoder_attention_decoder/items",
            "encoder_attention_decoder/candidate",
            "encoder_attention_decoder/plain",
            "user_interest/items",
            "user_interest/bidirectional",
            "user_interest/candidate");

    @ParameterizedTest
    @FieldSource("TYPES")
    void scoresAllItemsAsTheOriginal(String type) {
        SmallGolden golden = SmallGolden.read(type);
        RecommenderModel model = golden.open();
        for (SmallGolden.Case c : golden.cases()) {
            float[] scores = model.scores(c.input());
            assertThat(scores).hasSameSizeAs(c.scores());
            assertThat(scores[0]).isEqualTo(Float.NEGATIVE_INFINITY);
            for (int i = 1; i < scores.length; i++) {
                assertThat(scores[i])
                        .as("item %s of %s", i, c.input())
                        .isCloseTo(c.scores()[i], within(1e-5f * Math.max(1, Math.abs(c.scores()[i]))));
            }
        }
    }

    @ParameterizedTest
    @FieldSource("TYPES")
    void attendsAsTheOriginal(String type) {
        SmallGolden golden = SmallGolden.read(type);
        RecommenderModel model = golden.open();
        for (SmallGolden.Case c : golden.cases()) {
            List<AttentionMap> maps = model.trace(c.input(), c.candidates()).maps();
            assertThat(maps).hasSize(c.attention().length);
            for (int m = 0; m < maps.size(); m++) {
                assertThat(maps.get(m).weights()).containsExactly(c.attention()[m], within(2e-6f));
                assertThat(maps.get(m).paddingMass()).containsExactly(c.paddingMass()[m], within(2e-6f));
            }
        }
    }

    @ParameterizedTest
    @FieldSource("TYPES")
    void theGradientOfAScoreIsThatOfAutograd(String type) {
        SmallGolden golden = SmallGolden.read(type);
        RecommenderModel model = golden.open();
        for (SmallGolden.Case c : golden.cases()) {
            InputGradient gradient = model.gradient(c.input(), c.target());
            float largest = 0;
            for (float g : c.gradient()) {
                largest = Math.max(largest, Math.abs(g));
            }
            assertThat(gradient.gradients()).containsExactly(c.gradient(), within(1e-4f * largest));
            assertThat(gradient.embeddings()).containsExactly(c.embeddings(), within(1e-6f));
        }
    }

    @ParameterizedTest
    @FieldSource("TYPES")
    void deletingAnEventLowersTheScoreAsInTheOriginal(String type) {
        SmallGolden golden = SmallGolden.read(type);
        for (SmallGolden.Case c : golden.cases()) {
            List<ModelInput> edits = IntStream.range(0, c.deleteDrops().length)
                    .mapToObj(c.input()::without)
                    .toList();
            assertDrops(golden, c, edits, c.deleteDrops());
        }
    }

    @ParameterizedTest
    @FieldSource("TYPES")
    void hidingAnEventTakesItsWeightAlone(String type) {
        SmallGolden golden = SmallGolden.read(type);
        for (SmallGolden.Case c : golden.cases()) {
            List<ModelInput> edits = IntStream.range(0, c.maskDrops().length)
                    .mapToObj(c.input()::hiding)
                    .toList();
            assertDrops(golden, c, edits, c.maskDrops());
        }
    }

    private static void assertDrops(SmallGolden golden, SmallGolden.Case c, List<ModelInput> edits, float[] expected) {
        int[] targets = {c.target(), 0};
        float[][] scores = golden.open().scores(c.input(), edits, targets, new CancellationToken());
        for (int e = 0; e < expected.length; e++) {
            assertThat(c.scores()[c.target()] - scores[e][0])
                    .as("edit %s of %s events", e, c.items().length)
                    .isCloseTo(expected[e], within(2e-5f));
            assertThat(scores[e][1]).isEqualTo(Float.NEGATIVE_INFINITY);
        }
    }
}
