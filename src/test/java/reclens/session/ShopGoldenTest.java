package reclens.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reclens.domain.AttentionTrace;
import reclens.domain.CancellationToken;
import reclens.domain.ProgressListener;
import reclens.domain.Recommendation;
import reclens.domain.UserHistory;
import reclens.explanation.Method;

/** The shop from its files to its explanations, against what PyTorch gives; sample-data/shop/make_golden.py. */
class ShopGoldenTest {
    private static Workspace shop;

    @BeforeAll
    static void open() {
        shop = new WorkspaceOpener()
                .open(
                        WorkspaceSource.folder(Path.of("sample-data/shop")),
                        ProgressListener.NONE,
                        new CancellationToken());
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    static Stream<JsonObject> cases() throws IOException {
        return JsonParser.parseString(Files.readString(Path.of("src/test/resources/goldens/shop/golden.json")))
                .getAsJsonObject()
                .getAsJsonArray("cases")
                .asList()
                .stream()
                .map(JsonElement::getAsJsonObject);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void recommendsWhatPyTorchRecommends(JsonObject golden) {
        assertThat(new Explainer(shop)
                        .recommend(history(golden), 20).items().stream().map(Recommendation::index))
                .containsExactlyElementsOf(integers(golden.getAsJsonArray("top_items")));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void scoresAsPyTorchDoes(JsonObject golden) {
        List<Recommendation> items =
                new Explainer(shop).recommend(history(golden), 20).items();
        JsonArray expected = golden.getAsJsonArray("top_scores");

        for (int i = 0; i < items.size(); i++) {
            double score = expected.get(i).getAsDouble();
            assertThat(items.get(i).score()).isCloseTo(score, within(1e-5 * Math.max(1, Math.abs(score))));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void leavesOneOutAsPyTorchDoes(JsonObject golden) {
        double[] drops = new Explainer(shop)
                .explain(
                        new ExplainRequest(
                                history(golden),
                                golden.get("target").getAsInt(),
                                List.of(Method.LEAVE_ONE_OUT),
                                false,
                                false,
                                1),
                        ProgressListener.NONE,
                        new CancellationToken())
                .attributions()
                .get(Method.LEAVE_ONE_OUT)
                .values();

        assertThat(drops)
                .containsExactly(
                        golden.getAsJsonArray("leave_one_out_delete").asList().stream()
                                .mapToDouble(JsonElement::getAsDouble)
                                .toArray(),
                        within(1e-4));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void attendsAsPyTorchDoes(JsonObject golden) {
        AttentionTrace trace = new Explainer(shop).attention(history(golden));
        if (!golden.has("attention") || golden.get("attention").isJsonNull()) {
            assertThat(trace.layers()).isEqualTo(2);
            return;
        }
        JsonArray layers = golden.getAsJsonArray("attention");
        for (int layer = 0; layer < layers.size(); layer++) {
            JsonArray heads = layers.get(layer).getAsJsonArray();
            for (int head = 0; head < heads.size(); head++) {
                JsonArray rows = heads.get(head).getAsJsonArray();
                for (int q = 0; q < rows.size(); q++) {
                    float[] row = trace.map(layer, head).row(q);
                    for (int k = 0; k < row.length; k++) {
                        assertThat((double) row[k])
                                .isCloseTo(rows.get(q).getAsJsonArray().get(k).getAsDouble(), within(2e-6));
                    }
                }
            }
        }
    }

    private static UserHistory history(JsonObject golden) {
        return shop.history(golden.get("user").getAsString());
    }

    private static List<Integer> integers(JsonArray values) {
        return values.asList().stream().map(JsonElement::getAsInt).toList();
    }
}
