package reclens.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reclens.domain.Viewpoint;

class LastSessionTest {
    private static final long NOBODY = Long.MAX_VALUE - 1;

    @TempDir
    Path home;

    private SavedSession session(long process) {
        return new SavedSession(
                WorkspaceSource.folder(home.resolve("shop").toAbsolutePath()),
                new Viewpoint("why", "", "u17", false, "50", 3, "attention", 0, "max"),
                Map.of(),
                Optional.empty(),
                process);
    }

    @Test
    void atTheFirstStartThereIsNone() {
        LastSession last = new LastSession(home);
        assertThat(last.isNone()).isTrue();
        assertThat(last.readForStart()).isEmpty();
    }

    @Test
    void whatWasWrittenIsBroughtBack() {
        new LastSession(home).write(session(0));
        assertThat(new LastSession(home).readForStart()).contains(session(0));
    }

    @Test
    void aProcessThatIsGoneWasCutShort() {
        assertThat(session(NOBODY).wasCutShort()).isTrue();
    }

    @Test
    void aSessionThatWasEndedWasNotCutShort() {
        assertThat(session(NOBODY).ended().wasCutShort()).isFalse();
    }

    @Test
    void aProcessThatStillRunsWasNotCutShort() {
        assertThat(session(ProcessHandle.current().pid()).wasCutShort()).isFalse();
    }

    @Test
    void aSessionThatEndedTheProgramIsNotTriedAgainByItself() {
        new LastSession(home).write(session(0));
        assertThat(new LastSession(home).readForStart()).isPresent();
        // the program ends here, without attempted()
        LastSession next = new LastSession(home);
        assertThat(next.readForStart()).isEmpty();
        assertThat(next.read()).isPresent();
    }

    @Test
    void afterAnAttemptTheNextStartTriesAgain() {
        LastSession last = new LastSession(home);
        last.write(session(0));
        last.readForStart();
        last.attempted();
        assertThat(new LastSession(home).readForStart()).isPresent();
    }

    @Test
    void anUnreadableSessionIsNoReasonNotToStart() throws IOException {
        Files.writeString(home.resolve("last.reclens"), "{");
        assertThat(new LastSession(home).readForStart()).isEmpty();
    }

    @Test
    void aFolderThatCannotBeWrittenIsNoReasonToStop() throws IOException {
        Path file = Files.writeString(home.resolve("file"), "");
        LastSession last = new LastSession(file);
        last.write(session(0));
        assertThat(last.read()).isEmpty();
    }
}
