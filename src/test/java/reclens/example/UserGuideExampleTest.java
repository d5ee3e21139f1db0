package reclens.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import reclens.domain.AttentionMap;
import reclens.domain.CancellationToken;
import reclens.domain.Checkpoint;
import reclens.domain.DataException;
import reclens.domain.ModelConfig;
import reclens.domain.Tensor;
import reclens.inference.InputGradient;
import reclens.inference.ModelInput;
import reclens.inference.ModelRegistry;
import reclens.inference.RecommenderModel;

/** The example of the user guide: found on the class path, opened, run, explained. */
class UserGuideExampleTest {
    private static final int ITEMS = 9;
    private static final int WIDTH = 4;
    private static final ModelConfig CONFIG =
            new ModelConfig("config.json", Map.of()).with("max_position_embeddings", 5L);

    @Test
    void aModelOnTheClassPathIsRecognisedByItsTensors() {
        assertThat(ModelRegistry.recognise(checkpoint(table()), CONFIG).modelType())
                .isEqualTo("mean_attention");
        assertThat(ModelRegistry.recognise(checkpoint(table()), ModelConfig.EMPTY)
                        .missing())
                .containsExactly("max_position_embeddings");
    }

    @Test
    void refusesToGuessTheWindow() {
        assertThatThrownBy(() -> ModelRegistry.open(checkpoint(table()), ModelConfig.EMPTY))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("does not tell how many events")
                .hasMessageContaining("max_position_embeddings");
    }

    @Test
    void itsWeightsSumToOneAndPaddingIsNeverRecommended() {
        RecommenderModel model = ModelRegistry.open(checkpoint(table()), CONFIG);
        AttentionMap map = model.trace(ModelInput.of(3, 7, 2)).map(0, 0);
        assertThat(map.rowSum(0)).isCloseTo(1, within(1e-6));
        assertThat(model.scores(ModelInput.of(3, 7, 2))[0]).isEqualTo(Float.NEGATIVE_INFINITY);
    }

    @Test
    void itsGradientIsThatOfFiniteDifferences() {
        ModelInput input = ModelInput.of(3, 7, 2);
        InputGradient gradient = ModelRegistry.open(checkpoint(table()), CONFIG).gradient(input, 5);
        for (int row = 0; row < input.length(); row++) {
            for (int k = 0; k < WIDTH; k++) {
                double slope = (moved(input, row, k, 1e-2f) - moved(input, row, k, -1e-2f)) / 2e-2;
                assertThat((double) gradient.gradients()[row * WIDTH + k]).isCloseTo(slope, within(1e-3));
            }
        }
    }

    @Test
    void theGuideShowsTheExampleAsItIs() throws Exception {
        String guide = Files.readString(Path.of("src/site/markdown/user-guide.md"));
        String source = Files.readString(Path.of("src/test/java/reclens/example/MeanAttentionArchitecture.java"))
                + Files.readString(Path.of("src/test/java/reclens/example/MeanAttention.java"));
        Matcher blocks = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(guide);
        int count = 0;
        for (; blocks.find(); count++) {
            assertThat(source).contains(blocks.group(1));
        }
        assertThat(count).isGreaterThan(2);
    }

    /** The score of item 5 with one value of what an event looks up moved. */
    private static double moved(ModelInput input, int event, int column, float step) {
        float[] table = table();
        table[input.items()[event] * WIDTH + column] += step;
        return ModelRegistry.open(checkpoint(table), CONFIG)
                .scores(input, List.of(input), new int[] {5}, new CancellationToken())[0][0];
    }

    private static float[] table() {
        Random random = new Random(7);
        float[] values = new float[ITEMS * WIDTH];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    private static Checkpoint checkpoint(float[] table) {
        return new Checkpoint(
                Path.of("example.safetensors"),
                "safetensors",
                "",
                Map.of("mean_attention.items", Tensor.ofFloats(table, ITEMS, WIDTH)),
                Map.of());
    }
}
