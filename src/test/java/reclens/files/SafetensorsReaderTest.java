package reclens.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reclens.domain.CancellationToken;
import reclens.domain.Checkpoint;
import reclens.domain.DType;
import reclens.domain.DataException;
import reclens.domain.Tensor;

class SafetensorsReaderTest {
    private static final String TWO =
            "{\"__metadata__\":{\"format\":\"pt\"},\"a\":{\"dtype\":\"U8\",\"shape\":[2,2],\"data_offsets\":[0,4]},"
                    + "\"b\":{\"dtype\":\"I16\",\"shape\":[2],\"data_offsets\":[4,8]}}   ";

    @TempDir
    Path folder;

    @Test
    void readsTensorsInTheOrderOfTheHeader() throws IOException {
        Checkpoint checkpoint = TinyCheckpoints.read(file(TWO, 8));
        assertThat(checkpoint.format()).isEqualTo("safetensors");
        assertThat(checkpoint.tensors().keySet()).containsExactly("a", "b");
        assertThat(checkpoint.tensor("a").toLongs()).containsExactly(0, 1, 2, 3);
        assertThat(checkpoint.tensor("b").dtype()).isEqualTo(DType.I16);
        assertThat(checkpoint.tensor("b").toLongs()).containsExactly(0x0504, 0x0706);
    }

    @Test
    void mapsATensorInSeveralPartsWhereOneMapIsNotEnough() throws IOException {
        Path file = file("{\"a\":{\"dtype\":\"I16\",\"shape\":[5],\"data_offsets\":[0,10]}}", 10);
        try (FileChannel channel = FileChannel.open(file)) {
            Map<String, Tensor> tensors =
                    new SafetensorsReader(file, Files.size(file), 4).read(channel, new CancellationToken());
            assertThat(tensors.get("a").segments()).hasSize(3);
            assertThat(tensors.get("a").toLongs()).containsExactly(0x0100, 0x0302, 0x0504, 0x0706, 0x0908);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[0,4] | [2,3] | U8 | tensor 'a' does not have the bytes of its shape; expected 6 bytes for U8 [2, 3]",
                "[0,4] | [4] | F8_E4M3 | tensor 'a' has an element type that is not supported",
                "[0,4] | [-4] | U8 | does not have the bytes of its shape",
                "[0,4] | [4294967296,4294967296,4] | U8 | does not have the bytes of its shape",
                "[4,0] | [4] | U8 | the file does not have the length that its header states",
                "[-4,4] | [8] | U8 | tensor 'a' does not have the bytes of its shape",
                "[0,400] | [400] | U8 | the file does not have the length that its header states; expected 465 bytes, found 69 bytes",
                "[0] | [4] | U8 | the header is not valid: an entry without shape or data_offsets",
                "[0,99999999999999999999] | [4] | U8 | the header is not valid",
            })
    void refusesAnEntryThatCannotBe(String offsets, String shape, String dtype, String message) throws IOException {
        Path file = file(
                "{\"a\":{\"dtype\":\"" + dtype + "\",\"shape\":" + shape + ",\"data_offsets\":" + offsets + "}}", 4);
        assertThatThrownBy(() -> TinyCheckpoints.read(file))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("model.safetensors: ")
                .hasMessageContaining(message);
    }

    @Test
    void refusesAHeaderDeepAsAWell() throws IOException {
        Path file = file("{\"a\":" + "[".repeat(1_000_000), 0);
        assertThatThrownBy(() -> TinyCheckpoints.read(file))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("the header is not valid");
    }

    @Test
    void refusesMetadataDeepAsAWell() throws IOException {
        Path file = file("{\"__metadata__\":" + "[".repeat(1_000_000) + "]".repeat(1_000_000) + "}", 0);
        assertThatThrownBy(() -> TinyCheckpoints.read(file)).isInstanceOf(DataException.class);
    }

    @Test
    void refusesANameThatStandsTwice() throws IOException {
        String entry = "\"a\":{\"dtype\":\"U8\",\"shape\":[4],\"data_offsets\":[0,4]}";
        Path file = file("{" + entry + "," + entry + "}", 4);
        assertThatThrownBy(() -> TinyCheckpoints.read(file)).hasMessageContaining("tensor 'a' stands twice");
    }

    @Test
    void refusesATruncatedFileNamingItsLength() throws IOException {
        Path whole = file(TWO, 8);
        byte[] bytes = Files.readAllBytes(whole);
        Files.write(whole, java.util.Arrays.copyOf(bytes, bytes.length - 3));
        assertThatThrownBy(() -> TinyCheckpoints.read(whole))
                .hasMessageContaining("expected " + bytes.length + " bytes, found " + (bytes.length - 3) + " bytes");
    }

    @Test
    void readsOrRefusesFilesWithDamagedBytes() throws IOException {
        byte[] whole = Files.readAllBytes(file(TWO, 8));
        Random random = new Random(3);
        int refused = 0;
        for (int round = 0; round < 200; round++) {
            byte[] damaged = whole.clone();
            damaged[random.nextInt(damaged.length - 8)] = (byte) random.nextInt(256);
            try {
                TinyCheckpoints.read(Files.write(folder.resolve("damaged"), damaged));
            } catch (DataException e) {
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }

    private Path file(String header, int dataBytes) throws IOException {
        return TinyCheckpoints.safetensors(folder.resolve("model.safetensors"), header, dataBytes);
    }
}
