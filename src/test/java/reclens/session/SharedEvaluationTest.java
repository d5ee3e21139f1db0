package reclens.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reclens.SharedData;
import reclens.domain.CancellationToken;
import reclens.domain.ProgressListener;
import reclens.domain.SeenPolicy;
import reclens.domain.Tensor;
import reclens.domain.TimeOrder;
import reclens.evaluation.ItemFacts;
import reclens.evaluation.NegativeDraw;
import reclens.evaluation.NegativeSampler;
import reclens.evaluation.Outcomes;
import reclens.evaluation.UniformNegatives;
import reclens.files.HistorySource;
import reclens.files.ModelEntry;
import reclens.files.NpzReader;
import reclens.files.WorkspaceFile;

/** Published and measured figures, recomputed from the checkpoints over all users. */
@EnabledIf("reclens.SharedData#isPresent")
class SharedEvaluationTest {
    private static final double LAST_DIGIT = 0.00005;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "sasrec, 2, sum, 0.1241, 0.0549",
        "bert4rec, 2, sum, 0.1071, 0.0544",
        "fdsa, 2, mean, 0.1220, 0.0594",
        "sasrecf, 4, sum, 0.1060, 0.0496",
        "narm, 1, sum, 0.1166, 0.0551",
        "stamp, 1, sum, 0.1007, 0.0473"
    })
    void recBolesFiguresToTheLastDigit_needsSharedData(
            String type, long heads, String pooling, double hitRate, double ndcg) {
        boolean readsFeatures = type.endsWith("f") || type.startsWith("f");
        WorkspaceSource source = source(
                "recbole-" + type + "-ml100k",
                "ml-100k/ml-100k.inter",
                TimeOrder.RECBOLE,
                readsFeatures
                        ? Map.of(
                                "num_attention_heads",
                                heads,
                                "selected_features",
                                List.of("class", "release_year"),
                                "pooling_mode",
                                pooling)
                        : Map.of());
        try (Workspace workspace = open(source)) {
            Map<String, Double> metrics =
                    full(workspace, SeenPolicy.INCLUDE).metrics(10, new Evaluator(workspace).facts(token()));

            assertThat(metrics.get("hit_rate")).isEqualTo(hitRate, within(LAST_DIGIT));
            assertThat(metrics.get("ndcg")).isEqualTo(ndcg, within(LAST_DIGIT));
        }
    }

    @Test
    void recBolesAucOfDin_needsSharedData() {
        WorkspaceSource source = source("recbole-din-ml100k", "ml-100k/ml-100k.inter", TimeOrder.RECBOLE, Map.of());
        try (Workspace workspace = open(source)) {
            Map<String, Double> metrics = ranks(
                            workspace, SeenPolicy.INCLUDE, new UniformNegatives(100, 1, NegativeDraw.RECBOLE))
                    .metrics(10, new Evaluator(workspace).facts(token()));

            assertThat(metrics.get("auc")).isEqualTo(0.8814, within(0.01));
            assertThat(metrics.get("log_loss")).isEqualTo(0.4029, within(0.01));
        }
    }

    @Test
    void icLRecsPublishedFiguresToTheLastDigit_needsSharedData() {
        WorkspaceSource source =
                source("iclrec-sasrec-beauty", "amazon/Beauty.txt", TimeOrder.EXACT, Map.of("num_attention_heads", 2L));
        try (Workspace workspace = open(source)) {
            Outcomes outcomes = full(workspace, SeenPolicy.ZERO);

            assertThat(outcomes.evaluated()).isEqualTo(22_363);
            Map<Integer, double[]> published = Map.of(
                    5, new double[] {.0500, .0326}, 10, new double[] {.0744, .0403}, 20, new double[] {.1058, .0483});
            published.forEach((k, figures) -> {
                Map<String, Double> metrics = outcomes.metrics(k, new Evaluator(workspace).facts(token()));
                assertThat(metrics.get("hit_rate")).isEqualTo(figures[0], within(LAST_DIGIT));
                assertThat(metrics.get("ndcg")).isEqualTo(figures[1], within(LAST_DIGIT));
            });
        }
    }

    @Test
    void pmixersFiguresWithItsNegativesAndWithOurs_needsSharedData() {
        WorkspaceSource source = source(
                "sasrec-pmixer-ml1m-2024",
                "ml-1m/ml-1m.txt",
                TimeOrder.EXACT,
                Map.of("variant", "pmixer-2024", "num_attention_heads", 1L));
        try (Workspace workspace = open(source)) {
            ItemFacts items = new Evaluator(workspace).facts(token());
            Map<String, Tensor> golden =
                    NpzReader.read(SharedData.path("golden", "sasrec-pmixer-ml1m-2024", "eval_sampled_100neg.npz"));
            long[] candidates = golden.get("candidates").toLongs();
            // Some of the golden's negatives are the held-out item itself, whose tie its sort breaks by chance.
            Map<String, Outcomes.Group> groups = ranks(
                            workspace, SeenPolicy.INCLUDE, fixedNegatives(workspace, candidates))
                    .groups(10, items, user -> clean(candidates, id(workspace, user) - 1) ? "clean" : "other");
            assertThat(groups.get("clean").users()).isEqualTo(959);
            assertThat(groups.get("clean").metrics().get("ndcg"))
                    .isEqualTo(cleanNdcg(candidates, golden.get("target_rank").toLongs()), within(1e-12));

            Map<String, Double> theirDraw = ranks(
                            workspace, SeenPolicy.INCLUDE, new UniformNegatives(100, 1, NegativeDraw.PMIXER))
                    .metrics(10, items);
            assertThat(theirDraw.get("hit_rate")).isEqualTo(0.8202, within(0.005));
            assertThat(theirDraw.get("ndcg")).isEqualTo(0.5905, within(0.005));

            // Ours never draws what the user met, which is a little easier.
            Map<String, Double> ours = ranks(
                            workspace, SeenPolicy.EXCLUDE, new UniformNegatives(100, 1, NegativeDraw.DISTINCT))
                    .metrics(10, items);
            assertThat(ours.get("hit_rate")).isEqualTo(0.8202, within(0.005));
            assertThat(ours.get("ndcg")).isEqualTo(0.5905, within(0.01));
        }
    }

    private static boolean clean(long[] candidates, int row) {
        return row < 1000
                && LongStream.range(1, 101).noneMatch(i -> candidates[row * 101 + (int) i] == candidates[row * 101]);
    }

    private static double cleanNdcg(long[] candidates, long[] ranks) {
        return IntStream.range(0, 1000)
                .filter(row -> clean(candidates, row))
                .mapToDouble(row -> ranks[row] < 10 ? Math.log(2) / Math.log(ranks[row] + 2) : 0)
                .average()
                .orElseThrow();
    }

    /** The negatives that the golden's authors drew for users 1 to 1000; nobody else has any. */
    private static NegativeSampler fixedNegatives(Workspace workspace, long[] candidates) {
        return (user, heldOut) -> {
            int row = id(workspace, user) - 1;
            int[] negatives = new int[row < 1000 ? 100 : 0];
            for (int i = 0; i < negatives.length; i++) {
                negatives[i] = (int) candidates[row * 101 + 1 + i];
            }
            return negatives;
        };
    }

    private static int id(Workspace workspace, int user) {
        return Integer.parseInt(workspace.log().users().get(user));
    }

    private static Outcomes full(Workspace workspace, SeenPolicy seen) {
        return new Evaluator(workspace).ranks(seen, Optional.empty(), 20, ProgressListener.NONE, token());
    }

    private static Outcomes ranks(Workspace workspace, SeenPolicy seen, NegativeSampler sampler) {
        return new Evaluator(workspace).ranks(seen, Optional.of(sampler), 10, ProgressListener.NONE, token());
    }

    private static Workspace open(WorkspaceSource source) {
        return new WorkspaceOpener().open(source, ProgressListener.NONE, token());
    }

    private static CancellationToken token() {
        return new CancellationToken();
    }

    private WorkspaceSource source(String model, String history, TimeOrder order, Map<String, Object> config) {
        Path home = SharedData.path("models", model);
        WorkspaceFile.write(
                folder,
                new WorkspaceFile(
                        model,
                        new ModelEntry("", checkpoint(home), Optional.empty()),
                        List.of(),
                        existing(home.resolve("id_to_token.json")),
                        Optional.empty(),
                        Map.of(),
                        existing(home.resolve("features.npz")),
                        Optional.empty(),
                        HistorySource.of(SharedData.path("histories", history)).ordered(order),
                        Optional.empty(),
                        SeenPolicy.EXCLUDE,
                        Optional.empty(),
                        List.of()));
        return WorkspaceSource.folder(folder).withOverrides(config);
    }

    /** What the author's program wrote; a plain state_dict where there is nothing else. */
    private static Path checkpoint(Path home) {
        try (Stream<Path> files = Files.list(home)) {
            return files.filter(f -> f.toString().matches(".*[.](pth|pt)"))
                    .sorted() // names of the programs are upper case
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> existing(Path file) {
        return Optional.of(file).filter(Files::exists);
    }
}
