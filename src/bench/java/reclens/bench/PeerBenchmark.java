package reclens.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.lang.ProcessBuilder.Redirect;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import reclens.domain.Tensor;

/**
 * Leave-one-out of 200 events against ONNX Runtime and TorchScript: 2 blocks, D = 128, 4 heads, inner size 512, one thread. The
 * peers get the same encoder and the same cleverness (the last row alone of the last block, chunks of 10 copies); RecLens also
 * keeps the states before each edit. Every engine runs in a process of its own, in turns; ratios are of medians, to the better
 * peer, and the scores must agree.
 *
 * <pre>{@code
 * mvn -q -Pbench package -DskipTests
 * java -cp "target/reclens.jar:target/lib/*" reclens.bench.PeerBenchmark [PYTHON] [REPETITIONS]
 * }</pre>
 *
 * <p>PYTHON (default {@code python3}, else that of the system) needs PyTorch; without it the kernels run alone. Required, with BLAS and Vector API kernels: at most 1.0 and 0.6 with
 * padding on the right, 1.5 and 0.9 with padding on the left.
 */
public final class PeerBenchmark {
    private static final double TOLERANCE = 1e-4;
    private static final int WARM_UP = 8;
    /** A peer that is this many times slower than the fastest runs in every fifth turn only. */
    private static final double HOPELESS = 8;

    private static final String ONNX = "ONNX Runtime";
    private static final String TORCH = "TorchScript";
    private static final List<String> PEERS = List.of(ONNX, TORCH);
    private static final List<String> PYTHONS = List.of("python3", "/usr/bin/python3");
    private static final Path SCRIPT = Path.of("src", "bench", "python", "peer_encoder.py");

    private PeerBenchmark() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        int repetitions = args.length > 1 ? Integer.parseInt(args[1]) : 15;
        Path folder = Files.createTempDirectory("reclens-peers");
        writeWeights(folder);
        Optional<String> python = withPyTorch(args.length > 0 ? List.of(args[0]) : PYTHONS);
        Map<String, Contestant> contestants = new LinkedHashMap<>();
        try {
            if (python.isPresent()) {
                export(python.get(), folder);
                contestants.put(
                        ONNX, Contestant.java(folder.resolve("onnx.log"), List.of(), "onnx", folder.toString()));
                contestants.put(
                        TORCH,
                        new Contestant(
                                folder.resolve("torch.log"),
                                List.of(python.get(), SCRIPT.toString(), "serve", folder.toString())));
            } else {
                System.out.println("No Python with PyTorch (Debian: python3-torch), which runs one peer and writes the"
                        + " other's file: kernels alone, the ratio is to the faster of them");
            }
            contestants.put("BLAS kernels", Contestant.java(folder.resolve("blas.log"), List.of(), "reclens"));
            contestants.put(
                    "Vector API kernels",
                    Contestant.java(
                            folder.resolve("vector.log"), List.of("--add-modules", "jdk.incubator.vector"), "reclens"));
            System.out.println("JDK " + System.getProperty("java.version") + ", OPENBLAS_CORETYPE "
                    + System.getenv().getOrDefault("OPENBLAS_CORETYPE", "unset") + ", medians of " + repetitions);
            compare("padding on the right", 0, contestants, repetitions);
            compare("padding on the left", 1, contestants, repetitions);
        } finally {
            contestants.values().forEach(Contestant::end);
        }
    }

    private static Optional<String> withPyTorch(List<String> pythons) throws IOException, InterruptedException {
        for (String python : pythons) {
            try {
                if (run(List.of(python, "-c", "import torch"), Redirect.DISCARD) == 0) {
                    return Optional.of(python);
                }
            } catch (IOException noSuchProgram) {
                continue;
            }
        }
        return Optional.empty();
    }

    private static void export(String python, Path folder) throws IOException, InterruptedException {
        Path log = folder.resolve("export.log");
        List<String> command = List.of(python, SCRIPT.toString(), "export", folder.toString());
        if (run(command, Redirect.to(log.toFile())) != 0) {
            throw new IllegalStateException(Files.readString(log));
        }
    }

    private static int run(List<String> command, Redirect output) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output)
                .start()
                .waitFor();
    }

    /** @param slot where the first event lies once one of the events is removed */
    private static void compare(String name, int slot, Map<String, Contestant> contestants, int repetitions)
            throws IOException {
        String items = IntStream.range(0, PeerContestant.WINDOW)
                .mapToObj(i -> String.valueOf(1 + i * 37 % (PeerContestant.ITEMS - 2)))
                .collect(Collectors.joining(","));
        String order = slot + ";1;" + items;
        Map<String, List<Double>> cpu = new LinkedHashMap<>();
        Map<String, List<Double>> clock = new LinkedHashMap<>();
        contestants.keySet().forEach(c -> cpu.put(c, new ArrayList<>()));
        contestants.keySet().forEach(c -> clock.put(c, new ArrayList<>()));
        Map<String, Double> latest = new LinkedHashMap<>();
        for (int r = -WARM_UP; r < repetitions; r++) {
            double[] expected = null;
            for (Map.Entry<String, Contestant> c : contestants.entrySet()) {
                double fastest = latest.values().stream().min(Double::compare).orElse(0.);
                if (r % 5 != 0 && latest.getOrDefault(c.getKey(), 0.) > HOPELESS * fastest) {
                    continue;
                }
                double[][] answer = c.getValue().run(order);
                expected = expected == null ? answer[2] : expected;
                check(c.getKey(), expected, answer[2]);
                latest.put(c.getKey(), answer[0][0]);
                if (r >= 0) {
                    cpu.get(c.getKey()).add(answer[0][0]);
                    clock.get(c.getKey()).add(answer[1][0]);
                }
            }
        }
        double ofCpu = fastestPeer(cpu);
        double ofClock = fastestPeer(clock);
        System.out.println(name);
        for (String c : contestants.keySet()) {
            System.out.printf(
                    Locale.ROOT,
                    "  %-20s processor %7.1f ms, ratio %.2f   clock %7.1f ms, ratio %.2f%n",
                    c,
                    median(cpu.get(c)),
                    median(cpu.get(c)) / ofCpu,
                    median(clock.get(c)),
                    median(clock.get(c)) / ofClock);
        }
    }

    /** Median of the better peer; of the better kernels where there is no peer. */
    private static double fastestPeer(Map<String, List<Double>> millis) {
        return millis.keySet().stream()
                .filter(c -> PEERS.contains(c) || !millis.containsKey(ONNX))
                .mapToDouble(c -> median(millis.get(c)))
                .min()
                .orElseThrow();
    }

    private static void check(String name, double[] expected, double[] scores) {
        for (int i = 0; i < expected.length; i++) {
            if (!(Math.abs(scores[i] - expected[i]) <= TOLERANCE * Math.max(1, Math.abs(expected[i])))) {
                throw new IllegalStateException(
                        name + " scores " + scores[i] + " without event " + i + ", not " + expected[i]);
            }
        }
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static void writeWeights(Path folder) throws IOException {
        Map<String, Tensor> tensors = SyntheticModel.tensors(
                PeerContestant.ITEMS, PeerContestant.WINDOW, PeerContestant.HIDDEN, PeerContestant.LAYERS);
        List<String> names = new ArrayList<>();
        try (var out = Files.newOutputStream(folder.resolve("weights.bin"))) {
            for (Map.Entry<String, Tensor> t : tensors.entrySet()) {
                names.add(t.getKey()
                        + t.getValue().shape().stream().map(s -> " " + s).collect(Collectors.joining()));
                float[] values = t.getValue().toFloats();
                ByteBuffer bytes =
                        ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
                bytes.asFloatBuffer().put(values);
                out.write(bytes.array());
            }
        }
        Files.write(folder.resolve("weights.txt"), names);
    }

    /** An engine in a process of its own. */
    private static final class Contestant {
        private final Path log;
        private final Process process;
        private final BufferedWriter orders;
        private final BufferedReader answers;

        Contestant(Path log, List<String> command) throws IOException {
            this.log = log;
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(log.toFile());
            builder.environment().put("OPENBLAS_NUM_THREADS", "1");
            builder.environment().put("OMP_NUM_THREADS", "1");
            this.process = builder.start();
            this.orders = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
            this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        }

        static Contestant java(Path log, List<String> options, String... arguments) throws IOException {
            List<String> command = new ArrayList<>();
            command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
            command.add(
                    "-Djava.util.concurrent.ForkJoinPool.common.parallelism=0"); // chunks stay on the calling thread
            command.addAll(options);
            command.addAll(List.of("-cp", classPath(arguments[0]), PeerContestant.class.getName()));
            command.addAll(List.of(arguments));
            return new Contestant(log, command);
        }

        /** ONNX Runtime gets only what it needs: 1.29 often ended with a segmentation fault, most often beside many libraries. */
        private static String classPath(String engine) {
            return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                    .filter(entry -> !engine.equals("onnx")
                            || entry.contains("onnxruntime")
                            || entry.endsWith("classes")
                            || entry.endsWith("reclens.jar"))
                    .collect(Collectors.joining(File.pathSeparator));
        }

        /** Milliseconds of the processor, milliseconds of the clock, scores. */
        double[][] run(String order) throws IOException {
            orders.write(order);
            orders.newLine();
            orders.flush();
            String answer = answers.readLine();
            if (answer == null) {
                process.destroy();
                throw new IOException("an engine ended with exit code "
                        + process.onExit().join().exitValue() + ", see " + log);
            }
            return Arrays.stream(answer.split(";"))
                    .map(part -> Arrays.stream(part.split(","))
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .toArray(double[][]::new);
        }

        void end() {
            process.destroy();
        }
    }
}
