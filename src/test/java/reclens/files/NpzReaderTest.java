package reclens.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import reclens.SharedData;
import reclens.domain.DType;
import reclens.domain.DataException;
import reclens.domain.NotFoundException;
import reclens.domain.Tensor;

class NpzReaderTest {
    @TempDir
    Path folder;

    @Test
    void readsFloatsWithTheirShape() throws IOException {
        Path file = npz("x", npy("<f4", "(2, 3)", floats(1, 2, 3, 4, 5, 6)));
        Tensor x = NpzReader.read(file).get("x");
        assertThat(x.shape()).containsExactly(2L, 3L);
        assertThat(x.toFloats()).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void readsAScalar() throws IOException {
        Path file = npz("x", npy("<i4", "()", new byte[] {7, 0, 0, 0}));
        assertThat(NpzReader.read(file).get("x").toLongs()).containsExactly(7);
    }

    @Test
    void readsBooleansAndBytes() throws IOException {
        Path file = npz("x", npy("|b1", "(2,)", new byte[] {1, 0}));
        Tensor x = NpzReader.read(file).get("x");
        assertThat(x.dtype()).isEqualTo(DType.BOOL);
        assertThat(x.toLongs()).containsExactly(1, 0);
    }

    @Test
    void leavesOutArraysOfText() throws IOException {
        Path file = npz("names", npy("<U2", "(1,)", new byte[8]));
        assertThat(NpzReader.read(file)).isEmpty();
    }

    @Test
    void refusesAnArrayWithoutTheBytesOfItsShape() throws IOException {
        Path file = npz("x", npy("<f4", "(2, 3)", floats(1, 2)));
        assertThatThrownBy(() -> NpzReader.read(file))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("array 'x' does not have the bytes of its shape")
                .hasMessageContaining("expected 24 bytes for <f4 [2, 3], found 8 bytes");
    }

    @Test
    void refusesAShapeWhoseProductOverflows() throws IOException {
        Path file = npz("x", npy("<f8", "(3037000500, 3037000500, 16)", new byte[8]));
        assertThatThrownBy(() -> NpzReader.read(file)).isInstanceOf(DataException.class);
    }

    @Test
    void refusesFortranOrder() throws IOException {
        byte[] array = npy("<f4", "(2, 1)", floats(1, 2));
        byte[] turned = new String(array, StandardCharsets.ISO_8859_1)
                .replace("False", "True ")
                .getBytes(StandardCharsets.ISO_8859_1);
        Path file = npz("x", turned);
        assertThatThrownBy(() -> NpzReader.read(file)).hasMessageContaining("Fortran order");
    }

    @Test
    void refusesAFileThatIsNoZip() throws IOException {
        Path file = Files.writeString(folder.resolve("x.npz"), "no zip at all");
        assertThatThrownBy(() -> NpzReader.read(file))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("not a readable .npz file");
    }

    @Test
    void saysThatAFileIsMissing() {
        Path file = folder.resolve("none.npz");
        assertThatThrownBy(() -> NpzReader.read(file))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("none.npz: no such file");
    }

    @Test
    @EnabledIf("reclens.SharedData#isPresent")
    void needsSharedDataReadsAGolden() {
        Map<String, Tensor> golden = NpzReader.read(SharedData.path("golden", "recbole-sasrec-ml100k", "golden.npz"));
        assertThat(golden).isNotEmpty().allSatisfy((name, tensor) -> assertThat(tensor.elements())
                .isPositive());
    }

    private static byte[] floats(float... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return bytes.array();
    }

    private static byte[] npy(String dtype, String shape, byte[] data) throws IOException {
        String header = "{'descr': '" + dtype + "', 'fortran_order': False, 'shape': " + shape + ", }\n";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(0x93);
        out.write("NUMPY".getBytes(StandardCharsets.US_ASCII));
        out.write(new byte[] {1, 0, (byte) header.length(), (byte) (header.length() >> 8)});
        out.write(header.getBytes(StandardCharsets.US_ASCII));
        out.write(data);
        return out.toByteArray();
    }

    private Path npz(String name, byte[] array) throws IOException {
        Path file = folder.resolve("arrays.npz");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(name + ".npy"));
            zip.write(array);
        }
        return file;
    }
}
