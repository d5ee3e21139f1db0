package reclens.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reclens.domain.Viewpoint;
import reclens.session.LastSession;
import reclens.session.SavedSession;
import reclens.session.WorkspaceSource;

class StartArgumentsTest {
    /** The id of a process that there is not. */
    private static final long NOBODY = Long.MAX_VALUE - 1;

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

    private LastSession lastSession(long process) throws IOException {
        LastSession last = new LastSession(folder);
        last.write(new SavedSession(
                WorkspaceSource.folder(sampleIn(folder)), Viewpoint.of("u1"), Map.of(), Optional.empty(), process));
        return last;
    }

    @Test
    void aSessionThatWasCutShortIsOfferedWhereTheUserDoesNotWantSessionsBack() throws IOException {
        StartArguments.Start start = StartArguments.start(List.of(), lastSession(NOBODY), false);
        assertThat(start.opened()).isEmpty();
        assertThat(start.offered().orElseThrow().viewpoint().user()).isEqualTo("u1");
    }

    @Test
    void anOrderlyEndObeysThePreference() throws IOException {
        assertThat(StartArguments.start(List.of(), lastSession(0), false)).isEqualTo(StartArguments.Start.NOTHING);
        assertThat(StartArguments.start(List.of(), lastSession(0), true).opened())
                .isPresent();
    }

    @Test
    void aSessionThatWasCutShortIsBroughtBackWhereSessionsAreWantedBack() throws IOException {
        StartArguments.Start start = StartArguments.start(List.of(), lastSession(NOBODY), true);
        assertThat(start.opened().orElseThrow().wasCutShort()).isTrue();
        assertThat(start.offered()).isEmpty();
    }

    @Test
    void aSessionThatWasCutShortIsOfferedBesideWhatTheArgumentsName() throws IOException {
        StartArguments.Start start = StartArguments.start(List.of("elsewhere"), lastSession(NOBODY), true);
        assertThat(start.opened().orElseThrow().source().folder()).contains(Path.of("elsewhere"));
        assertThat(start.offered()).isPresent();
    }

    @Test
    void aSessionWhoseReturnEndedTheProgramIsOfferedInPlaceOfTriedAgain() throws IOException {
        LastSession last = lastSession(0);
        assertThat(StartArguments.start(List.of(), last, true).opened()).isPresent();
        // the program ends here, without attempted()
        StartArguments.Start next = StartArguments.start(List.of(), last, true);
        assertThat(next.opened()).isEmpty();
        assertThat(next.offered()).isPresent();
    }

    @Test
    void aSessionOfAWorkspaceThatIsGoneIsNotOffered() throws IOException {
        LastSession last = new LastSession(folder);
        last.write(new SavedSession(
                WorkspaceSource.folder(folder.resolve("gone")), Viewpoint.NONE, Map.of(), Optional.empty(), NOBODY));
        assertThat(StartArguments.start(List.of(), last, false)).isEqualTo(StartArguments.Start.NOTHING);
    }
}
