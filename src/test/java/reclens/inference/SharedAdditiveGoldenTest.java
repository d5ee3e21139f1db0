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
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reclens.SharedData;
import reclens.domain.AttentionMap;
import reclens.domain.CancellationToken;
import reclens.domain.Checkpoint;
import reclens.domain.FeatureTables;
import reclens.domain.ModelConfig;
import reclens.domain.ProgressListener;
import reclens.domain.Tensor;
import reclens.files.CheckpointReader;
import reclens.files.FeatureTableReader;
import reclens.files.NpzReader;

/** NARM, STAMP and DIN as RecBole trained them, against their own outputs. */
@EnabledIf("reclens.SharedData#isPresent")
class SharedAdditiveGoldenTest {
    /**
     * @param weights name of the expected attention for the best unseen item
     * @param config entries of config.json that the checkpoint does not hold
     */
    record Subject(String name, String file, String weights, Map<String, Object> config) {
        RecommenderModel open() {
            Checkpoint checkpoint = CheckpointReader.read(
                    SharedData.path("models", name, file), ProgressListener.NONE, new CancellationToken());
            Path tables = SharedData.path("models", name, "features.npz");
            FeatureTables features = Files.exists(tables) ? FeatureTableReader.read(tables) : FeatureTables.EMPTY;
            return ModelRegistry.open(checkpoint, new ModelConfig("config.json", config), features);
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
                new Subject("recbole-narm-ml100k", "NARM-Nov-21-2026_21-19-29.pth", "alpha", Map.of()),
                new Subject("recbole-narm-ml100k", "state_dict.pth", "alpha", Map.of("max_position_embeddings", 20L)),
                new Subject("recbole-stamp-ml100k", "STAMP-Nov-21-2026_21-16-03.pth", "alpha", Map.of()),
                new Subject(
                        "recbole-stamp-ml100k", "model.safetensors", "alpha", Map.of("max_position_embeddings", 50L)),
                new Subject("recbole-din-ml100k", "DIN-Nov-21-2026_21-22-32.pth", "attention_top1", Map.of()),
                new Subject(
                        "recbole-din-ml100k",
                        "model.safetensors",
                        "attention_top1",
                        Map.of("max_position_embeddings", 20L)));
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void ranksTheSameTop20WithTheSameScores_needsSharedData(Subject subject) {
        RecommenderModel model = subject.open();
        Map<String, Tensor> expected = subject.expected();
        int[][] histories = histories(expected);
        float[] top = expected.get("top20_scores").toFloats();
        long[] ids = expected.get("top20_ids").toLongs();
        for (int c = 0; c < histories.length; c++) {
            float[] scores = model.scores(ModelInput.of(histories[c]));
            int[] order = Ranking.top(scores, new java.util.BitSet(), 20);
            for (int i = 0; i < 20; i++) {
                float score = top[c * 20 + i];
                assertThat((long) order[i]).as("case %s rank %s", c, i).isEqualTo(ids[c * 20 + i]);
                assertThat(scores[order[i]]).isCloseTo(score, within(1e-5f * Math.max(1, Math.abs(score))));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void scoresEveryItemAsTheOriginal_needsSharedData(Subject subject) {
        RecommenderModel model = subject.open();
        Map<String, Tensor> expected = subject.expected();
        int[][] histories = histories(expected);
        float[] all = expected.get("scores_all").toFloats();
        long[] cases = expected.get("full_case_index").toLongs();
        for (int f = 0; f < cases.length; f++) {
            float[] scores = model.scores(ModelInput.of(histories[(int) cases[f]]));
            for (int i = 1; i < scores.length; i++) {
                float score = all[f * scores.length + i];
                assertThat(scores[i]).isCloseTo(score, within(1e-5f * Math.max(1, Math.abs(score))));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void attendsAsTheOriginal_needsSharedData(Subject subject) {
        RecommenderModel model = subject.open();
        Map<String, Tensor> expected = subject.expected();
        int[][] histories = histories(expected);
        float[] weights = expected.get(subject.weights()).toFloats();
        int window = model.card().windowLength();
        for (int c = 0; c < histories.length; c++) {
            int n = histories[c].length;
            int target = (int) expected.get("top20_unseen_ids").toLongs()[c * 20];
            AttentionMap map =
                    model.trace(ModelInput.of(histories[c]), new int[] {target}).map(0, 0);
            float[] row = Arrays.copyOfRange(weights, c * window, (c + 1) * window);
            assertThat(map.weights()).containsExactly(Arrays.copyOf(row, n), within(2e-6f));
            float each = window == n ? 0 : map.paddingMass()[0] / (window - n);
            for (int slot = n; slot < window; slot++) {
                assertThat(each).isCloseTo(row[slot], within(2e-6f));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void theGradientIsThatOfAutograd_needsSharedData(Subject subject) {
        RecommenderModel model = subject.open();
        Map<String, Tensor> expected = subject.expected();
        int[][] histories = histories(expected);
        float[] gradients = expected.get("grad_top1_wrt_item_emb").toFloats();
        float[] timesInput = expected.get("grad_x_input").toFloats();
        int window = model.card().windowLength();
        for (int c = 0; c < histories.length; c++) {
            int target = (int) expected.get("top20_unseen_ids").toLongs()[c * 20];
            InputGradient gradient = model.gradient(ModelInput.of(histories[c]), target);
            int d = gradient.width();
            int from = c * window * d;
            float[] wanted = Arrays.copyOfRange(gradients, from, from + histories[c].length * d);
            float largest = 0;
            for (float g : wanted) {
                largest = Math.max(largest, Math.abs(g));
            }
            assertThat(gradient.gradients()).containsExactly(wanted, within(1e-4f * largest));
            for (int i = 0; i < histories[c].length; i++) {
                float product = Vectors.dot(gradient.gradients(), i * d, gradient.embeddings(), i * d, d);
                assertThat(product).isCloseTo(timesInput[c * window + i], within(1e-4f * Math.max(1, largest)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void leavingEachEventOutLowersTheScoreAsInTheOriginal_needsSharedData(Subject subject) {
        RecommenderModel model = subject.open();
        Map<String, Tensor> expected = subject.expected();
        int[][] histories = histories(expected);
        float[] drops = expected.get("loo_drop_top1").toFloats();
        int window = model.card().windowLength();
        for (int c = 0; c < histories.length; c++) {
            ModelInput base = ModelInput.of(histories[c]);
            int target = (int) expected.get("top20_unseen_ids").toLongs()[c * 20];
            float score = model.scores(base)[target];
            int n = base.length();
            List<ModelInput> edits =
                    IntStream.range(0, n).mapToObj(base::without).toList();
            float[][] scores = model.scores(base, edits, new int[] {target}, new CancellationToken());
            for (int i = 0; i < n && n > 1; i++) {
                assertThat(score - scores[i][0])
                        .as("case %s event %s", c, i)
                        .isCloseTo(drops[c * window + i], within(1e-4f));
            }
        }
    }

    private static int[][] histories(Map<String, Tensor> expected) {
        Tensor ids = expected.get("item_seq");
        long[] values = ids.toLongs();
        int window = ids.dim(1);
        return IntStream.range(0, ids.dim(0))
                .mapToObj(c -> Arrays.stream(values, c * window, (c + 1) * window)
                        .filter(v -> v != 0)
                        .mapToInt(v -> (int) v)
                        .toArray())
                .toArray(int[][]::new);
    }
}
