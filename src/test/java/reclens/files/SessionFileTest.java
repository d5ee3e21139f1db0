package reclens.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reclens.domain.ComparedWith;
import reclens.domain.DataException;
import reclens.domain.HistoryEdit;
import reclens.domain.NotFoundException;
import reclens.domain.TimeOrder;
import reclens.domain.Viewpoint;
import reclens.domain.WindowPlace;

class SessionFileTest {
    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("a.reclens");
    }

    private SessionFile session() {
        return new SessionFile(
                new SessionFile.Source(
                        Map.of("folder", folder.resolve("shop").toAbsolutePath()),
                        "FDSA",
                        Map.of("user", "uid"),
                        true,
                        Map.of("variant", "pmixer-2024", "num_attention_heads", 2L),
                        Optional.of(TimeOrder.RECBOLE)),
                new Viewpoint(
                        "trust",
                        "hit",
                        "u17",
                        true,
                        "50",
                        12,
                        "leave_one_out",
                        1,
                        "3",
                        new ComparedWith("models", "51", "u18", Optional.of("FDSA"), "rollout")),
                Map.of(
                        "u17",
                        List.of(
                                new HistoryEdit.Remove(3),
                                new HistoryEdit.Move(4, 9),
                                new HistoryEdit.Insert(0, "7", "view"),
                                new HistoryEdit.Replace(2, "8"),
                                new HistoryEdit.ChangeType(1, "purchase"))),
                Optional.of(new WindowPlace(10, 20, 1280, 800, true)),
                4711);
    }

    private void write(String json) throws IOException {
        Files.writeString(file(), json);
    }

    @Test
    void bringsBackEverythingThatWasWritten() {
        SessionFile.write(file(), session());
        assertThat(SessionFile.read(file())).isEqualTo(session());
    }

    @Test
    void namesItsSchema() throws IOException {
        SessionFile.write(file(), session());
        assertThat(Files.readString(file())).contains("\"schema\": \"reclens.session/1\"");
    }

    @Test
    void aFileThatSaysNothingOfPagesAndHeldOutEventsHasTheWholeHistory() throws IOException {
        write("{\"schema\": \"reclens.session/1\", \"workspace\": {\"folder\": \"x\"},"
                + " \"shown\": {\"screen\": \"trust\", \"user\": \"u17\"}}");
        Viewpoint at = SessionFile.read(file()).viewpoint();
        assertThat(at).isEqualTo(new Viewpoint("trust", "", "u17", false, "", -1, "", -1, "mean"));
    }

    @Test
    void aWorkspaceBelowTheFileIsNamedRelativeToIt() throws IOException {
        SessionFile.write(file(), session());
        assertThat(Files.readString(file())).contains("\"folder\": \"shop\"");
    }

    @Test
    void aFolderMovedWithItsSessionIsFound() throws IOException {
        SessionFile.write(file(), session());
        Path moved = Files.createDirectory(folder.resolve("moved"));
        Files.move(file(), moved.resolve("a.reclens"));
        assertThat(SessionFile.read(moved.resolve("a.reclens")).source().paths().get("folder"))
                .isEqualTo(moved.resolve("shop").toAbsolutePath());
    }

    @Test
    void refusesAnotherSchemaNamingBoth() throws IOException {
        write("{\"schema\": \"reclens.session/9\", \"workspace\": {\"folder\": \"x\"}}");
        assertThatThrownBy(() -> SessionFile.read(file()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("reclens.session/1")
                .hasMessageContaining("reclens.session/9");
    }

    @Test
    void refusesASessionOfNothing() throws IOException {
        write("{\"schema\": \"reclens.session/1\", \"workspace\": {\"model\": \"m.pth\"}}");
        assertThatThrownBy(() -> SessionFile.read(file()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("workspace.folder");
    }

    @Test
    void refusesAnUnknownEditNamingTheKnownOnes() throws IOException {
        write(
                "{\"schema\": \"reclens.session/1\", \"workspace\": {\"folder\": \"x\"}, \"edits\": {\"u\": [{\"edit\": \"swap\"}]}}");
        assertThatThrownBy(() -> SessionFile.read(file()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("edits.u.edit")
                .hasMessageContaining("remove, move, insert, replace or type");
    }

    @Test
    void refusesAWindowWithoutWidth() throws IOException {
        write("{\"schema\": \"reclens.session/1\", \"workspace\": {\"folder\": \"x\"},"
                + " \"window\": {\"x\": 0, \"y\": 0, \"width\": -5, \"height\": 10}}");
        assertThatThrownBy(() -> SessionFile.read(file()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("window.width");
    }

    @Test
    void refusesATruncatedFileNamingItsLine() throws IOException {
        SessionFile.write(file(), session());
        String text = Files.readString(file());
        write(text.substring(0, text.length() / 2));
        assertThatThrownBy(() -> SessionFile.read(file()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("a.reclens:")
                .hasMessageContaining("not valid JSON");
    }

    @Test
    void aMissingFileIsNotFound() {
        assertThatThrownBy(() -> SessionFile.read(file())).isInstanceOf(NotFoundException.class);
    }
}
