package reclens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttendCommandTest {
    private static final String WORKED =
            "{\"mechanism\": \"scaled_dot_product\", \"inputs\": {\"q\": [[1], [0], [-1]], \"k\": [[1], [1], [1], [1], [1]],"
                    + " \"v\": [[2], [2], [2], [2], [2]]}}";

    @TempDir
    private Path folder;

    @Test
    void writesTheInputAgainWithEveryStep() throws IOException {
        JsonObject document =
                JsonParser.parseString(attend(WORKED, "--json").out()).getAsJsonObject();

        assertThat(document.get("mechanism").getAsString()).isEqualTo("scaled_dot_product");
        assertThat(document.getAsJsonObject("inputs").keySet()).containsExactly("q", "k", "v");
        JsonObject steps = document.getAsJsonObject("steps");
        assertThat(steps.keySet()).containsExactly("Q", "K", "V", "scores", "scaled", "weights", "output");
        JsonArray weights = steps.getAsJsonObject("weights").getAsJsonArray("data");
        assertThat(weights).hasSize(15).allMatch(w -> w.getAsDouble() == 0.2);
        assertThat(document.has("expected")).isFalse();
    }

    @Test
    void itsOutputCanBeReadAgain() throws IOException {
        Path first = folder.resolve("first.json");
        Cli.run("attend", "--input", write(WORKED).toString(), "--json", "-o", first.toString());

        Cli again = Cli.run("attend", "--input", first.toString(), "--json");

        assertThat(again.out().strip()).isEqualTo(Files.readString(first).strip());
    }

    @Test
    void printsEveryStepAsATable() throws IOException {
        String text = attend(WORKED).out();

        assertThat(text).startsWith("scaled_dot_product").contains("weights [3, 5]", "output [3, 1]", "0.200000");
    }

    @Test
    void whatIsNotFiniteIsAString() throws IOException {
        JsonObject document = JsonParser.parseString(attend(
                                "{\"mechanism\": \"softmax\", \"inputs\": {\"x\": [[\"-Infinity\", \"-Infinity\"], [0, 0]]}}",
                                "--json")
                        .out())
                .getAsJsonObject();

        JsonArray output =
                document.getAsJsonObject("steps").getAsJsonObject("output").getAsJsonArray("data");
        assertThat(output.get(0).getAsString()).isEqualTo("NaN");
        assertThat(output.get(2).getAsDouble()).isEqualTo(0.5);
        assertThat(document.getAsJsonObject("inputs")
                        .getAsJsonObject("x")
                        .getAsJsonArray("data")
                        .get(0)
                        .getAsString())
                .isEqualTo("-Infinity");
    }

    @Test
    void aWrongShapeIsThreeAndNamesFileAndTensor() throws IOException {
        Cli cli = attend("{\"mechanism\": \"dot_product\", \"inputs\": {\"q\": [[1, 2]], \"k\": [[1]], \"v\": [[1]]}}");

        assertThat(cli.exit()).isEqualTo(3);
        assertThat(cli.err()).contains("case.json: inputs.k: wrong shape; expected [Lk, 2], found [1, 1]");
    }

    @Test
    void dataThatDoesNotFillItsShapeIsThree() throws IOException {
        Cli cli = attend("{\"mechanism\": \"softmax\", \"inputs\": {\"x\": {\"shape\": [2, 2], \"data\": [1, 2, 3]}}}");

        assertThat(cli.exit()).isEqualTo(3);
        assertThat(cli.err())
                .contains("inputs.x: data and shape disagree; expected 4 numbers for shape [2, 2], found 3");
    }

    @Test
    void raggedListsAreThree() throws IOException {
        Cli cli = attend("{\"mechanism\": \"softmax\", \"inputs\": {\"x\": [[1, 2], [3]]}}");

        assertThat(cli.exit()).isEqualTo(3);
        assertThat(cli.err())
                .contains("inputs.x: wrong entry; expected lists of equal length: [2, 2], found a list of 1");
    }

    @Test
    void aFileOfSeveralCasesNeedsAName() {
        String file = "src/test/resources/goldens/mechanisms/golden.json";

        assertThat(Cli.run("attend", "--input", file).exit()).isEqualTo(4);
        assertThat(Cli.run("attend", "--input", file, "--case", "adaptive").out())
                .contains("gated_values [2, 2, 5, 2]");
    }

    private Cli attend(String json, String... more) throws IOException {
        String[] arguments = new String[3 + more.length];
        arguments[0] = "attend";
        arguments[1] = "--input";
        arguments[2] = write(json).toString();
        System.arraycopy(more, 0, arguments, 3, more.length);
        return Cli.run(arguments);
    }

    private Path write(String json) throws IOException {
        return Files.writeString(folder.resolve("case.json"), json);
    }
}
