package reclens.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import reclens.SharedData;
import reclens.domain.DataException;
import reclens.domain.FeatureTables;

class FeatureTableReaderTest {
    @TempDir
    Path folder;

    @Test
    void aVectorIsAFieldOfOneValue() throws IOException {
        FeatureTables.Field field = FeatureTableReader.read(npz("item.brand", "(3,)", 0, 2, 1))
                .item()
                .get("brand");

        assertThat(field.values()).containsExactly(0, 2, 1);
        assertThat(field.sequence()).isFalse();
    }

    @Test
    void aMatrixIsAFieldOfSeveralValues() throws IOException {
        FeatureTables.Field field = FeatureTableReader.read(npz("item.genres", "(2, 2)", 0, 0, 3, 1))
                .item()
                .get("genres");

        assertThat(field.width()).isEqualTo(2);
        assertThat(field.rows()).isEqualTo(2);
        assertThat(field.sequence()).isTrue();
    }

    @Test
    void fieldsOfUsersStandApart() throws IOException {
        FeatureTables tables = FeatureTableReader.read(npz("user.age", "(2,)", 0, 1));

        assertThat(tables.item()).isEmpty();
        assertThat(tables.user()).containsKey("age");
    }

    @Test
    void refusesAFileWithoutFeatureTablesNamingItsArrays() throws IOException {
        Path file = npz("brand", "(1,)", 0);

        assertThatThrownBy(() -> FeatureTableReader.read(file))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("holds no feature table")
                .hasMessageContaining("expected arrays named item.<field> or user.<field>, found brand");
    }

    @Test
    void refusesANegativeIndexNamingItsRow() throws IOException {
        Path file = npz("item.brand", "(2,)", 0, -1);

        assertThatThrownBy(() -> FeatureTableReader.read(file))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("array 'item.brand' holds a value that is no index")
                .hasMessageContaining("found -1 in row 1");
    }

    @Test
    void refusesAnArrayOfThreeAxes() throws IOException {
        Path file = npz("item.brand", "(1, 1, 1)", 0);

        assertThatThrownBy(() -> FeatureTableReader.read(file))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("expected [rows] or [rows, width], found [1, 1, 1]");
    }

    @Test
    @EnabledIf("reclens.SharedData#isPresent")
    void readsTheFieldsOfFilms_needsSharedData() {
        FeatureTables tables =
                FeatureTableReader.read(SharedData.path("models", "recbole-sasrecf-ml100k", "features.npz"));

        assertThat(tables.item()).containsKeys("item_id", "release_year", "class");
        assertThat(tables.item().get("class").width()).isEqualTo(6);
    }

    private Path npz(String name, String shape, long... values) throws IOException {
        String header = "{'descr': '<i8', 'fortran_order': False, 'shape': " + shape + ", }\n";
        ByteBuffer bytes = ByteBuffer.allocate(10 + header.length() + 8 * values.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 0x93)
                .put("NUMPY\1\0".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) header.length())
                .put(header.getBytes(StandardCharsets.US_ASCII));
        for (long value : values) {
            bytes.putLong(value);
        }
        Path file = folder.resolve("features.npz");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(name + ".npy"));
            zip.write(bytes.array());
        }
        return file;
    }
}
