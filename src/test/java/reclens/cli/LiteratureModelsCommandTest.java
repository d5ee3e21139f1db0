package reclens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiteratureModelsCommandTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"feed, m0003, cross_attention", "video, w0003, user_interest"})
    void explainsASample(String sample, String user, String type) {
        Cli cli = Cli.run("explain", "--workspace", "sample-data/" + sample, "--user", user, "--attention", "--json");

        assertThat(cli.exit()).isZero();
        JsonObject document = JsonParser.parseString(cli.out()).getAsJsonObject();
        assertThat(document.getAsJsonObject("model").get("type").getAsString()).isEqualTo(type);
        assertThat(document.getAsJsonArray("attention")).isNotEmpty();
    }

    @Test
    void crossAttentionIsWrittenAsEventsByTheExplainedItem() {
        Cli cli = Cli.run("explain", "--workspace", "sample-data/feed", "--user", "m0003", "--attention", "--json");

        JsonObject document = JsonParser.parseString(cli.out()).getAsJsonObject();
        JsonObject map = document.getAsJsonArray("attention").get(0).getAsJsonObject();
        assertThat(map.get("query_kind").getAsString()).isEqualTo("event");
        assertThat(map.get("key_kind").getAsString()).isEqualTo("candidate");
        assertThat(map.getAsJsonArray("keys").get(0))
                .isEqualTo(document.getAsJsonArray("recommendations")
                        .get(0)
                        .getAsJsonObject()
                        .get("item"));
    }

    @Test
    void anEventWhoseTokenTheModelDoesNotKnowIsShownAndNotRead() throws Exception {
        Path history = folder.resolve("history.csv");
        Files.writeString(
                history,
                """
                user_id,item_id,event,time
                x,p002,view,1767225600
                x,p003,report,1767225700
                x,p004,like,1767225800
                """);
        Cli cli = Cli.run(
                "explain", "--workspace", "sample-data/feed", "--history", history.toString(), "--user", "x", "--json");

        assertThat(cli.exit()).isZero();
        JsonObject document = JsonParser.parseString(cli.out()).getAsJsonObject();
        assertThat(document.getAsJsonArray("history")).hasSize(3);
        assertThat(document.getAsJsonObject("window").get("length").getAsInt()).isEqualTo(2);
    }

    @Test
    void aModelOfAnotherFormIsPickedByItsTitle() {
        Cli cli = Cli.run(
                "explain",
                "--workspace",
                "sample-data/feed",
                "--model-title",
                "Cross-attention, sigmoid",
                "--user",
                "m0003");

        assertThat(cli.exit()).isZero();
        assertThat(cli.out())
                .contains("The weight that each event gives to the explained item among all items")
                .contains("refused, its attention does not sum to 1");
    }

    @Test
    void refusesToGuessWhatTheFileDoesNotTell() {
        Cli cli = Cli.run(
                "explain",
                "--model",
                "sample-data/video/model.safetensors",
                "--history",
                "sample-data/video/history.csv",
                "--user",
                "w0003");

        assertThat(cli.exit()).isEqualTo(3);
        assertThat(cli.err())
                .contains("does not tell how many events the model reads")
                .contains("max_position_embeddings");
    }
}
