package reclens.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import reclens.domain.CancellationToken;
import reclens.domain.ProgressListener;
import reclens.domain.UserHistory;
import reclens.explanation.Method;
import reclens.session.ExplainRequest;
import reclens.session.Explainer;
import reclens.session.Workspace;
import reclens.session.WorkspaceOpener;
import reclens.session.WorkspaceSource;

/**
 * Time and memory to open a workspace and to explain the best item of its first user, attention, rollout and both kinds of
 * leave-one-out with faithfulness, each model in a JVM of its own. The start of the JVM does not count; the first call of
 * everything does. Run with
 *
 * <pre>{@code
 * mvn -q -Pbench package -DskipTests
 * java -cp "target/reclens.jar:target/lib/*" reclens.bench.OpenAndExplain sample-data/shop sample-data/shop@FDSA MODEL::HISTORY ...
 * }</pre>
 *
 * <p>An argument is a workspace folder, with {@code @TITLE} one of its further models, or a checkpoint and a history with {@code ::}
 * between, then {@code ::variant=..} or {@code ::heads=..} where the file does not tell them. CPU time says on a busy machine what an idle one
 * would do. Resident memory is what the operating system counts at most, the JVM and its libraries included; 0 where it does not
 * tell.
 */
public final class OpenAndExplain {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String MEASURE = "--measure";

    private OpenAndExplain() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length == 2 && arguments[0].equals(MEASURE)) {
            measure(arguments[1]);
            return;
        }
        System.out.printf(
                "%-44s %8s %8s %8s %8s %8s %8s%n", "model", "open s", "CPU s", "explain", "CPU s", "heap MB", "RSS MB");
        for (String argument : arguments) {
            String java =
                    Path.of(System.getProperty("java.home"), "bin", "java").toString();
            new ProcessBuilder(
                            java,
                            "-cp",
                            System.getProperty("java.class.path"),
                            OpenAndExplain.class.getName(),
                            MEASURE,
                            argument)
                    .inheritIO()
                    .start()
                    .waitFor();
        }
    }

    private static void measure(String argument) throws IOException {
        Clock clock = new Clock();
        try (Workspace workspace =
                new WorkspaceOpener().open(source(argument), ProgressListener.NONE, new CancellationToken())) {
            String opened = clock.lap();
            UserHistory history = workspace.history(workspace.firstUser().orElseThrow());
            Explainer explainer = new Explainer(workspace);
            int item = explainer.recommend(history, 1).items().get(0).index();
            List<Method> methods =
                    List.of(Method.LEAVE_ONE_OUT, Method.LEAVE_ONE_OUT_MASK, Method.ATTENTION, Method.ROLLOUT);
            explainer.explain(
                    new ExplainRequest(history, item, methods, true, false, 1),
                    ProgressListener.NONE,
                    new CancellationToken());
            String explained = clock.lap();
            System.out.printf(
                    Locale.ROOT,
                    "%-44s %s %s %8d %8d%n",
                    name(argument, workspace),
                    opened,
                    explained,
                    peakHeap() >> 20,
                    residentKilobytes() >> 10);
        }
    }

    private static String name(String argument, Workspace workspace) {
        Path folder = Path.of(argument.split("@|::")[0]).toAbsolutePath();
        Path shown = argument.contains("::") ? folder.getParent() : folder;
        return shown.getFileName() + " " + workspace.provenance().modelType();
    }

    private static WorkspaceSource source(String argument) {
        String[] parts = argument.split("::");
        if (parts.length > 1) {
            Map<String, Object> overrides = new java.util.LinkedHashMap<>();
            for (int i = 2; i < parts.length; i++) {
                String[] entry = parts[i].split("=");
                overrides.put(
                        entry[0].equals("heads") ? "num_attention_heads" : entry[0],
                        entry[0].equals("heads") ? (Object) Long.valueOf(entry[1]) : entry[1]);
            }
            return WorkspaceSource.files(Path.of(parts[0]), Path.of(parts[1])).withOverrides(overrides);
        }
        int at = argument.indexOf('@');
        return at < 0
                ? WorkspaceSource.folder(Path.of(argument))
                : WorkspaceSource.folder(Path.of(argument.substring(0, at))).withModelTitle(argument.substring(at + 1));
    }

    /** Wall clock and CPU time of the whole process since the last lap. */
    private static final class Clock {
        private final OperatingSystemMXBean process =
                (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        private long wall = System.nanoTime();
        private long cpu = process.getProcessCpuTime();

        String lap() {
            long wallNow = System.nanoTime();
            long cpuNow = process.getProcessCpuTime();
            String lap = String.format(Locale.ROOT, "%8.2f %8.2f", (wallNow - wall) / 1e9, (cpuNow - cpu) / 1e9);
            wall = wallNow;
            cpu = cpuNow;
            return lap;
        }
    }

    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(java.lang.management.MemoryUsage::getUsed)
                .sum();
    }

    private static long residentKilobytes() throws IOException {
        if (!Files.isReadable(STATUS)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(Long::parseLong)
                    .findFirst()
                    .orElse(0);
        }
    }
}
