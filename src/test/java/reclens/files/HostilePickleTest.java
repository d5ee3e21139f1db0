package reclens.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reclens.domain.DataException;

/** Files made to run code, to take all memory or to crash the reader. */
@Timeout(60)
class HostilePickleTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "c__builtin__\nprint\n(U\u0001xtR.",
                "c__builtin__\neval\n(U\u0001xtR.",
                "cos\nsystem\n(U\u0001xtR.",
                "cposix\nsystem\n(U\u0001xtR.",
                "csubprocess\nPopen\n(U\u0001xtR.",
                "(U\u0001xios\nsystem\n.",
                "\u008c\u0002os\u008c\u0006system\u0093(U\u0001xtR.",
                "(cos\nsystem\nU\u0001xo.",
            })
    void refusesToRunAnything(String pickle) throws IOException {
        Path file = zip(pickle);
        assertThatThrownBy(() -> TinyCheckpoints.read(file))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("model.pth: refused: the file asks Python to run '")
                .hasMessageContaining("nothing was run");
    }

    @Test
    void neverMakesAJavaObjectOfAnUnknownClass() throws IOException {
        Path file = zip("}U\u0001wcjava.io\nFile\n(U\u0001xtRs.");
        assertThatThrownBy(() -> TinyCheckpoints.read(file))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("no tensors in the file")
                .hasMessageContaining("found a dict with keys [w]");
    }

    @Test
    void refusesATensorThatReachesBeyondItsStorage() throws IOException {
        Path file = oneTensor(4, 1, new int[] {2, 2}, new int[] {2, 1});
        assertThatThrownBy(() -> TinyCheckpoints.read(file))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("tensor 'w' reaches beyond its storage; expected 4 elements or fewer")
                .hasMessageContaining("shape [2, 2], strides [2, 1], offset 1");
    }

    @Test
    void refusesANegativeOffset() throws IOException {
        Path file = oneTensor(4, -1, new int[] {2}, new int[] {1});
        assertThatThrownBy(() -> TinyCheckpoints.read(file)).hasMessageContaining("reaches beyond its storage");
    }

    @Test
    void refusesAStorageThatIsShorterThanStated() throws IOException {
        Path file = oneTensor(1_000_000_000, 0, new int[] {1_000_000_000}, new int[] {1});
        assertThatThrownBy(() -> TinyCheckpoints.read(file))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(
                        "storage '0' is too short; expected 1000000000 elements of 4 bytes, found 16 bytes");
    }

    @Test
    void refusesAnExpandedTensorFarLargerThanTheFile() throws IOException {
        Path file = oneTensor(4, 0, new int[] {2_000_000_000, 2_000_000_000}, new int[] {0, 0});
        assertThatThrownBy(() -> TinyCheckpoints.read(file))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("tensor 'w' would be far larger than the file");
    }

    @Test
    void refusesAShapeWhoseStridesOverflow() throws IOException {
        int huge = Integer.MAX_VALUE;
        Path file = oneTensor(4, 0, new int[] {huge, huge, huge}, new int[] {huge, huge, huge});
        assertThatThrownBy(() -> TinyCheckpoints.read(file)).hasMessageContaining("reaches beyond its storage");
    }

    @Test
    void refusesAMissingStorage() throws IOException {
        Path file = TinyCheckpoints.zip(
                folder.resolve("model.pth"),
                TinyCheckpoints.pickleOfOneTensor(4, 0, new int[] {4}, new int[] {1}),
                Map.of("7", new byte[16]));
        assertThatThrownBy(() -> TinyCheckpoints.read(file))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("storage '0' is missing; expected an entry 'tiny/data/0'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X\u00ff\u00ff\u00ff\u007fabc.", // text of 2 GiB
                "\u008d\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ffabc.", // text of 2^64 bytes
                "B\u00f0\u00ff\u00ff\u007fabc.", // bytes of 2 GiB
                "\u008b\u00ff\u00ff\u00ff\u007fabc.", // an integer of 2 GiB
                "\u0096\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u007f.", // a byte array of 2^63 bytes
            })
    void refusesALengthThatTheFileDoesNotHave(String pickle) throws IOException {
        Path file = zip(pickle);
        assertThatThrownBy(() -> TinyCheckpoints.read(file))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("the pickle cannot be read: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "}]}s.",
                "}]U\u0001as.",
                "0.",
                "R.",
                "(((.",
                "h\u0001.",
                "\u0080\u0009.",
                "u.",
                "b.",
                ".",
                "Ixyz\n."
            })
    void refusesMalformedPickles(String pickle) throws IOException {
        Path file = zip(pickle);
        assertThatThrownBy(() -> TinyCheckpoints.read(file)).isInstanceOf(DataException.class);
    }

    @Test
    void survivesListsThatDoubleFortyTimes() throws IOException {
        // Each tuple holds the one before it twice.
        String pickle = "}U\u0006config}U\u0001a]" + "2\u0086".repeat(40);
        Path file = zip(pickle + "ss.");
        assertThatThrownBy(() -> TinyCheckpoints.read(file)).hasMessageContaining("no tensors in the file");
    }

    @Test
    void survivesADictThatContainsItself() throws IOException {
        Path file = zip("}q\u0001U\u0001ah\u0001s.");
        assertThatThrownBy(() -> TinyCheckpoints.read(file)).hasMessageContaining("no tensors in the file");
    }

    @Test
    void refusesAnIntegerOfAMillionDigits() throws IOException {
        Path file = zip("L" + "9".repeat(1_000_000) + "L\n.");
        assertThatThrownBy(() -> TinyCheckpoints.read(file)).hasMessageContaining("a line of more than 256 bytes");
    }

    @Test
    void refusesACompressedEntry() throws IOException {
        Path file = folder.resolve("model.pth");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("tiny/data.pkl"));
            zip.write(new byte[1 << 20]);
        }
        assertThatThrownBy(() -> TinyCheckpoints.read(file))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("the entry 'tiny/data.pkl' is compressed");
    }

    @Test
    void refusesAZipThatIsNoCheckpoint() throws IOException {
        Path file = folder.resolve("model.pth");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("readme.txt"));
        }
        assertThatThrownBy(() -> TinyCheckpoints.read(file))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("a zip file, but not one of torch.save; expected an entry '.../data.pkl'")
                .hasMessageContaining("readme.txt");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"plain.pth", "legacy.pth", "strides_legacy.pth", "whole_module.pth", "recbole.pth", "numpy.pth"})
    void readsOrRefusesFilesWithDamagedBytes(String name) throws IOException {
        byte[] whole = Files.readAllBytes(TinyCheckpoints.resource(name));
        Random random = new Random(5);
        int refused = 0;
        for (int round = 0; round < 100; round++) {
            byte[] damaged = whole.clone();
            for (int i = 0; i <= round % 4; i++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            Path file = Files.write(folder.resolve("damaged.pth"), damaged);
            try {
                TinyCheckpoints.read(file);
            } catch (DataException e) {
                assertThat(e).hasMessageContaining("damaged.pth");
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }

    private Path zip(String pickle) throws IOException {
        return TinyCheckpoints.zip(folder.resolve("model.pth"), TinyCheckpoints.latin(pickle), Map.of());
    }

    private Path oneTensor(int count, int offset, int[] shape, int[] strides) throws IOException {
        return TinyCheckpoints.zip(
                folder.resolve("model.pth"),
                TinyCheckpoints.pickleOfOneTensor(count, offset, shape, strides),
                Map.of("0", new byte[16]));
    }
}
