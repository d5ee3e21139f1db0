package reclens.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reclens.domain.Catalog;
import reclens.domain.DataException;
import reclens.domain.FeatureTables;
import reclens.domain.Item;
import reclens.domain.ModelConfig;
import reclens.domain.UserTable;
import reclens.inference.SmallModels;

/** Tables of features from the catalogue, where a vocabulary gives each value its index. */
class CatalogTablesTest {
    private static final List<String> COLOURS = List.of("[PAD]", "red", "green", "blue");

    @Test
    void givesEveryValueItsIndexAndNoneToWhatIsMissing() {
        CatalogTables tables = tables(Map.of("colour", COLOURS));
        FeatureTables made = made(tables, catalog(Map.of("a", List.of("blue"), "c", List.of("red")), Set.of()));

        assertThat(made.item().get("colour").values()).containsExactly(0, 3, 0, 1);
        assertThat(made.item().get("colour").sequence()).isFalse();
        assertThat(tables.notices())
                .containsExactly(
                        "items.csv: 1 of the model's 3 items are not listed: 'b'; the model reads them without features");
    }

    @Test
    void theIdsAreTheFirstField() {
        FeatureTables made = made(tables(Map.of("colour", COLOURS)), catalog(Map.of("a", List.of("blue")), Set.of()));

        assertThat(made.item()).containsOnlyKeys("item_id", "colour");
        assertThat(made.item().keySet()).first().isEqualTo("item_id");
        assertThat(made.item().get("item_id").values()).containsExactly(0, 1, 2, 3);
    }

    @Test
    void severalValuesMakeAFieldOfSeveralPaddedOnTheRight() {
        FeatureTables made = made(
                tables(Map.of("colour", COLOURS)),
                catalog(Map.of("a", List.of("blue", "red"), "b", List.of("green"), "c", List.of("red")), Set.of()));

        assertThat(made.item().get("colour").sequence()).isTrue();
        assertThat(made.item().get("colour").width()).isEqualTo(2);
        assertThat(made.item().get("colour").values()).containsExactly(0, 0, 3, 1, 2, 0, 1, 0);
    }

    @Test
    void aFieldOfSeveralValuesMayHaveOneEach() {
        Catalog stated = catalog(Map.of("a", List.of("blue")), Set.of("colour"));
        Catalog plain = catalog(Map.of("a", List.of("blue")), Set.of());
        CatalogTables configured = new CatalogTables(
                new ModelConfig("config.json", Map.of("token_seq_fields", List.of("colour"))),
                Map.of("colour", COLOURS));

        assertThat(made(tables(Map.of("colour", COLOURS)), stated)
                        .item()
                        .get("colour")
                        .sequence())
                .isTrue();
        assertThat(made(configured, plain).item().get("colour").sequence()).isTrue();
    }

    @Test
    void tellsOfValuesThatTheVocabularyLacks() {
        CatalogTables tables = tables(Map.of("colour", COLOURS));
        FeatureTables made = made(
                tables,
                catalog(
                        Map.of("a", List.of("red"), "b", List.of("mauve", "blue"), "c", List.of("mauve", "teal")),
                        Set.of()));

        assertThat(made.item().get("colour").values()).containsExactly(0, 1, 3, 0);
        assertThat(tables.notices())
                .containsExactly(
                        "items.csv: values of 'colour' are not in its vocabulary; expected one of 3 values such as"
                                + " 'red', 'green', 'blue', found 'mauve' (2 items), 'teal' (1 item); the model reads the items"
                                + " without them");
    }

    @Test
    void refusesAVocabularyThatFitsNoValue() {
        assertThatThrownBy(() -> made(
                        tables(Map.of("colour", List.of("[PAD]", "1", "2"))),
                        catalog(Map.of("a", List.of("red")), Set.of())))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "items.csv: values of 'colour' are not in its vocabulary; expected one of 2 values such as '1',"
                                + " '2', found 'red' (1 item); give the vocabulary of 'colour' that the model was trained with");
    }

    @Test
    void refusesAVocabularyWithoutPadding() {
        assertThatThrownBy(() -> made(
                        tables(Map.of("colour", List.of("red", "green"))),
                        catalog(Map.of("a", List.of("red"), "b", List.of("green")), Set.of())))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("the vocabulary of 'colour' starts with a value")
                .hasMessageContaining("expected padding, such as \"[PAD]\", at index 0, found 'red'");
    }

    @Test
    void refusesTwoValuesWhereConfigStatesOne() {
        CatalogTables tables = new CatalogTables(
                new ModelConfig("config.json", Map.of("token_fields", List.of("colour"))), Map.of("colour", COLOURS));

        assertThatThrownBy(() -> made(tables, catalog(Map.of("b", List.of("red", "blue")), Set.of())))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("the item 'b' has 2 values of 'colour'; expected one")
                .hasMessageContaining("\"token_seq_fields\"");
    }

    @Test
    void aTableThatIsGivenStays() {
        FeatureTables.Field given = new FeatureTables.Field(new int[] {0, 2, 2, 2}, 1, false);
        FeatureTables made = tables(Map.of("colour", COLOURS))
                .complete(
                        new FeatureTables(Map.of("colour", given), Map.of()),
                        items(catalog(Map.of("a", List.of("blue")), Set.of())),
                        noUsers());

        assertThat(made.item()).containsOnlyKeys("colour").containsValue(given);
    }

    @Test
    void saysWhatAFieldLacks() {
        FeatureTables made =
                made(tables(Map.of("size", List.of("", "L"))), catalog(Map.of("a", List.of("blue")), Set.of()));

        assertThat(made.absent())
                .containsEntry("colour", "its column in items.csv, but no vocabulary that gives its values an index")
                .containsEntry(
                        "size", "a vocabulary of it, but no such column among those read from items.csv: colour");
    }

    @Test
    void aModelWhoseVocabularyIsMissingSaysWhatToState() {
        FeatureTables made =
                made(tables(Map.of()), catalogOf(SmallModels.features("sasrecf").item()));

        assertThatThrownBy(() -> SmallModels.open("sasrecf", made))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("the model reads the item feature 'genres', but has no table of it")
                .hasMessageContaining("found its column in items.csv, but no vocabulary that gives its values an index")
                .hasMessageContaining("\"feature_vocabularies\": {\"genres\": a JSON array");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sasrecf", "fdsa", "din", "autoint", "afm"})
    void aModelScoresWithTablesOfTheCatalogueAsWithItsOwn(String type) {
        FeatureTables own = SmallModels.features(type);
        Map<String, List<String>> vocabularies = new LinkedHashMap<>();
        own.item().forEach((field, table) -> vocabularies.put(field, vocabulary(field, table)));
        own.user().forEach((field, table) -> vocabularies.put(field, vocabulary(field, table)));
        vocabularies.remove("item_id");
        vocabularies.remove("user_id");
        CatalogTables tables = tables(vocabularies);
        FeatureTables made = tables.complete(
                FeatureTables.EMPTY,
                CatalogTables.Source.of("items.csv", "item_id", ids(own.item()), catalogOf(own.item())),
                CatalogTables.Source.of("users.csv", "user_id", ids(own.user()), usersOf(own.user())));

        try (var expected = SmallModels.open(type, own);
                var found = SmallModels.open(type, made)) {
            assertThat(found.scores(SmallModels.input(type))).isEqualTo(expected.scores(SmallModels.input(type)));
        }
    }

    private static CatalogTables tables(Map<String, List<String>> vocabularies) {
        return new CatalogTables(ModelConfig.EMPTY, vocabularies);
    }

    private static FeatureTables made(CatalogTables tables, Catalog catalog) {
        return tables.complete(FeatureTables.EMPTY, items(catalog), noUsers());
    }

    private static CatalogTables.Source items(Catalog catalog) {
        return CatalogTables.Source.of("items.csv", "item_id", List.of("[PAD]", "a", "b", "c"), catalog);
    }

    private static CatalogTables.Source noUsers() {
        return CatalogTables.Source.of("users.csv", "user_id", List.of(), UserTable.EMPTY);
    }

    private static Catalog catalog(Map<String, List<String>> colours, Set<String> sequences) {
        return new Catalog(
                new TreeMap<>(colours)
                        .entrySet().stream()
                                .map(e -> new Item(e.getKey(), e.getKey(), Map.of("colour", e.getValue()), Map.of()))
                                .toList(),
                List.of("colour"),
                List.of(),
                sequences);
    }

    /** Names of values such as {@code year-3}, index 0 padding. */
    private static List<String> vocabulary(String field, FeatureTables.Field table) {
        return IntStream.rangeClosed(0, IntStream.of(table.values()).max().orElseThrow())
                .mapToObj(v -> v == 0 ? "[PAD]" : field + "-" + v)
                .toList();
    }

    private static List<String> ids(Map<String, FeatureTables.Field> tables) {
        return tables.values().stream()
                .findFirst()
                .map(t -> IntStream.range(0, t.rows()).mapToObj(i -> "id" + i).toList())
                .orElse(List.of());
    }

    private static List<String> values(String field, FeatureTables.Field table, int row) {
        return IntStream.range(row * table.width(), (row + 1) * table.width())
                .map(i -> table.values()[i])
                .filter(v -> v != 0)
                .mapToObj(v -> field + "-" + v)
                .toList();
    }

    private static Catalog catalogOf(Map<String, FeatureTables.Field> tables) {
        List<String> ids = ids(tables);
        return new Catalog(
                IntStream.range(0, ids.size())
                        .mapToObj(row -> new Item(
                                ids.get(row),
                                "",
                                tables.entrySet().stream()
                                        .collect(Collectors.toMap(
                                                Map.Entry::getKey, e -> values(e.getKey(), e.getValue(), row))),
                                Map.of()))
                        .toList(),
                List.copyOf(tables.keySet()),
                List.of(),
                tables.entrySet().stream()
                        .filter(e -> e.getValue().sequence())
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet()));
    }

    private static UserTable usersOf(Map<String, FeatureTables.Field> tables) {
        List<String> ids = ids(tables);
        Map<String, Map<String, String>> rows = new LinkedHashMap<>();
        for (int row = 0; row < ids.size(); row++) {
            Map<String, String> values = new LinkedHashMap<>();
            for (Map.Entry<String, FeatureTables.Field> e : tables.entrySet()) {
                values.put(e.getKey(), String.join("", values(e.getKey(), e.getValue(), row)));
            }
            rows.put(ids.get(row), values);
        }
        return new UserTable(List.copyOf(tables.keySet()), rows);
    }
}
