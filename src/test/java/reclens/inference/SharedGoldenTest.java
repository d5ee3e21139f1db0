package reclens.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reclens.SharedData;
import reclens.domain.AttentionMap;
import reclens.domain.AttentionTrace;
import reclens.domain.CancellationToken;
import reclens.domain.Checkpoint;
import reclens.domain.FeatureTables;
import reclens.domain.ModelConfig;
import reclens.domain.ProgressListener;
import reclens.domain.Tensor;
import reclens.files.CheckpointReader;
import reclens.files.FeatureTableReader;
import reclens.files.NpzReader;

/** Published or really trained Transformers over events, against the outputs of their own programs. */
@EnabledIf("reclens.SharedData#isPresent")
class SharedGoldenTest {
    /** @param config entries of config.json that the checkpoint does not hold */
    record Subject(String name, String file, Map<String, Object> config) {
        RecommenderModel open() {
            Checkpoint checkpoint = CheckpointReader.read(
                    SharedData.path("models", name, file), ProgressListener.NONE, new CancellationToken());
            Path features = SharedData.path("models", name, "features.npz");
            return ModelRegistry.open(
                    checkpoint,
                    new ModelConfig("config.json", config),
                    Files.exists(features) ? FeatureTableReader.read(features) : FeatureTables.EMPTY);
        }

        Map<String, Tensor> expected() {
            return NpzReader.read(SharedData.path("golden", name, "golden.npz"));
        }

        @Override
        public String toString() {
            return name + "/" + file;
        }
    }

    static Stream<Subject> subjects() {
        return Stream.of(
                new Subject("recbole-sasrec-ml100k", "SASRec-Nov-21-2026_21-11-36.pth", Map.of()),
                new Subject("recbole-sasrec-ml100k", "model.safetensors", Map.of("num_attention_heads", 2L)),
                new Subject(
                        "sasrec-pmixer-ml1m-2024",
                        "SASRec.epoch=1000.lr=0.001.layer=2.head=1.hidden=50.maxlen=200.pth",
                        Map.of("variant", "pmixer-2024", "num_attention_heads", 1L)),
                new Subject("iclrec-sasrec-beauty", "ICLRec-Beauty-1.pt", Map.of("num_attention_heads", 2L)),
                new Subject("recbole-bert4rec-ml100k", "BERT4Rec-Nov-21-2026_21-38-42.pth", Map.of()),
                new Subject("recbole-bert4rec-ml100k", "model.safetensors", Map.of("num_attention_heads", 2L)),
                new Subject("recbole-sasrecf-ml100k", "state_dict.pth", features(4, "sum")),
                new Subject("recbole-fdsa-ml100k", "model.safetensors", features(2, "mean")));
    }

    private static Map<String, Object> features(long heads, String pooling) {
        return Map.of(
                "num_attention_heads",
                heads,
                "selected_features",
                List.of("class", "release_year"),
                "pooling_mode",
                pooling);
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void ranksTheSameTop20WithTheSameScores_needsSharedData(Subject subject) {
        RecommenderModel model = subject.open();
        Map<String, Tensor> expected = subject.expected();
        int[][] histories = histories(model, expected);
        float[] top = expected.get("top20_scores").toFloats();
        long[] ids = expected.get("top20_ids").toLongs();
        for (int c = 0; c < histories.length; c++) {
            float[] scores = model.scores(ModelInput.of(histories[c]));
            Integer[] order = IntStream.range(0, scores.length).boxed().toArray(Integer[]::new);
            Arrays.sort(order, (a, b) -> Float.compare(scores[b], scores[a]));
            for (int i = 0; i < 20; i++) {
                float score = top[c * 20 + i];
                assertThat(order[i].longValue()).as("case %s rank %s", c, i).isEqualTo(ids[c * 20 + i]);
                assertThat(scores[order[i]]).isCloseTo(score, within(1e-5f * Math.max(1, Math.abs(score))));
            }
        }
    }

    /** Twice the tolerance of the top 20: pmixer's golden with 198 padding slots is itself 1.03e-5 off in float64. */
    @ParameterizedTest
    @MethodSource("subjects")
    void scoresEveryItemAsTheOriginal_needsSharedData(Subject subject) {
        RecommenderModel model = subject.open();
        Map<String, Tensor> expected = subject.expected();
        int[][] histories = histories(model, expected);
        float[] all = expected.get("scores_all").toFloats();
        long[] cases = fullCases(expected);
        for (int f = 0; f < cases.length; f++) {
            float[] scores = model.scores(ModelInput.of(histories[(int) cases[f]]));
            for (int i = 1; i < scores.length; i++) {
                float score = all[f * scores.length + i];
                if (!model.card().unrankable().contains(i)) {
                    assertThat(scores[i]).isCloseTo(score, within(2e-5f * Math.max(1, Math.abs(score))));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void attendsAsTheOriginal_needsSharedData(Subject subject) {
        RecommenderModel model = subject.open();
        Map<String, Tensor> expected = subject.expected();
        int[][] histories = histories(model, expected);
        for (int layer = 0; layer < model.card().layers(); layer++) {
            String name = "attn_layer" + layer;
            Tensor weights =
                    expected.getOrDefault(name, expected.getOrDefault(name + "_full", expected.get("item_" + name)));
            long[] cases = weights.dim(0) == histories.length
                    ? IntStream.range(0, histories.length).asLongStream().toArray()
                    : fullCases(expected);
            float[] values = weights.toFloats();
            for (int f = 0; f < cases.length; f++) {
                AttentionTrace trace = model.trace(ModelInput.of(histories[(int) cases[f]]));
                for (int head = 0; head < model.card().heads(); head++) {
                    assertMap(
                            model.card(),
                            trace.map(layer, head),
                            values,
                            f * model.card().heads() + head);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void leavingEachEventOutLowersTheScoreAsInTheOriginal_needsSharedData(Subject subject) {
        RecommenderModel model = subject.open();
        Map<String, Tensor> expected = subject.expected();
        int[][] histories = histories(model, expected);
        float[] drops = expected.get("loo_drop_top1").toFloats();
        long[] targets = expected.get("top20_unseen_ids").toLongs();
        int dropped = model.card().traits().dropsOldest() ? 1 : 0;
        int window = model.card().windowLength() + dropped;
        for (int c = 0; c < histories.length; c++) {
            ModelInput base = ModelInput.of(histories[c]);
            int target = (int) targets[c * 20];
            float score = model.scores(base)[target];
            int n = base.length();
            List<ModelInput> edits =
                    IntStream.range(0, n).mapToObj(base::without).toList();
            float[][] scores = model.scores(base, edits, new int[] {target}, new CancellationToken());
            for (int i = 0; i < n && n + dropped > 1; i++) {
                int slot = model.card().padding().slot(i, n, window) + dropped;
                assertThat(score - scores[i][0])
                        .as("case %s event %s", c, i)
                        .isCloseTo(drops[c * window + slot], within(1e-4f));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void theGradientIsThatOfAutograd_needsSharedData(Subject subject) {
        RecommenderModel model = subject.open();
        Map<String, Tensor> expected = subject.expected();
        int[][] histories = histories(model, expected);
        float[] gradients = expected.get("grad_top1_wrt_item_emb").toFloats();
        float[] timesInput = expected.get("grad_x_input").toFloats();
        long[] targets = expected.get("top20_unseen_ids").toLongs();
        int window = expected.get("grad_x_input").dim(1);
        for (int c = 0; c < histories.length; c++) {
            int n = histories[c].length;
            InputGradient gradient = model.gradient(ModelInput.of(histories[c]), (int) targets[c * 20]);
            int d = gradient.width();
            int first = c * window + (n == 0 ? 0 : model.card().padding().slot(0, n, window));
            float[] wanted = Arrays.copyOfRange(gradients, first * d, (first + n) * d);
            assertThat(gradient.gradients()).containsExactly(wanted, within(1e-4f * largest(wanted)));
            for (int i = 0; i < n; i++) {
                float product = Vectors.dot(gradient.gradients(), i * d, gradient.embeddings(), i * d, d);
                assertThat(product).isCloseTo(timesInput[first + i], within(1e-4f * Math.max(1, largest(wanted))));
            }
        }
    }

    @Test
    void weighsTheFieldsOfEachEventAsTheOriginal_needsSharedData() {
        Subject subject = new Subject("recbole-fdsa-ml100k", "model.safetensors", features(2, "mean"));
        RecommenderModel model = subject.open();
        Map<String, Tensor> expected = subject.expected();
        int[][] histories = histories(model, expected);
        float[] weights = expected.get("feature_field_weights").toFloats();
        for (int c = 0; c < histories.length; c++) {
            AttentionTrace trace = model.trace(ModelInput.of(histories[c]));
            int from = c * model.card().windowLength() * 2;
            // The golden has the order of the model: release_year, class.
            assertThat(trace.fields()).containsExactly("release_year", "class");
            assertThat(trace.stream("fields").map(0, 0).weights())
                    .containsExactly(Arrays.copyOfRange(weights, from, from + histories[c].length * 2), within(2e-6f));
        }
    }

    @Test
    void attendsToFeaturesAsTheOriginal_needsSharedData() {
        Subject subject = new Subject("recbole-fdsa-ml100k", "model.safetensors", features(2, "mean"));
        RecommenderModel model = subject.open();
        Map<String, Tensor> expected = subject.expected();
        int[][] histories = histories(model, expected);
        float[] weights = expected.get("feature_attn_layer0").toFloats();
        for (int c = 0; c < histories.length; c++) {
            AttentionTrace trace = model.trace(ModelInput.of(histories[c])).stream("features");
            for (int head = 0; head < 2; head++) {
                assertMap(model.card(), trace.map(0, head), weights, c * 2 + head);
            }
        }
    }

    private static float largest(float[] values) {
        float largest = 0;
        for (float value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    private static void assertMap(ModelCard card, AttentionMap map, float[] expected, int matrix) {
        boolean mask = card.traits().dropsOldest();
        int window = mask ? card.windowLength() + 1 : card.windowLength();
        int n = map.rows(); // events, and the mask
        assertThat(map.queries()[n - 1] == AttentionMap.MASK_SLOT).isEqualTo(mask);
        for (int q = 0; q < n; q++) {
            int row = (matrix * window + card.padding().slot(q, n, window)) * window;
            float padding = 0;
            for (int slot = 0; slot < window; slot++) {
                int event = slot - card.padding().slot(0, n, window);
                if (event >= 0 && event < n) {
                    assertThat(map.weight(q, event)).isCloseTo(expected[row + slot], within(2e-6f));
                } else {
                    float each = map.paddingMass()[q] / (window - n); // 0 where padding is masked
                    assertThat(each).isCloseTo(expected[row + slot], within(2e-6f));
                    padding += expected[row + slot];
                }
            }
            assertThat(map.paddingMass()[q]).isCloseTo(padding, within(1e-5f));
        }
    }

    /** What the model reads of each case: BERT4Rec's original drops the oldest event. */
    private static int[][] histories(RecommenderModel model, Map<String, Tensor> expected) {
        int dropped = model.card().traits().dropsOldest() ? 1 : 0;
        Tensor ids = expected.getOrDefault("item_seq", expected.get("input_ids"));
        long[] values = ids.toLongs();
        int window = ids.dim(1);
        return IntStream.range(0, ids.dim(0))
                .mapToObj(c -> Arrays.stream(values, c * window, (c + 1) * window)
                        .filter(v -> v != 0)
                        .skip(dropped)
                        .mapToInt(v -> (int) v)
                        .toArray())
                .toArray(int[][]::new);
    }

    private static long[] fullCases(Map<String, Tensor> expected) {
        return expected.get("full_case_index").toLongs();
    }
}
