package reclens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExitCodesTest {
    @TempDir
    private Path folder;

    @Test
    void anUnknownUserIsFourAndOneLine() {
        Cli cli = Cli.run("recommend", "--workspace", Cli.SHOP, "--user", "nobody");

        assertThat(cli.exit()).isEqualTo(4);
        assertThat(cli.err().lines().toList())
                .singleElement()
                .asString()
                .startsWith("reclens: no user 'nobody'; found 2000 users: ");
    }

    @Test
    void anUnknownItemIsFour() {
        Cli cli = Cli.run("explain", "--workspace", Cli.SHOP, "--user", "u0017", "--item", "P9999");

        assertThat(cli.exit()).isEqualTo(4);
        assertThat(cli.err()).startsWith("reclens: the model does not know the item 'P9999'");
    }

    @Test
    void aFolderWithoutAWorkspaceIsFour() {
        assertThat(Cli.run("recommend", "--workspace", folder.toString(), "--user", "u")
                        .exit())
                .isEqualTo(4);
    }

    @Test
    void aHistoryThatTheModelDoesNotKnowIsFour() throws IOException {
        Path history = Files.writeString(folder.resolve("h.csv"), "user_id,item_id\na,X1\na,X2\n");

        Cli cli = Cli.run("recommend", "--workspace", Cli.SHOP, "--history", history.toString(), "--user", "a");

        assertThat(cli.exit()).isEqualTo(4);
        assertThat(cli.err()).contains("the model knows none of the 2 items in the history of user 'a'");
    }

    @Test
    void nothingToOpenIsTwo() {
        Cli cli = Cli.run("recommend", "--user", "u0017");

        assertThat(cli.exit()).isEqualTo(2);
        assertThat(cli.err())
                .isEqualToIgnoringNewLines(
                        "reclens: nothing to open; expected --workspace DIR, or --model FILE and --history FILE, found neither");
    }

    @Test
    void anUnknownMethodIsTwo() {
        Cli cli = Cli.run("explain", "--workspace", Cli.SHOP, "--user", "u0017", "--method", "magic");

        assertThat(cli.exit()).isEqualTo(2);
        assertThat(cli.err()).startsWith("reclens: unknown method; expected one of attention, rollout, ");
    }

    @Test
    void anUnknownCommandIsTwo() {
        assertThat(Cli.run("frobnicate").exit()).isEqualTo(2);
    }

    @Test
    void aPositionOutOfRangeIsTwo() {
        Cli cli = Cli.run("recommend", "--workspace", Cli.SHOP, "--user", "u0017", "--before", "100000");

        assertThat(cli.exit()).isEqualTo(2);
        assertThat(cli.err()).startsWith("reclens: --before: position out of range; expected 1 to ");
    }

    @Test
    void aTruncatedCheckpointIsThree() throws IOException {
        byte[] whole = Files.readAllBytes(Path.of(Cli.SHOP, "model.safetensors"));
        Path file = folder.resolve("short.safetensors");
        Files.write(file, Arrays.copyOf(whole, whole.length - 1000));

        Cli cli = Cli.run("inspect", file.toString());

        assertThat(cli.exit()).isEqualTo(3);
        assertThat(cli.err().lines().toList()).singleElement().asString().contains("short.safetensors");
    }

    @Test
    void aCheckpointOfAnotherShapeThanItsConfigIsThree() throws IOException {
        Path config = Files.writeString(
                folder.resolve("config.json"),
                "{\"model_type\":\"sasrec\",\"variant\":\"recbole\",\"hidden_size\":32,\"num_attention_heads\":2}");

        Cli cli = Cli.run("recommend", "--workspace", Cli.SHOP, "--config", config.toString(), "--user", "u0017");

        assertThat(cli.exit()).isEqualTo(3);
        assertThat(cli.err()).contains("32").contains("64");
    }

    @Test
    void aHistoryWithABadLineIsThreeAndNamesTheLine() throws IOException {
        Path history =
                Files.writeString(folder.resolve("h.csv"), "user_id,item_id,timestamp\na,P0001,1700000000\na,P0002\n");

        Cli cli = Cli.run("recommend", "--workspace", Cli.SHOP, "--history", history.toString(), "--user", "a");

        assertThat(cli.exit()).isEqualTo(3);
        assertThat(cli.err()).contains("h.csv:3: malformed line: expected 3 fields but found 2");
    }

    @Test
    void aBadLineIsSkippedAndReportedOnRequest() throws IOException {
        Path history = Files.writeString(
                folder.resolve("h.csv"), "user_id,item_id,event_type,timestamp\na,P0001,view,1700000000\na,P0002\n");

        Cli cli = Cli.run(
                "recommend",
                "--workspace",
                Cli.SHOP,
                "--history",
                history.toString(),
                "--user",
                "a",
                "--skip-bad-lines");

        assertThat(cli.exit()).as(cli.err()).isZero();
        assertThat(cli.err()).containsOnlyOnce("malformed and were skipped");
    }

    @Test
    void aVariantThatTheFileDoesNotTellMustBeChosen() {
        Cli cli = Cli.run(
                "recommend",
                "--model",
                Cli.SHOP + "/state_dict.pth",
                "--history",
                Cli.SHOP + "/history.csv",
                "--user",
                "u0017");

        assertThat(cli.exit()).isEqualTo(3);
        assertThat(cli.err()).contains("num_attention_heads");
    }

    @Test
    void theSameWeightsAsPthGiveTheSameScores() {
        String[] common = {
            "--history",
            Cli.SHOP + "/history.csv",
            "--vocabulary",
            Cli.SHOP + "/items.vocab.json",
            "--user",
            "u0017",
            "--json",
            "--variant",
            "recbole",
            "--heads",
            "2"
        };

        assertThat(Cli.run(with(common, "recommend", "--model", Cli.SHOP + "/state_dict.pth"))
                        .out())
                .isEqualTo(Cli.run(with(common, "recommend", "--model", Cli.SHOP + "/model.safetensors"))
                        .out());
    }

    @Test
    void verboseAddsTheStackTrace() {
        Cli cli = Cli.run("--verbose", "recommend", "--workspace", Cli.SHOP, "--user", "nobody");

        assertThat(cli.err()).contains("\tat reclens.");
    }

    private static String[] with(String[] common, String... first) {
        String[] all = Arrays.copyOf(first, first.length + common.length);
        System.arraycopy(common, 0, all, first.length, common.length);
        return all;
    }
}
