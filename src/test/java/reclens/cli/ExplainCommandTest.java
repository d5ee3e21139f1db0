package reclens.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {
    private static final String USER = "u0017";

    @TempDir
    private Path folder;

    @Test
    void writesOneJsonDocumentAndNothingElseToStandardOutput() {
        Cli cli = Cli.run("explain", "--workspace", Cli.SHOP, "--user", USER, "--json");

        assertThat(cli.exit()).isZero();
        assertThat(document(cli).get("schema").getAsString()).isEqualTo("reclens.explanation/1");
    }

    @Test
    void explainsTheTopItemByTheDefaultMethods() {
        assertThat(first(explain()).getAsJsonObject("behaviours").keySet())
                .containsExactly("attention", "rollout", "leave_one_out");
    }

    @Test
    void valuesAlignWithTheEventsInTheWindow() {
        JsonObject document = explain();
        long inWindow = document.getAsJsonArray("history").asList().stream()
                .filter(e -> e.getAsJsonObject().get("in_window").getAsBoolean())
                .count();

        assertThat(values(first(document), "leave_one_out").size()).isEqualTo((int) inWindow);
    }

    @Test
    void attentionWithItsPaddingSumsToOne() {
        JsonObject attention = first(explain()).getAsJsonObject("behaviours").getAsJsonObject("attention");

        assertThat(sum(attention.getAsJsonArray("values"))
                        + attention.get("padding_mass").getAsDouble())
                .isCloseTo(1, within(1e-5));
    }

    @Test
    void aContrastIsTheDifferenceOfBothExplanationsAndIsStated() {
        String[] command = {
            "explain",
            "--workspace",
            Cli.SHOP,
            "--user",
            USER,
            "--json",
            "--method",
            "leave_one_out,attention",
            "--item"
        };
        String t = first(explain()).get("item").getAsString();
        String u = t.equals("P0001") ? "P0002" : "P0001";
        JsonObject contrast = first(document(Cli.run(with(command, t, "--contrast", u))));
        JsonArray ofTarget = values(first(document(Cli.run(with(command, t)))), "leave_one_out");
        JsonArray ofOther = values(first(document(Cli.run(with(command, u)))), "leave_one_out");

        assertThat(contrast.getAsJsonObject("contrast").get("item").getAsString())
                .isEqualTo(u);
        JsonArray values = values(contrast, "leave_one_out");
        for (int i = 0; i < values.size(); i++) {
            assertThat(values.get(i).getAsDouble())
                    .isCloseTo(ofTarget.get(i).getAsDouble() - ofOther.get(i).getAsDouble(), within(1e-5));
        }
        assertThat(contrast.getAsJsonObject("behaviours")
                        .getAsJsonObject("attention")
                        .get("refused")
                        .getAsString())
                .contains("no direction");
    }

    @Test
    void refusesToContrastAnItemWithItself() {
        String t = first(explain()).get("item").getAsString();
        Cli cli = Cli.run("explain", "--workspace", Cli.SHOP, "--user", USER, "--item", t, "--contrast", t);

        assertThat(cli.exit()).isEqualTo(2);
        assertThat(cli.err()).contains("an item cannot be contrasted with itself");
    }

    private static String[] with(String[] command, String... more) {
        return java.util.stream.Stream.of(command, more)
                .flatMap(java.util.Arrays::stream)
                .toArray(String[]::new);
    }

    @Test
    void everyFeatureFieldAddsUpToTheLeaveOneOutTotal() {
        JsonObject recommendation = first(explain());
        double categories = recommendation.getAsJsonArray("product_features").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .filter(f -> f.get("feature").getAsString().equals("category"))
                .mapToDouble(f -> f.get("weight").getAsDouble())
                .sum();

        assertThat(categories).isCloseTo(sum(values(recommendation, "leave_one_out")), within(1e-4));
    }

    @Test
    void aDeletedEventsDropIsWhatRunningWithoutItGives() throws Exception {
        // The shop's last window is full for this user, so the shortened history is written out to compare.
        JsonObject document = explain();
        JsonObject recommendation = first(document);
        JsonArray drops = values(recommendation, "leave_one_out");
        StringBuilder csv = new StringBuilder("user_id,item_id\n");
        JsonArray history = document.getAsJsonArray("history");
        int start = document.getAsJsonObject("window").get("start").getAsInt();
        for (int p = start; p < history.size(); p++) {
            if (p != start + 3) {
                csv.append("x,")
                        .append(history.get(p).getAsJsonObject().get("item").getAsString())
                        .append('\n');
            }
        }
        Path shortened = Files.writeString(folder.resolve("history.csv"), csv);

        Cli without = Cli.run(
                "explain",
                "--workspace",
                Cli.SHOP,
                "--history",
                shortened.toString(),
                "--user",
                "x",
                "--item",
                recommendation.get("item").getAsString(),
                "--json");

        assertThat(recommendation.get("score").getAsDouble()
                        - first(document(without)).get("score").getAsDouble())
                .isCloseTo(drops.get(3).getAsDouble(), within(1e-4));
    }

    @Test
    void attentionMatricesStandOnlyOnRequest() {
        assertThat(explain().has("attention")).isFalse();
    }

    @Test
    void attentionMatricesNameTheirPositions() {
        JsonObject document = explain("--attention");
        JsonObject map = document.getAsJsonArray("attention").get(0).getAsJsonObject();

        assertThat(map.getAsJsonArray("keys").get(0).getAsInt())
                .isEqualTo(document.getAsJsonObject("window").get("start").getAsInt());
    }

    @Test
    void anExcludedItemHasARankOfNull() {
        JsonObject document = explain("--seen", "exclude", "--item", lastItem());

        assertThat(first(document).get("rank").isJsonNull()).isTrue();
    }

    @Test
    void unknownItemsAreShownAndHaveNoValue() throws Exception {
        Path history = Files.writeString(
                folder.resolve("h.csv"), "user_id,item_id\na," + lastItem() + "\na,NEW\na," + lastItem() + "\n");

        JsonObject document = document(
                Cli.run("explain", "--workspace", Cli.SHOP, "--history", history.toString(), "--user", "a", "--json"));

        assertThat(document.getAsJsonArray("history")
                        .get(1)
                        .getAsJsonObject()
                        .get("known")
                        .getAsBoolean())
                .isFalse();
        assertThat(values(first(document), "leave_one_out").get(1).isJsonNull()).isTrue();
    }

    @Test
    void beforeCutsTheHistory() {
        assertThat(explain("--before", "9").getAsJsonArray("history").size()).isEqualTo(9);
    }

    @Test
    void writesToAFileInsteadWhenAsked() {
        Path file = folder.resolve("out.json");

        Cli cli = Cli.run("explain", "--workspace", Cli.SHOP, "--user", USER, "--json", "-o", file.toString());

        assertThat(cli.out()).isEmpty();
        assertThat(file).content().startsWith("{\"schema\":\"reclens.explanation/1\"");
    }

    @Test
    void textStartsWithTheRankAndTheSentence() {
        Cli cli = Cli.run("explain", "--workspace", Cli.SHOP, "--user", USER);

        assertThat(cli.out()).startsWith("#1  ").contains("Leave-one-out");
    }

    private static String lastItem() {
        JsonArray history = explain().getAsJsonArray("history");
        return history.get(history.size() - 1).getAsJsonObject().get("item").getAsString();
    }

    private static JsonObject explain(String... more) {
        String[] args = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of("explain", "--workspace", Cli.SHOP, "--user", USER, "--json"),
                        java.util.stream.Stream.of(more))
                .toArray(String[]::new);
        return document(Cli.run(args));
    }

    private static JsonObject document(Cli cli) {
        assertThat(cli.exit()).as(cli.err()).isZero();
        return JsonParser.parseString(cli.out()).getAsJsonObject();
    }

    private static JsonObject first(JsonObject document) {
        return document.getAsJsonArray("recommendations").get(0).getAsJsonObject();
    }

    private static JsonArray values(JsonObject recommendation, String method) {
        return recommendation
                .getAsJsonObject("behaviours")
                .getAsJsonObject(method)
                .getAsJsonArray("values");
    }

    private static double sum(JsonArray values) {
        return values.asList().stream().mapToDouble(JsonElement::getAsDouble).sum();
    }
}
