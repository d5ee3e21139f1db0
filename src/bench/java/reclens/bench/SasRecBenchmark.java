package reclens.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import reclens.domain.AttentionTrace;
import reclens.domain.CancellationToken;
import reclens.inference.ModelInput;
import reclens.inference.RecommenderModel;

/** SASRec with 2 layers and 3,417 items over a full window: what a click in the workbench costs. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class SasRecBenchmark {
    private static final int ITEMS = 3417;

    /** Window, hidden size, heads. */
    @Param({"50x64x2", "200x128x4"})
    public String size;

    private RecommenderModel model;
    private ModelInput input;
    private List<ModelInput> deletions;

    @Setup
    public void open() {
        int[] sizes = java.util.Arrays.stream(size.split("x"))
                .mapToInt(Integer::parseInt)
                .toArray();
        model = SyntheticModel.sasRec(ITEMS, sizes[0], sizes[1], 2, sizes[2]);
        input = ModelInput.of(
                IntStream.range(0, sizes[0]).map(i -> 1 + i * 37 % (ITEMS - 1)).toArray());
        deletions = IntStream.range(0, sizes[0]).mapToObj(input::without).toList();
    }

    /** Scores of all items from one history. */
    @Benchmark
    public float[] ranking() {
        return model.scores(input);
    }

    /** All attention of one history. */
    @Benchmark
    public AttentionTrace tracing() {
        return model.trace(input);
    }

    /** The score of one item without each of the events. */
    @Benchmark
    public float[][] leaveOneOut() {
        return model.scores(input, deletions, new int[] {1}, new CancellationToken());
    }

    /** The same without reuse: one forward pass an event. */
    @Benchmark
    public float[] leaveOneOutOneByOne() {
        float[] scores = new float[deletions.size()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = model.scores(
                            deletions.get(i), List.of(deletions.get(i)), new int[] {1}, new CancellationToken())[0][0];
        }
        return scores;
    }
}
