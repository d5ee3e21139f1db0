package reclens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import reclens.domain.CancelledException;

class InterruptTest {
    /** Waits as a long command does, until it is cancelled. */
    public static void main(String[] arguments) throws InterruptedException {
        try (Interrupt interrupt = new Interrupt(new Console(System.out, System.err))) {
            System.out.println("waiting");
            while (true) {
                Thread.sleep(10);
                interrupt.token().check();
            }
        } catch (CancelledException cancelled) {
            System.out.println("stopped");
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no signals")
    void endsWithTheExitCodeOfAnInterrupt() throws IOException, InterruptedException {
        // A shell without job control starts its children deaf to interrupts; TERM takes the same way through the hook.
        Process process = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-cp",
                        System.getProperty("java.class.path"),
                        InterruptTest.class.getName())
                .start();
        try (InputStream out = process.getInputStream();
                InputStream err = process.getErrorStream()) {
            assertThat(new String(out.readNBytes(7), StandardCharsets.UTF_8)).isEqualTo("waiting");
            process.toHandle().destroy();

            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(128 + 15);
            assertThat(new String(err.readAllBytes(), StandardCharsets.UTF_8)).contains("reclens: cancelled");
        } finally {
            process.destroyForcibly();
        }
    }
}
