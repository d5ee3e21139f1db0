package reclens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluateCommandTest {
    private static final String FEED = "sample-data/feed";

    @Test
    void anUnknownProtocolIsTwo() {
        Cli cli = Cli.run("evaluate", "--protocol", "by-time", "--workspace", Cli.SHOP);

        assertThat(cli.exit()).isEqualTo(2);
        assertThat(cli.err()).contains("--protocol: unknown protocol; expected leave-one-out, found 'by-time'");
    }

    @Test
    void aNegativeNumberOfNegativesIsTwo() {
        Cli cli = Cli.run("evaluate", "--sampled-negatives", "-1", "--workspace", Cli.SHOP);

        assertThat(cli.exit()).isEqualTo(2);
        assertThat(cli.err()).contains("--sampled-negatives: number out of range");
    }

    @ParameterizedTest
    @CsvSource({
        "--negatives, random, 'unknown way of drawing negatives; expected distinct, recbole or pmixer'",
        "--order, random, 'unknown order of events; expected exact or recbole'",
        "--seen, random, unknown policy for seen items",
        "--segment, shoe_size, the users have no feature 'shoe_size'"
    })
    void anUnknownNameIsTwo(String option, String name, String message) {
        Cli cli = Cli.run("evaluate", option, name, "--workspace", Cli.SHOP);

        assertThat(cli.exit()).isEqualTo(2);
        assertThat(cli.err()).contains(message);
    }

    @Test
    void theDocumentHasTheMetricsOfTheContractAndSaysHowTheyWereMade() {
        Cli cli = Cli.run(
                "evaluate",
                "--workspace",
                FEED,
                "--json",
                "--sampled-negatives",
                "20",
                "--seed",
                "3",
                "--negatives",
                "recbole",
                "--order",
                "recbole");
        JsonObject document = JsonParser.parseString(cli.out()).getAsJsonObject();

        assertThat(cli.exit()).isZero();
        assertThat(document.getAsJsonObject("metrics").keySet())
                .contains(
                        "accuracy",
                        "precision",
                        "recall",
                        "f1",
                        "hit_rate",
                        "ndcg",
                        "mrr",
                        "map",
                        "coverage",
                        "diversity",
                        "novelty",
                        "hit_at_1");
        assertThat(document.get("negatives").getAsString()).isEqualTo("recbole");
        assertThat(document.get("order").getAsString()).isEqualTo("recbole");
        assertThat(document.get("sampled_negatives").getAsInt()).isEqualTo(20);
    }

    /** The ranks come from two ways of scoring: all items at once, and the candidates alone. */
    @Test
    void allItemsAsNegativesRankAsFullRankingDoes() {
        JsonObject full = metrics();
        JsonObject sampled = metrics("--sampled-negatives", "100000");

        for (String name : List.of("hit_rate", "ndcg", "mrr", "hit_at_1", "accuracy")) {
            assertThat(sampled.get(name)).as(name).isEqualTo(full.get(name));
        }
    }

    private static JsonObject metrics(String... further) {
        List<String> arguments =
                new ArrayList<>(List.of("evaluate", "--workspace", FEED, "--seen", "include", "--json"));
        arguments.addAll(List.of(further));
        return JsonParser.parseString(Cli.run(arguments.toArray(String[]::new)).out())
                .getAsJsonObject()
                .getAsJsonObject("metrics");
    }

    @Test
    void theTableHasARowForEverySegmentOfTheUsers() {
        Cli cli = Cli.run("evaluate", "--workspace", Cli.SHOP, "--csv", "--segment", "segment", "--k", "5");
        List<String> lines = cli.out().lines().toList();

        assertThat(cli.exit()).isZero();
        assertThat(lines.get(0)).startsWith("feature,value,users,accuracy,precision,recall,f1,hit_rate,ndcg,mrr,map");
        assertThat(lines.get(1)).startsWith(",,2000,");
        assertThat(lines.subList(2, lines.size()))
                .isNotEmpty()
                .allMatch(line -> line.startsWith("segment,"))
                .anyMatch(line -> line.startsWith("segment,Climber,"));
        assertThat(lines.subList(2, lines.size()).stream()
                        .mapToInt(line -> Integer.parseInt(line.split(",")[2]))
                        .sum())
                .isEqualTo(2000);
    }

    @Test
    void twoFormsAtOnceAreTwo() {
        assertThat(Cli.run("evaluate", "--csv", "--json", "--workspace", Cli.SHOP)
                        .exit())
                .isEqualTo(2);
    }
}
