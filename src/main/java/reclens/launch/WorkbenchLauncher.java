package reclens.launch;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/**
 * Runs the workbench of {@code java -jar reclens.jar} in a second JVM (decision 0007). A jar cannot say how it wants to be
 * run, and the difference is more than half of the start: classes mapped from a {@link ClassArchive}, a compiler that keeps
 * out of the way of the first window, one thread per matrix product.
 *
 * <p>It loads few classes itself: it stands between the user and the window.
 */
public final class WorkbenchLauncher {
    private static final long GRACE_SECONDS = 5;
    private static final int WARNS_OF_UNSAFE = 24;
    private static final long ROOMY_HEAP = 1L << 30;

    private WorkbenchLauncher() {}

    /**
     * Waits for the end of the workbench.
     *
     * @return its exit code; empty when this JVM should open the window itself: it is the second one, or the classes do not
     *     come from a jar
     */
    public static OptionalInt run(String[] arguments) {
        Path jar = jar();
        if (Launched.isSo() || jar == null || !Jvm.isHotSpot() || Boolean.getBoolean("reclens.onejvm")) {
            return OptionalInt.empty();
        }
        try {
            Process workbench = start(jar, arguments);
            Thread end = new Thread(() -> end(workbench), "reclens-end");
            Runtime.getRuntime().addShutdownHook(end);
            return OptionalInt.of(workbench.waitFor());
        } catch (IOException e) {
            return OptionalInt.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalInt.of(130);
        }
    }

    private static Path jar() {
        String path = System.getProperty("java.class.path", "");
        return path.endsWith(".jar")
                        && path.indexOf(java.io.File.pathSeparatorChar) < 0
                        && Files.isRegularFile(Path.of(path))
                ? Path.of(path)
                : null;
    }

    private static Process start(Path jar, String[] arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Jvm.executable());
        command.add("-XX:+IgnoreUnrecognizedVMOptions");
        command.add("-Xlog:disable"); // an archive that does not fit is no news for the user
        command.add("-D" + Launched.PROPERTY + "=" + System.currentTimeMillis());
        if (Runtime.version().feature() >= WARNS_OF_UNSAFE) {
            command.add("--sun-misc-unsafe-memory-access=allow"); // JavaFX's own use of it is no news for the user
        }
        addClassSharing(command, jar);
        addCompiler(command);
        addYoungHeap(command);
        command.addAll(ownOptions()); // what the user asks for comes last
        command.add("-jar");
        command.add(jar.toString());
        for (String argument : arguments) {
            command.add(argument);
        }
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.redirectOutput(ProcessBuilder.Redirect.INHERIT).redirectError(ProcessBuilder.Redirect.INHERIT);
        // Read when the library is loaded. Setting it later by a call can lock up with JavaFX loading its own
        // libraries.
        builder.environment().put("OPENBLAS_NUM_THREADS", "1");
        return builder.start();
    }

    private static void addClassSharing(List<String> command, Path jar) {
        try {
            ClassArchive archive = ClassArchive.of(jar);
            if (archive.exists()) {
                command.add("-XX:SharedArchiveFile=" + archive.archive());
            } else {
                Files.createDirectories(archive.archive().getParent());
                Path list = archive.list(ProcessHandle.current().pid());
                command.add("-XX:DumpLoadedClassList=" + list);
                command.add("-D" + Launched.LIST + "=" + list);
            }
        } catch (IOException e) {
            // A folder that cannot be written costs the archive, not the window.
        }
    }

    /**
     * The quick compiler alone. The optimising one costs two seconds of processor time before the first window and makes the
     * loops of the models twice as fast afterwards, which the window, showing one explanation at a time, does not need; the
     * command line keeps it. A user who wants it says {@code -XX:TieredStopAtLevel=4}.
     */
    private static void addCompiler(List<String> command) {
        command.add("-XX:TieredStopAtLevel=1");
    }

    /**
     * The window and its first explanation fit into it without a collection; by default six pauses of 20 to 40 ms come
     * before them. Where the user or the machine leaves less room, the JVM decides.
     */
    private static void addYoungHeap(List<String> command) {
        if (Runtime.getRuntime().maxMemory() >= ROOMY_HEAP) {
            command.add("-Xms256m");
            command.add("-XX:NewSize=192m");
        }
    }

    /** What the user gave to this JVM. The beans that know it everywhere are slow to start. */
    private static List<String> ownOptions() {
        List<String> arguments =
                List.of(ProcessHandle.current().info().arguments().orElse(new String[0]));
        int end = arguments.indexOf("-jar");
        return end >= 0
                ? arguments.subList(0, end)
                : ManagementFactory.getRuntimeMXBean().getInputArguments();
    }

    private static void end(Process workbench) {
        if (!workbench.isAlive()) {
            return;
        }
        workbench.destroy();
        try {
            if (!workbench.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
                workbench.destroyForcibly();
            }
        } catch (InterruptedException e) {
            workbench.destroyForcibly();
        }
    }
}
