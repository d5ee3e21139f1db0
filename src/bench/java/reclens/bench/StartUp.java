package reclens.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Milliseconds from the start of {@code java -jar reclens.jar FOLDER} until the frame with the first explained recommendation,
 * seen from outside, and the CPU time spent until then, which says on a busy machine what an idle one would do. The first
 * start has an empty folder of its own; the following ones find what it left. Run on a display with {@code java -cp ...
 * reclens.bench.StartUp JAR FOLDER [STARTS [JVM OPTIONS]]}.
 */
public final class StartUp {
    private static final String SIGN = "first explanation on screen";
    /** The archive of classes is written in the background after the first start. */
    private static final long REST_MILLIS = 11_000;

    private StartUp() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Path home = Files.createTempDirectory("reclens-start");
        Path logging = Files.writeString(
                home.resolve("logging.properties"),
                "handlers=java.util.logging.ConsoleHandler\njava.util.logging.ConsoleHandler.level=FINE\n"
                        + "reclens.start.level=FINE\n");
        int starts = args.length > 2 ? Integer.parseInt(args[2]) : 5;
        for (int i = 0; i <= starts; i++) {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Dreclens.home=" + home,
                    "-Djava.util.logging.config.file=" + logging));
            command.addAll(List.of(args).subList(Math.min(args.length, 3), args.length));
            command.addAll(List.of("-jar", args[0], args[1]));
            System.out.println((i == 0 ? "very first start  " : "start             ") + start(command, i == 0));
        }
    }

    private static String start(List<String> command, boolean rest) throws IOException, InterruptedException {
        long began = System.nanoTime();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String result = "ended without an explanation";
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = output.readLine();
            while (line != null && !line.contains(SIGN)) {
                line = output.readLine();
            }
            if (line != null) {
                result = String.format("%5d ms, CPU %5d ms", (System.nanoTime() - began) / 1_000_000, cpu(process));
            }
            if (rest) {
                Thread.sleep(REST_MILLIS);
            }
            process.destroy();
            process.waitFor();
        }
        return result;
    }

    private static long cpu(Process process) {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .map(p -> p.info().totalCpuDuration().orElse(Duration.ZERO))
                .mapToLong(Duration::toMillis)
                .sum();
    }
}
