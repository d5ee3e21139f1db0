package reclens.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reclens.domain.CancellationToken;
import reclens.domain.CancelledException;
import reclens.domain.Checkpoint;
import reclens.domain.DType;
import reclens.domain.DataException;
import reclens.domain.NotFoundException;
import reclens.domain.ProgressListener;

class CheckpointReaderTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "plain.pth, torch-zip",
        "legacy.pth, torch-legacy",
        "prefix.pth, torch-zip",
        "nested.pth, torch-zip",
        "whole_module.pth, torch-zip",
        "torchscript.pt, torch-zip",
        "recbole.pth, torch-zip",
    })
    void readsTheTensorsOfAModel(String name, String format) {
        Checkpoint checkpoint = TinyCheckpoints.read(TinyCheckpoints.resource(name));
        assertThat(checkpoint.format()).isEqualTo(format);
        assertThat(checkpoint.tensors().keySet())
                .containsExactlyInAnyOrder("emb.weight", "lin.weight", "lin.bias", "steps");
        assertThat(checkpoint.tensor("emb.weight").shape()).containsExactly(3L, 2L);
        assertThat(checkpoint.tensor("emb.weight").toFloats()).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(checkpoint.tensor("lin.weight").toFloats()).containsExactly(10, 11, 12, 13);
        assertThat(checkpoint.tensor("lin.bias").toFloats()).containsExactly(20, 21);
        assertThat(checkpoint.tensor("steps").toLongs()).containsExactly(7);
    }

    @Test
    void readsNumpyArraysInAPickle() {
        Checkpoint checkpoint = TinyCheckpoints.read(TinyCheckpoints.resource("numpy.pth"));
        assertThat(checkpoint.tensor("emb.weight").shape()).containsExactly(3L, 2L);
        assertThat(checkpoint.tensor("emb.weight").toFloats()).containsExactly(0, 1, 2, 3, 4, 5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"strides.pth", "strides_legacy.pth"})
    void copiesStridedTensorsIntoRows(String name) {
        Checkpoint checkpoint = TinyCheckpoints.read(TinyCheckpoints.resource(name));
        assertThat(checkpoint.tensor("transposed").shape()).containsExactly(6L, 4L);
        assertThat(checkpoint.tensor("transposed").toFloats()).startsWith(0, 6, 12, 18, 1, 7);
        assertThat(checkpoint.tensor("rows").toFloats()).startsWith(6, 7).hasSize(12);
        assertThat(checkpoint.tensor("columns").toFloats()).containsExactly(2, 3, 4, 8, 9, 10, 14, 15, 16, 20, 21, 22);
        assertThat(checkpoint.tensor("expanded").toFloats())
                .containsExactly(0, 1, 2, 3, 4, 5, 0, 1, 2, 3, 4, 5, 0, 1, 2, 3, 4, 5);
        assertThat(checkpoint.tensor("tied").toFloats()).hasSize(24).endsWith(23);
        assertThat(checkpoint.tensor("parameter").toFloats()).startsWith(12);
    }

    @ParameterizedTest
    @CsvSource({
        "half, F16",
        "bfloat16, BF16",
        "double, F64",
        "int64, I64",
        "int32, I32",
        "int16, I16",
        "int8, I8",
        "columns, F32"
    })
    void keepsElementTypes(String tensor, DType dtype) {
        Checkpoint checkpoint = TinyCheckpoints.read(TinyCheckpoints.resource("strides.pth"));
        assertThat(checkpoint.tensor(tensor).dtype()).isEqualTo(dtype);
        if (dtype != DType.F32) {
            assertThat(checkpoint.tensor(tensor).toFloats()).containsExactly(0, 1, 2);
        }
    }

    @Test
    void readsScalarsEmptyTensorsBytesAndBooleans() {
        Checkpoint checkpoint = TinyCheckpoints.read(TinyCheckpoints.resource("strides.pth"));
        assertThat(checkpoint.tensor("scalar").toFloats()).containsExactly(2.5f);
        assertThat(checkpoint.tensor("empty").shape()).containsExactly(0L, 4L);
        assertThat(checkpoint.tensor("uint8").toLongs()).containsExactly(0, 255);
        assertThat(checkpoint.tensor("bool").toLongs()).containsExactly(1, 0);
    }

    @Test
    void mergesTheSettingsOfRecBole() {
        Map<String, Object> settings =
                TinyCheckpoints.read(TinyCheckpoints.resource("recbole.pth")).settings();
        assertThat(settings)
                .containsEntry("model", "SASRec")
                .containsEntry("n_layers", 2L)
                .containsEntry("hidden_act", "gelu")
                .containsEntry("layer_norm_eps", 1e-12)
                .containsEntry("use_gpu", false)
                .containsEntry("selected_features", List.of("class"))
                .containsEntry("train_neg_sample_args", Map.of("distribution", "none", "sample_num", 1L))
                .containsEntry("best", 0.25)
                .doesNotContainKeys("threshold", "device", "MODEL_INPUT_TYPE");
    }

    @Test
    void keepsTheArgumentsOfATrainer() {
        assertThat(TinyCheckpoints.read(TinyCheckpoints.resource("nested.pth")).settings())
                .containsEntry("heads", 2L)
                .containsEntry("rate", 0.5)
                .containsEntry("names", List.of("a", "b"));
    }

    @Test
    void givesTheDigestOfTheWholeFile() throws Exception {
        Path file = TinyCheckpoints.resource("plain.pth");
        String expected =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        assertThat(TinyCheckpoints.read(file).sha256()).isEqualTo(expected);
    }

    @Test
    void recognisesAFileByContentNotByName() throws IOException {
        Path renamed = Files.copy(TinyCheckpoints.resource("legacy.pth"), folder.resolve("model.safetensors"));
        assertThat(TinyCheckpoints.read(renamed).format()).isEqualTo("torch-legacy");
    }

    @Test
    void saysThatAFileIsMissing() {
        assertThatThrownBy(() -> TinyCheckpoints.read(folder.resolve("none.pth")))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("none.pth: no such file");
    }

    @Test
    void refusesAFolder() {
        assertThatThrownBy(() -> TinyCheckpoints.read(folder))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("not a file");
    }

    @Test
    void refusesAFileOfNoKnownFormat() throws IOException {
        Path file = Files.writeString(folder.resolve("model.pth"), "this is no model at all");
        assertThatThrownBy(() -> TinyCheckpoints.read(file))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("not a model file of a known format; expected .safetensors, or a .pth or .pt")
                .hasMessageContaining("23 bytes that start with 7468697320697320");
    }

    @Test
    void refusesAnEmptyFile() throws IOException {
        Path file = Files.createFile(folder.resolve("model.pth"));
        assertThatThrownBy(() -> TinyCheckpoints.read(file))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("0 bytes");
    }

    @Test
    void refusesATruncatedZipNamingItsLength() throws IOException {
        byte[] whole = Files.readAllBytes(TinyCheckpoints.resource("plain.pth"));
        Path file = Files.write(folder.resolve("cut.pth"), java.util.Arrays.copyOf(whole, 700));
        assertThatThrownBy(() -> TinyCheckpoints.read(file))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("cut.pth: the zip file is damaged")
                .hasMessageContaining("found 700 bytes without a valid end");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain.pth", "legacy.pth", "torchscript.pt", "recbole.pth"})
    void refusesEveryTruncationWithOneClearMessage(String name) throws IOException {
        byte[] whole = Files.readAllBytes(TinyCheckpoints.resource(name));
        for (int length :
                IntStream.range(0, whole.length).filter(n -> n % 41 == 0).toArray()) {
            Path file = Files.write(folder.resolve("cut.pth"), java.util.Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> TinyCheckpoints.read(file))
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("cut.pth")
                    .hasMessageNotContaining("\n");
        }
    }

    @Test
    void stopsWhenCancelled() {
        CancellationToken cancellation = new CancellationToken();
        cancellation.cancel();
        assertThatThrownBy(() -> CheckpointReader.read(
                        TinyCheckpoints.resource("plain.pth"), ProgressListener.NONE, cancellation))
                .isInstanceOf(CancelledException.class);
    }
}
