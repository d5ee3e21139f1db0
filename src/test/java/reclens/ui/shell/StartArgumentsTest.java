package reclens.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartArgumentsTest {
    @TempDir
    Path folder;

    private Path sampleIn(Path project) throws IOException {
        Path sample = Files.createDirectories(project.resolve("sample-data").resolve("shop"));
        Files.writeString(sample.resolve("workspace.json"), "{}");
        return sample;
    }

    @Test
    void findsTheSampleInTheWorkingDirectory() throws IOException {
        Path sample = sampleIn(folder);
        assertThat(StartArguments.sample(folder, Optional.empty())).contains(sample);
    }

    @Test
    void findsTheSampleBesideTheApplication() throws IOException {
        Path sample = sampleIn(folder);
        assertThat(StartArguments.sample(folder.resolve("elsewhere"), Optional.of(folder.resolve("target"))))
                .contains(sample);
    }

    @Test
    void withoutASampleThereIsNothingToOpen() {
        assertThat(StartArguments.sample(folder.resolve("a"), Optional.of(folder.resolve("b"))))
                .isEmpty();
    }

    @Test
    void anArgumentNamesTheWorkspace() {
        assertThat(StartArguments.parse(List.of("some/folder"))
                        .source()
                        .orElseThrow()
                        .folder())
                .contains(Path.of("some/folder"));
    }

    @Test
    void twoArgumentsNameCheckpointAndHistory() {
        var source = StartArguments.parse(List.of("m.pth", "h.csv")).source().orElseThrow();
        assertThat(source.model()).contains(Path.of("m.pth"));
        assertThat(source.history()).contains(Path.of("h.csv"));
    }
}
