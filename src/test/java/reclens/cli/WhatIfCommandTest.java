package reclens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WhatIfCommandTest {
    @Test
    void writesTheListsBeforeAndAfter() {
        JsonObject document = json("--remove", "54", "--insert", "56:P0001", "--move", "2:9", "--replace", "4:P0002");

        assertThat(document.get("schema").getAsString()).isEqualTo("reclens.whatif/1");
        assertThat(document.getAsJsonArray("edits").toString())
                .isEqualTo("[{\"edit\":\"remove\",\"position\":54},{\"edit\":\"move\",\"position\":2,\"to\":9},"
                        + "{\"edit\":\"insert\",\"position\":56,\"item\":\"P0001\",\"event\":null},"
                        + "{\"edit\":\"replace\",\"position\":4,\"item\":\"P0002\"}]");
        assertThat(document.getAsJsonArray("before")).hasSize(10);
        assertThat(document.getAsJsonArray("after")).hasSize(10);
        assertThat(document.getAsJsonArray("entered").size())
                .isEqualTo(document.getAsJsonArray("left").size())
                .isPositive();
    }

    @Test
    void onlyTheEventsBeforeAPositionAreTheHistory() {
        Cli cli = run("--before", "20", "--remove", "20");

        assertThat(cli.exit()).isEqualTo(2);
        assertThat(cli.err())
                .startsWith(
                        "reclens: --remove: position out of range; expected 0 to 19, for 20 events of user 'u0017'");
    }

    @Test
    void optionsRepeat() {
        assertThat(json("--remove", "1", "--remove", "2").getAsJsonArray("edits"))
                .hasSize(2);
    }

    @Test
    void splitsAtTheFirstColon() {
        Cli cli = run("--insert", "0:a:b");

        assertThat(cli.exit()).isEqualTo(4);
        assertThat(cli.err()).startsWith("reclens: the model does not know the item 'a:b'");
    }

    @Test
    void refusesAnEditThatIsNone() {
        Cli cli = run("--insert", "P0001");

        assertThat(cli.exit()).isEqualTo(2);
        assertThat(cli.err())
                .isEqualToIgnoringNewLines(
                        "reclens: --insert: not an edit; expected P:ITEM, P a whole number, found 'P0001'");
    }

    @Test
    void aCounterfactualIsVerified() {
        Cli cli = Cli.run("counterfactual", "--workspace", Cli.SHOP, "--user", "u0017", "--json");

        JsonObject document = JsonParser.parseString(cli.out()).getAsJsonObject();
        assertThat(cli.exit()).as(cli.err()).isZero();
        assertThat(document.get("schema").getAsString()).isEqualTo("reclens.counterfactual/1");
        assertThat(document.get("found").getAsBoolean()).isTrue();
        assertThat(document.get("verified").getAsBoolean()).isTrue();
        assertThat(document.getAsJsonArray("removed")).isNotEmpty();
    }

    @Test
    void thereIsNoCounterfactualForAnItemThatIsNotOnRankOne() {
        Cli cli = Cli.run("counterfactual", "--workspace", Cli.SHOP, "--user", "u0017", "--item", "P0319", "--json");

        JsonObject document = JsonParser.parseString(cli.out()).getAsJsonObject();
        assertThat(cli.exit()).isZero();
        assertThat(document.get("found").getAsBoolean()).isFalse();
        assertThat(document.get("new_top").isJsonNull()).isTrue();
        assertThat(cli.err()).contains("the item P0319 is on rank 2, not on rank 1");
    }

    private static JsonObject json(String... edits) {
        List<String> all = new ArrayList<>(List.of(edits));
        all.add("--json");
        Cli cli = run(all.toArray(String[]::new));
        assertThat(cli.exit()).as(cli.err()).isZero();
        return JsonParser.parseString(cli.out()).getAsJsonObject();
    }

    private static Cli run(String... edits) {
        List<String> all = new ArrayList<>(List.of("whatif", "--workspace", Cli.SHOP, "--user", "u0017"));
        all.addAll(List.of(edits));
        return Cli.run(all.toArray(String[]::new));
    }
}
