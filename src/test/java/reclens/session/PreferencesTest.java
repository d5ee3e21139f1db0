package reclens.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreferencesTest {
    @TempDir
    Path folder;

    @Test
    void remembersAcrossStarts() {
        Preferences preferences = Preferences.load(folder);
        preferences.put("theme", "DARK");
        preferences.addRecent(Path.of("shop"), "Outdoor shop");
        assertThat(preferences.save()).isTrue();
        Preferences again = Preferences.load(folder);
        assertThat(again.text("theme")).contains("DARK");
        assertThat(again.recent()).extracting(Preferences.Recent::title).containsExactly("Outdoor shop");
    }

    @Test
    void theLastOpenedWorkspaceStandsFirstAndOnce() {
        Preferences preferences = Preferences.load(folder);
        preferences.addRecent(Path.of("a"), "A");
        preferences.addRecent(Path.of("b"), "B");
        preferences.addRecent(Path.of("a"), "A");
        assertThat(preferences.recent()).extracting(Preferences.Recent::title).containsExactly("A", "B");
    }

    @Test
    void keepsNoMoreThanEightWorkspaces() {
        Preferences preferences = Preferences.load(folder);
        for (int i = 0; i < 12; i++) {
            preferences.addRecent(Path.of("w" + i), "W" + i);
        }
        assertThat(preferences.recent()).hasSize(8);
        assertThat(preferences.recent().get(0).title()).isEqualTo("W11");
    }

    /** A folder with a workspace file. */
    private Path workspace(String name) throws IOException {
        Path made = Files.createDirectories(folder.resolve(name));
        Files.writeString(made.resolve("workspace.json"), "{}");
        return made;
    }

    @Test
    void pruningForgetsWhatIsGoneAlone() throws IOException {
        Preferences preferences = Preferences.load(folder);
        preferences.addRecent(workspace("there"), "There");
        preferences.addRecent(folder.resolve("gone"), "Gone");
        preferences.pruneRecent();
        assertThat(preferences.recent()).extracting(Preferences.Recent::title).containsExactly("There");
    }

    @Test
    void pruningLosesNoWorkspaceThatIsOpenedMeanwhile() throws IOException {
        Preferences preferences = Preferences.load(folder);
        preferences.addRecent(folder.resolve("gone"), "Gone");
        Path there = workspace("there");
        preferences.pruneRecent(looked -> {
            preferences.addRecent(there, "There"); // as the window's thread does while the disk is looked at
            return false;
        });
        assertThat(preferences.recent()).extracting(Preferences.Recent::title).containsExactly("There");
    }

    @Test
    void anUnreadableFileCountsAsEmpty() throws IOException {
        Files.writeString(folder.resolve("preferences.properties"), "theme=\\uZZZZ");
        assertThat(Preferences.load(folder).text("theme")).isEmpty();
    }

    @Test
    void aNumberThatIsNoneCountsAsMissing() {
        Preferences preferences = Preferences.load(folder);
        preferences.put("pane", "wide");
        assertThat(preferences.number("pane")).isEmpty();
    }

    @Test
    void aFolderThatCannotBeMadeIsNoReasonToFail() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThat(Preferences.load(file.resolve("home")).save()).isFalse();
    }
}
