package reclens.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reclens.domain.DataException;
import reclens.domain.ItemVocabulary;
import reclens.domain.ModelConfig;

class JsonReadersTest {
    @TempDir
    Path folder;

    @Test
    void readsIntegersAsLongsAndDecimalsAsDoubles() throws IOException {
        ModelConfig config = config(
                "{\"hidden_size\": 64, \"layer_norm_eps\": 1e-12, \"tied\": true, \"list\": [1, \"a\"], \"none\": null}");
        assertThat(config.values())
                .isEqualTo(Map.of("hidden_size", 64L, "layer_norm_eps", 1e-12, "tied", true, "list", List.of(1L, "a")));
        assertThat(config.integer("hidden_size")).contains(64);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "{\\n\"a\": 1,\\n\"b\": }  | config.json:3: not valid JSON",
                "{\\n\"a\": 1,\\n\"a\": 2} | config.json:3: not valid JSON: the key 'a' stands twice",
                "{\"a\": 1} x              | config.json:1: not valid JSON",
                "{\"a\": 1e999}            | the number 1e999 is too large",
                "[1]                       | not a JSON object; expected { \"name\": value, ... }, found a list of 1",
                "{\"a\":                   | config.json:1: not valid JSON",
            })
    void refusesMalformedJsonNamingTheLine(String text, String message) {
        assertThatThrownBy(() -> config(text.replace("\\n", "\n")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("Gson")
                .hasMessageNotContaining("https:");
    }

    @Test
    void refusesJsonDeepAsAWell() {
        assertThatThrownBy(() -> config("{\"a\":" + "[".repeat(100_000)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("nested more than 64 deep");
    }

    @Test
    void readsAVocabulary() throws IOException {
        ItemVocabulary vocabulary = vocabulary("[\"[PAD]\", \"242\", 302]");
        assertThat(vocabulary.size()).isEqualTo(3);
        assertThat(vocabulary.index("302")).hasValue(2);
    }

    @Test
    void takesTheItemIdsOfAWholeRecBoleTokenMap() throws IOException {
        assertThat(vocabulary("{\"user_id\": [\"[PAD]\"], \"item_id\": [\"[PAD]\", \"242\"]}")
                        .index("242"))
                .hasValue(1);
    }

    @Test
    void refusesAVocabularyWithAnIdTwice() {
        assertThatThrownBy(() -> vocabulary("[\"[PAD]\", \"a\", \"b\", \"a\"]"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("the id 'a' stands twice; expected every id once, found entries 1 and 3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[\"a\", null]", "[\"a\", 1.5]", "[\"a\", []]"})
    void refusesAVocabularyOfOtherThings(String text) {
        assertThatThrownBy(() -> vocabulary(text)).hasMessageContaining("entry 1 is no item id");
    }

    @Test
    void refusesAVocabularyThatIsNoList() {
        assertThatThrownBy(() -> vocabulary("{}")).hasMessageContaining("expected a JSON array of ids");
    }

    private ModelConfig config(String text) throws IOException {
        return ConfigReader.read(Files.writeString(folder.resolve("config.json"), text));
    }

    private ItemVocabulary vocabulary(String text) throws IOException {
        return VocabularyReader.read(Files.writeString(folder.resolve("vocabulary.json"), text));
    }
}
