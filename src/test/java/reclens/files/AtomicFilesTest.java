package reclens.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reclens.domain.DataException;

class AtomicFilesTest {
    @TempDir
    Path folder;

    @Test
    void replacesAFileAndMakesItsFolder() throws IOException {
        Path target = folder.resolve("new").resolve("a.txt");
        AtomicFiles.write(target, out -> out.write("old".getBytes()));
        AtomicFiles.write(target, out -> out.write("new".getBytes()));
        assertThat(target).hasContent("new");
    }

    @Test
    void leavesTheOldFileAndNothingElseWhenWritingFails() throws IOException {
        Path target = Files.writeString(folder.resolve("a.txt"), "old");
        assertThatThrownBy(() -> AtomicFiles.write(target, out -> {
                    out.write("half".getBytes());
                    throw new IOException("disk full");
                }))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("a.txt: cannot be written: disk full");
        assertThat(target).hasContent("old");
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void leavesNothingBehindWhenTheContentFails() {
        Path target = folder.resolve("a.txt");
        assertThatThrownBy(() -> AtomicFiles.write(target, out -> {
                    throw new IllegalStateException("fault");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void saysWhyAFileCannotBeWritten() throws IOException {
        Path notAFolder = Files.writeString(folder.resolve("file"), "x");
        assertThatThrownBy(() -> AtomicFiles.write(notAFolder.resolve("a.txt"), out -> {}))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("cannot be written");
    }
}
