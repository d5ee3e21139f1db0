package reclens.bench;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.LongBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import reclens.domain.CancellationToken;
import reclens.inference.ModelInput;
import reclens.inference.RecommenderModel;

/**
 * One engine of {@link PeerBenchmark} in a process of its own: reads an order a line, answers with one. The protocol is that of
 * {@code src/bench/python/peer_encoder.py}.
 */
final class PeerContestant {
    static final int ITEMS = 3417;
    static final int WINDOW = 200;
    static final int HIDDEN = 128;
    static final int LAYERS = 2;
    static final int HEADS = 4;
    private static final int CHUNK = 10;

    private PeerContestant() {}

    private interface LeaveOneOut {
        float[] scores(int slot, int target, int[] items) throws OrtException;
    }

    public static void main(String[] args) throws IOException, OrtException {
        LeaveOneOut engine = args[0].equals("onnx") ? onnx(Path.of(args[1])) : reclens();
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            String[] parts = order.split(";");
            int[] items = Arrays.stream(parts[2].split(","))
                    .mapToInt(Integer::parseInt)
                    .toArray();
            long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            long start = System.nanoTime();
            float[] scores = engine.scores(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), items);
            double millis = (System.nanoTime() - start) / 1e6;
            double ofCpu = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1e6;
            System.out.println(ofCpu + ";" + millis + ";"
                    + IntStream.range(0, scores.length)
                            .mapToObj(i -> String.valueOf(scores[i]))
                            .collect(Collectors.joining(",")));
        }
    }

    private static LeaveOneOut reclens() {
        RecommenderModel right = SyntheticModel.sasRec(ITEMS, WINDOW, HIDDEN, LAYERS, HEADS);
        RecommenderModel left = SyntheticModel.leftPadded(ITEMS, WINDOW, HIDDEN, LAYERS, HEADS);
        return (slot, target, items) -> {
            ModelInput base = ModelInput.of(items);
            List<ModelInput> edits =
                    IntStream.range(0, items.length).mapToObj(base::without).toList();
            float[][] scores =
                    (slot == 0 ? right : left).scores(base, edits, new int[] {target}, new CancellationToken());
            float[] without = new float[scores.length];
            for (int i = 0; i < without.length; i++) {
                without[i] = scores[i][0];
            }
            return without;
        };
    }

    private static LeaveOneOut onnx(Path folder) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
        OrtSession session =
                environment.createSession(folder.resolve("encoder.onnx").toString(), options);
        float[] table = SyntheticModel.tensors(ITEMS, WINDOW, HIDDEN, LAYERS)
                .get("item_embedding.weight")
                .toFloats();
        return (slot, target, items) -> {
            int n = items.length - 1;
            float[] scores = new float[items.length];
            long[] slots = IntStream.range(slot, slot + n).asLongStream().toArray();
            try (OnnxTensor ofSlots = OnnxTensor.createTensor(environment, slots)) {
                for (int from = 0; from < items.length; from += CHUNK) {
                    int to = Math.min(from + CHUNK, items.length);
                    LongBuffer histories = LongBuffer.allocate((to - from) * n);
                    for (int i = from; i < to; i++) {
                        for (int j = 0; j < items.length; j++) {
                            if (j != i) {
                                histories.put(items[j]);
                            }
                        }
                    }
                    try (OnnxTensor chunk =
                                    OnnxTensor.createTensor(environment, histories.flip(), new long[] {to - from, n});
                            OrtSession.Result result = session.run(Map.of("histories", chunk, "slots", ofSlots))) {
                        float[][] vectors = (float[][]) result.get(0).getValue();
                        for (int i = from; i < to; i++) {
                            scores[i] = dot(vectors[i - from], table, target * HIDDEN);
                        }
                    }
                }
            }
            return scores;
        };
    }

    private static float dot(float[] vector, float[] table, int at) {
        float sum = 0;
        for (int j = 0; j < vector.length; j++) {
            sum += vector[j] * table[at + j];
        }
        return sum;
    }
}
