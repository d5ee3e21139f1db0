package reclens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Product features by ablation, in the document. */
class FeatureAblationCommandTest {
    private static JsonObject explained(String... model) {
        List<String> arguments = new ArrayList<>(List.of(
                "explain",
                "--workspace",
                "sample-data/shop",
                "--user",
                "u0414",
                "--method",
                "leave_one_out",
                "--json"));
        arguments.addAll(List.of(model));
        Cli cli = Cli.run(arguments.toArray(String[]::new));
        assertThat(cli.exit()).isZero();
        return JsonParser.parseString(cli.out())
                .getAsJsonObject()
                .getAsJsonArray("recommendations")
                .get(0)
                .getAsJsonObject();
    }

    private static List<JsonObject> ablations(JsonObject recommendation) {
        List<JsonObject> found = new ArrayList<>();
        for (JsonElement feature : recommendation.getAsJsonArray("product_features")) {
            if (feature.getAsJsonObject().get("kind").getAsString().equals("ablation")) {
                found.add(feature.getAsJsonObject());
            }
        }
        return found;
    }

    @Test
    void aModelThatReadsFeaturesIsRunWithoutEachValueOfTheEvents() {
        List<JsonObject> found = ablations(explained("--model-title", "FDSA"));

        assertThat(found)
                .extracting(f -> f.get("feature").getAsString())
                .contains("category", "sub_category", "brand", "season")
                .doesNotContain("colour");
        assertThat(found).extracting(f -> f.get("value").getAsString()).contains("Kitchen", "Halden");
        assertThat(found).allSatisfy(f -> {
            assertThat(f.has("method")).isFalse();
            assertThat(f.get("events").getAsInt()).isPositive();
        });
        assertThat(found).anySatisfy(f -> assertThat(Math.abs(f.get("weight").getAsDouble()))
                .isGreaterThan(1e-3));
    }

    @Test
    void aModelThatReadsNoFeaturesSaysWhyThereIsNone() {
        JsonObject recommendation = explained();

        assertThat(ablations(recommendation)).isEmpty();
        assertThat(recommendation
                        .getAsJsonObject("product_features_refused")
                        .get("ablation")
                        .getAsString())
                .isEqualTo("the model reads no features of its events, so there is no value to remove");
    }
}
