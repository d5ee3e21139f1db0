package reclens.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reclens.domain.CancelledException;

class InterruptTest {
    private static final List<String> LISTENING = List.of("env", "--default-signal=INT");

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
        Process process = java(List.of(), InterruptTest.class.getName());
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

    @ParameterizedTest
    @ValueSource(
            strings = {"faithfulness --users 50 --method attention --no-randomised", "planted --method leave_one_out"})
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no signals")
    void aStudyEndsWith130AndLeavesNoFile(String command, @TempDir Path folder)
            throws IOException, InterruptedException {
        assumeTrue(canListenToInterrupts(), "needs an env that restores the handling of signals");
        List<String> arguments = new ArrayList<>(List.of(command.split(" ")));
        Path result = folder.resolve("study.json");
        arguments.addAll(List.of("--workspace", Cli.SHOP, "--json", "-o", result.toString()));
        Process process = java(LISTENING, "reclens.Main", arguments.toArray(String[]::new));
        try (BufferedReader err = process.errorReader(StandardCharsets.UTF_8)) {
            assertThat(err.readLine()).isEqualTo("explained 10 %");
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .start()
                    .waitFor();

            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(CommandLineMain.CANCELLED);
            assertThat(err.lines().filter(line -> line.startsWith("reclens"))).containsExactly("reclens: cancelled");
            assertThat(folder).isEmptyDirectory();
        } finally {
            process.destroyForcibly();
        }
    }

    private static boolean canListenToInterrupts() throws InterruptedException {
        try {
            List<String> command = new ArrayList<>(LISTENING);
            command.add("true");
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }

    private static Process java(List<String> before, String main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(
                System.getProperty("java.home") + "/bin/java", "-cp", System.getProperty("java.class.path"), main));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).start();
    }
}
