package reclens.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reclens.SharedData;
import reclens.domain.AttentionMap;
import reclens.domain.CancellationToken;
import reclens.domain.Checkpoint;
import reclens.domain.ModelConfig;
import reclens.domain.ProgressListener;
import reclens.domain.Tensor;
import reclens.files.CheckpointReader;
import reclens.files.FeatureTableReader;
import reclens.files.NpzReader;

/** AutoInt and AFM as RecBole trained them, against their own outputs. */
@EnabledIf("reclens.SharedData#isPresent")
class SharedContextGoldenTest {
    private static final Map<String, Object> FIELDS = Map.of(
            "token_fields",
            List.of("user_id", "item_id", "age", "gender", "occupation", "release_year"),
            "token_seq_fields",
            List.of("class"));

    record Subject(String name, String file, Map<String, Object> config) {
        RecommenderModel open() {
            Checkpoint checkpoint = CheckpointReader.read(
                    SharedData.path("models", name, file), ProgressListener.NONE, new CancellationToken());
            return ModelRegistry.open(
                    checkpoint,
                    new ModelConfig("config.json", config),
                    FeatureTableReader.read(SharedData.path("models", name, "features.npz")));
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
        Map<String, Object> autoInt = new java.util.HashMap<>(FIELDS);
        autoInt.put("num_attention_heads", 2L);
        return Stream.of(
                new Subject("recbole-autoint-ml100k", "AutoInt-Nov-21-2026_21-15-19.pth", Map.of()),
                new Subject("recbole-autoint-ml100k", "model.safetensors", autoInt),
                new Subject("recbole-afm-ml100k", "AFM-Nov-21-2026_21-15-49.pth", Map.of()),
                new Subject("recbole-afm-ml100k", "state_dict.pth", FIELDS));
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void ranksTheSameTop20WithTheSameScores_needsSharedData(Subject subject) {
        RecommenderModel model = subject.open();
        Map<String, Tensor> expected = subject.expected();
        long[] users = expected.get("user_id").toLongs();
        long[] ids = expected.get("top20_ids").toLongs();
        float[] logits = expected.get("top20_logits").toFloats();
        for (int c = 0; c < users.length; c++) {
            float[] scores = model.scores(input(users[c]));
            int[] order = Ranking.top(scores, new BitSet(), 20);
            for (int i = 0; i < 20; i++) {
                float logit = logits[c * 20 + i];
                assertThat((long) order[i]).as("case %s rank %s", c, i).isEqualTo(ids[c * 20 + i]);
                assertThat(scores[order[i]]).isCloseTo(logit, within(1e-5f * Math.max(1, Math.abs(logit))));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void scoresEveryItemAsTheOriginal_needsSharedData(Subject subject) {
        RecommenderModel model = subject.open();
        Map<String, Tensor> expected = subject.expected();
        long[] users = expected.get("user_id").toLongs();
        long[] cases = expected.get("full_case_index").toLongs();
        float[] all = expected.get("logits_all").toFloats();
        for (int f = 0; f < cases.length; f++) {
            float[] scores = model.scores(input(users[(int) cases[f]]));
            for (int i = 1; i < scores.length; i++) {
                float logit = all[f * scores.length + i];
                assertThat(scores[i]).isCloseTo(logit, within(1e-5f * Math.max(1, Math.abs(logit))));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void attendsBetweenFieldsAsTheOriginal_needsSharedData(Subject subject) {
        RecommenderModel model = subject.open();
        Map<String, Tensor> expected = subject.expected();
        long[] users = expected.get("user_id").toLongs();
        int f = model.card().traits().fields().size();
        for (int c = 0; c < users.length; c++) {
            int target = (int) expected.get("top20_ids").toLongs()[c * 20];
            for (AttentionMap map :
                    model.trace(input(users[c]), new int[] {target}).maps()) {
                assertThat(map.weights()).containsExactly(weights(expected, map, model.card(), c, f), within(2e-6f));
            }
        }
    }

    private static float[] weights(Map<String, Tensor> expected, AttentionMap map, ModelCard card, int c, int f) {
        if (expected.containsKey("top1_pair_weights")) {
            float[] pairs = expected.get("top1_pair_weights").toFloats();
            float[] square = new float[f * f];
            int at = c * f * (f - 1) / 2;
            for (int i = 0; i < f; i++) {
                for (int j = i + 1; j < f; j++) {
                    square[i * f + j] = pairs[at++];
                }
            }
            return square;
        }
        float[] all = expected.get("top1_attn_layer" + map.layer()).toFloats();
        int from = (c * card.heads() + map.head()) * f * f;
        return Arrays.copyOfRange(all, from, from + f * f);
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void theGradientIsThatOfAutograd_needsSharedData(Subject subject) {
        RecommenderModel model = subject.open();
        Map<String, Tensor> expected = subject.expected();
        long[] users = expected.get("user_id").toLongs();
        float[] gradients = expected.get("top1_grad_wrt_field_embedding").toFloats();
        float[] embeddings = expected.get("top1_field_embedding").toFloats();
        int size = gradients.length / users.length;
        for (int c = 0; c < users.length; c++) {
            int target = (int) expected.get("top20_ids").toLongs()[c * 20];
            InputGradient gradient = model.gradient(input(users[c]), target);
            float[] wanted = Arrays.copyOfRange(gradients, c * size, (c + 1) * size);
            float largest = 0;
            for (float g : wanted) {
                largest = Math.max(largest, Math.abs(g));
            }
            assertThat(gradient.gradients()).containsExactly(wanted, within(1e-4f * largest));
            assertThat(gradient.embeddings())
                    .containsExactly(Arrays.copyOfRange(embeddings, c * size, (c + 1) * size), within(1e-6f));
        }
    }

    private static ModelInput input(long user) {
        return ModelInput.of().withUser((int) user);
    }
}
