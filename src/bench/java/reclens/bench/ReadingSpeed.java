package reclens.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import reclens.domain.CancellationToken;
import reclens.files.HistoryFile;
import reclens.files.HistoryReader;
import reclens.files.HistorySource;

/**
 * How long a million interactions take to open, with progress, each file in a fresh JVM of its own: the first run counts,
 * the start of the JVM does not.
 *
 * <pre>{@code
 * mvn -q -Pbench compile dependency:build-classpath -Dmdep.outputFile=target/bench.classpath
 * java -cp target/classes:$(cat target/bench.classpath) reclens.bench.ReadingSpeed [ml-1m.txt]
 * }</pre>
 *
 * <p>Required on two cores: the text of MovieLens 1M in 1.5 s and 256 MB of heap; a CSV with text ids, ISO times and quoted
 * titles, generated here from a seed, in 3 s and 400 MB.
 */
public final class ReadingSpeed {
    private static final int ROWS = 1_000_000;
    private static final long SEED = 20261121;

    private ReadingSpeed() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length == 2 && args[0].equals("measure")) {
            measure(Path.of(args[1]));
            return;
        }
        Path csv = Path.of("target", "bench", "history.csv");
        if (!Files.exists(csv)) {
            generate(csv);
        }
        System.out.printf("%-16s %9s %9s %8s %8s %8s%n", "file", "MB", "events", "first s", "best s", "heap MB");
        if (args.length > 0) {
            inNewJvm("-Xmx256m", Path.of(args[0]));
        }
        inNewJvm("-Xmx400m", csv);
    }

    private static void inNewJvm(String heap, Path file) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = List.of(
                java,
                heap,
                "-cp",
                System.getProperty("java.class.path"),
                ReadingSpeed.class.getName(),
                "measure",
                file.toString());
        int code = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (code != 0) {
            throw new IllegalStateException(String.join(" ", command) + " ended with " + code);
        }
    }

    private static void measure(Path file) throws IOException {
        List<Double> seconds = new ArrayList<>();
        int events = 0;
        for (int run = 0; run < 6; run++) {
            long start = System.nanoTime();
            HistoryFile history =
                    HistoryReader.read(HistorySource.of(file), (stage, fraction) -> {}, new CancellationToken());
            seconds.add((System.nanoTime() - start) / 1e9);
            events = history.log().eventCount();
        }
        System.out.printf(
                Locale.ROOT,
                "%-16s %9.1f %9d %8.2f %8.2f %8d%n",
                file.getFileName(),
                Files.size(file) / 1e6,
                events,
                seconds.get(0),
                seconds.stream().mapToDouble(s -> s).min().orElse(0),
                Runtime.getRuntime().maxMemory() >> 20);
    }

    /** Text ids, ISO times in the order of the events, quoted titles with commas. */
    private static void generate(Path csv) throws IOException {
        Files.createDirectories(csv.getParent());
        Random random = new Random(SEED);
        long time = Instant.parse("2024-01-01T00:00:00Z").getEpochSecond();
        String[] types = {"view", "cart", "purchase"};
        try (BufferedWriter out = Files.newBufferedWriter(csv)) {
            out.write("user_id,item_id,title,event_type,timestamp,price\n");
            for (int row = 0; row < ROWS; row++) {
                int user = random.nextInt(40_000);
                int item = (int) Math.min(19_999, Math.abs(random.nextGaussian()) * 6_000);
                time += random.nextInt(60);
                out.write("customer-" + Integer.toString(user * 7919, 36) + ",SKU-" + (100_000 + item)
                        + ",\"Trail \"\"Runner\"\" " + item + ", size " + (36 + item % 12) + "\","
                        + types[random.nextInt(10) < 7 ? 0 : random.nextInt(3)] + ","
                        + Instant.ofEpochSecond(time) + "," + (5 + item % 200) + ".99\n");
            }
        }
    }
}
