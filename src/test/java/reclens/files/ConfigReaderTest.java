package reclens.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reclens.domain.DataException;
import reclens.domain.NotFoundException;

/** Settings under the names of the programs that wrote them. */
class ConfigReaderTest {
    @TempDir
    Path folder;

    private Map<String, Object> read(String name, String text) throws IOException {
        return ConfigReader.read(Files.writeString(folder.resolve(name), text)).values();
    }

    @Test
    void readsTheNamesOfPmixer() throws IOException {
        assertThat(
                        read(
                                "config.json",
                                """
                {"variant": "2024", "hidden_units": 50, "num_blocks": 2, "num_heads": 1, "maxlen": 200, "layer_norm_eps": 1e-8}
                """))
                .isEqualTo(Map.of(
                        "variant",
                        "pmixer-2024",
                        "hidden_size",
                        50L,
                        "num_hidden_layers",
                        2L,
                        "num_attention_heads",
                        1L,
                        "max_position_embeddings",
                        200L,
                        "layer_norm_eps",
                        1e-8));
    }

    @Test
    void readsTheNamesOfRecBole() throws IOException {
        assertThat(read(
                        "config.json",
                        "{\"n_layers\": 2, \"n_heads\": 4, \"inner_size\": 256, \"MAX_ITEM_LIST_LENGTH\": 50}"))
                .isEqualTo(Map.of(
                        "num_hidden_layers",
                        2L,
                        "num_attention_heads",
                        4L,
                        "intermediate_size",
                        256L,
                        "max_position_embeddings",
                        50L));
    }

    @ParameterizedTest
    @CsvSource({
        "2020, pmixer-2020",
        "2024, pmixer-2024",
        "2025, pmixer-2025",
        "'\"2025-norm-first\"', pmixer-2025-norm-first",
        "'\"iclrec\"', iclrec",
        "'\"2023\"', 2023"
    })
    void aYearIsAVariantOfPmixer(String stated, String variant) throws IOException {
        assertThat(read("config.json", "{\"variant\": " + stated + "}")).containsEntry("variant", variant);
    }

    @ParameterizedTest
    @CsvSource({"true, pmixer-2025-norm-first", "false, pmixer-2025"})
    void theSwitchOf2025TellsTheVariant(boolean first, String variant) throws IOException {
        assertThat(read("config.json", "{\"norm_first\": " + first + "}")).containsEntry("variant", variant);
    }

    @Test
    void readsTheArgumentsThatPmixerWrites() throws IOException {
        assertThat(read(
                        "args.txt",
                        "dataset,ml-1m\ndropout_rate,0.2\nhidden_units,50\nmaxlen,200\nnorm_first,True\nnum_heads,1"))
                .containsEntry("dataset", "ml-1m")
                .containsEntry("hidden_size", 50L)
                .containsEntry("max_position_embeddings", 200L)
                .containsEntry("num_attention_heads", 1L)
                .containsEntry("variant", "pmixer-2025-norm-first");
    }

    @Test
    void refusesALineThatIsNoArgument() {
        assertThatThrownBy(() -> read("args.txt", "maxlen,200\nheads 2\n"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("args.txt:2: not a setting; expected name,value")
                .hasMessageContaining("found 'heads 2'");
    }

    @Test
    void refusesTwoNamesOfOneSettingThatDiffer() {
        assertThatThrownBy(() -> read("config.json", "{\"num_attention_heads\": 2, \"num_heads\": 1}"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("'num_heads' and 'num_attention_heads' contradict each other")
                .hasMessageContaining("expected num_attention_heads 2, found num_heads 1");
    }

    @Test
    void acceptsTwoNamesOfOneSettingThatAgree() throws IOException {
        assertThat(read("config.json", "{\"hidden_size\": 64, \"hidden_units\": 64}"))
                .isEqualTo(Map.of("hidden_size", 64L));
    }

    @Test
    void saysThatAFileOfArgumentsIsMissing() {
        assertThatThrownBy(() -> ConfigReader.read(folder.resolve("args.txt"))).isInstanceOf(NotFoundException.class);
    }
}
