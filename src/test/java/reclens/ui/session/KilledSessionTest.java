package reclens.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import reclens.domain.ComparedWith;
import reclens.domain.HistoryEdit;
import reclens.domain.WindowPlace;
import reclens.session.LastSession;
import reclens.session.SavedSession;

/** A real process is killed in the middle of its work, as a crash or the power would end it. */
class KilledSessionTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path home;

    private Process process;

    @AfterEach
    void end() {
        process.destroyForcibly();
    }

    @Test
    @Timeout(value = 90, unit = TimeUnit.SECONDS)
    void whatAKilledProcessWasDoingIsThereForTheNextStart() throws IOException, InterruptedException {
        process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledProcess.class.getName(),
                        home.toString())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("output.txt").toFile())
                .start();
        awaitScreen("compare");

        process.destroyForcibly().waitFor();

        SavedSession left = new LastSession(home).readForStart().orElseThrow();
        assertThat(left.wasCutShort()).isTrue();
        assertThat(left.viewpoint().user()).isEqualTo("u0004");
        assertThat(left.viewpoint().method()).isEqualTo("rollout");
        assertThat(left.viewpoint().page()).isEqualTo("hit");
        assertThat(left.viewpoint().compared())
                .isEqualTo(new ComparedWith("users", "", "u0006", Optional.empty(), "rollout"));
        assertThat(left.edits()).isEqualTo(Map.of("u0004", List.of(new HistoryEdit.Remove(2))));
        assertThat(left.window()).contains(new WindowPlace(7, 8, 1280, 800, false));
    }

    private void awaitScreen(String screen) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        LastSession last = new LastSession(home);
        while (!last.read().map(kept -> kept.viewpoint().screen()).equals(Optional.of(screen))) {
            assertThat(process.isAlive()).isTrue();
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(50);
        }
    }
}
