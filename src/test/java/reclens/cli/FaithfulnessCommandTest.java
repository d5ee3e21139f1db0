package reclens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaithfulnessCommandTest {
    @TempDir
    private Path folder;

    @Test
    void writesMethodsWithIntervalsBaselinesAndVerdicts() {
        Cli cli = Cli.run(
                "faithfulness",
                "--workspace",
                Cli.SHOP,
                "--users",
                "3",
                "--method",
                "attention,leave_one_out",
                "--no-randomised",
                "--json");

        JsonObject document = JsonParser.parseString(cli.out()).getAsJsonObject();
        JsonObject method = document.getAsJsonArray("methods").get(1).getAsJsonObject();
        assertThat(cli.exit()).as(cli.err()).isZero();
        assertThat(document.get("schema").getAsString()).isEqualTo("reclens.faithfulness/1");
        assertThat(document.get("users").getAsInt()).isEqualTo(3);
        assertThat(method.get("method").getAsString()).isEqualTo("leave_one_out");
        assertThat(method.getAsJsonObject("metrics")
                        .getAsJsonObject("comprehensiveness")
                        .keySet())
                .contains("mean", "low", "high");
        assertThat(method.getAsJsonObject("random").keySet()).contains("deletion_percentile", "infidelity");
        assertThat(method.getAsJsonObject("recency").keySet()).contains("deletion_percentile", "infidelity");
        assertThat(method.getAsJsonObject("verdicts").keySet())
                .containsExactlyInAnyOrder("too_short", "not_supported", "recency_suffices", "supported");
    }

    @Test
    void aTableNamesWhatItShows() {
        Cli cli = Cli.run(
                "faithfulness", "--workspace", Cli.SHOP, "--users", "2", "--method", "rollout", "--no-randomised");

        assertThat(cli.exit()).as(cli.err()).isZero();
        assertThat(cli.out()).contains("2 users, seed 1", "| rollout |", "| random order |", "| most recent first |");
    }

    @Test
    void plantedCausesAreComparedWithTheBaselines() throws Exception {
        Path causes = folder.resolve("causes.csv");
        Files.write(causes, Files.readAllLines(Path.of(Cli.SHOP, "causes.csv")).subList(0, 61));

        Cli cli = Cli.run(
                "planted", "--workspace", Cli.SHOP, "--causes", causes.toString(), "--method", "attention", "--json");

        JsonObject document = JsonParser.parseString(cli.out()).getAsJsonObject();
        assertThat(cli.exit()).as(cli.err()).isZero();
        assertThat(document.get("schema").getAsString()).isEqualTo("reclens.planted/1");
        assertThat(document.getAsJsonArray("rankings").asList().stream()
                        .map(r -> r.getAsJsonObject().get("ranking").getAsString()))
                .containsExactly("attention", "random", "recency", "posterior");
        assertThat(document.getAsJsonObject("rules").keySet()).contains("complement");
    }

    @Test
    void withoutCausesThereIsNothingToCompare() throws Exception {
        Cli cli = Cli.run(
                "planted",
                "--workspace",
                Cli.SHOP,
                "--causes",
                folder.resolve("none.csv").toString());

        assertThat(cli.exit()).isEqualTo(4);
        assertThat(cli.err()).contains("none.csv");
    }
}
