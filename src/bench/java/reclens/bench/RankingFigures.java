package reclens.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import reclens.domain.CancellationToken;
import reclens.domain.ProgressListener;
import reclens.domain.SeenPolicy;
import reclens.domain.TimeOrder;
import reclens.evaluation.ItemFacts;
import reclens.evaluation.NegativeDraw;
import reclens.evaluation.NegativeSampler;
import reclens.evaluation.Outcomes;
import reclens.evaluation.UniformNegatives;
import reclens.files.HistorySource;
import reclens.files.ModelEntry;
import reclens.files.WorkspaceFile;
import reclens.session.Evaluator;
import reclens.session.Workspace;
import reclens.session.WorkspaceOpener;
import reclens.session.WorkspaceSource;

/**
 * Prints, model by model, the ranking metrics over all users beside those that their authors or frameworks state. Run with
 * {@code mvn -q -Pbench package -DskipTests && java -cp "target/reclens.jar:target/lib/*" reclens.bench.RankingFigures [FOLDER]};
 * the folder, {@code ../shared/data} by default, holds {@code models} and {@code histories}.
 */
public final class RankingFigures {
    private static final long SEED = 1;
    private static final double LAST_DIGIT = 0.00005;

    /** @param k 0 for a metric over all pairs */
    private record Figure(int k, String metric, double stated, double allowed) {}

    /**
     * @param negatives sampled for each user; 0 for full ranking
     * @param config entries of config.json that the checkpoint does not hold
     */
    private record Subject(
            String model,
            String ending,
            String history,
            Map<String, Object> config,
            SeenPolicy seen,
            int negatives,
            NegativeDraw draw,
            TimeOrder order,
            List<Figure> figures) {}

    private static final List<Subject> SUBJECTS = List.of(
            recBole("sasrec", Map.of(), .1241, .0549),
            recBole("bert4rec", Map.of(), .1071, .0544),
            recBole("fdsa", features(2, "mean"), .1220, .0594),
            recBole("sasrecf", features(4, "sum"), .1060, .0496),
            recBole("narm", Map.of(), .1166, .0551),
            recBole("stamp", Map.of(), .1007, .0473),
            new Subject(
                    "recbole-din-ml100k",
                    ".pth",
                    "ml-100k/ml-100k.inter",
                    Map.of(),
                    SeenPolicy.INCLUDE,
                    100,
                    NegativeDraw.RECBOLE,
                    TimeOrder.RECBOLE,
                    List.of(new Figure(0, "auc", .8814, .01), new Figure(0, "log_loss", .4029, .01))),
            new Subject(
                    "iclrec-sasrec-beauty",
                    ".pt",
                    "amazon/Beauty.txt",
                    Map.of("num_attention_heads", 2L),
                    SeenPolicy.ZERO,
                    0,
                    NegativeDraw.DISTINCT,
                    TimeOrder.EXACT,
                    List.of(
                            exact(5, "hit_rate", .0500),
                            exact(10, "hit_rate", .0744),
                            exact(20, "hit_rate", .1058),
                            exact(5, "ndcg", .0326),
                            exact(10, "ndcg", .0403),
                            exact(20, "ndcg", .0483))),
            new Subject(
                    "sasrec-pmixer-ml1m-2024",
                    ".pth",
                    "ml-1m/ml-1m.txt",
                    Map.of("variant", "pmixer-2024", "num_attention_heads", 1L),
                    SeenPolicy.INCLUDE,
                    100,
                    NegativeDraw.PMIXER,
                    TimeOrder.EXACT,
                    List.of(new Figure(10, "hit_rate", .8202, .005), new Figure(10, "ndcg", .5905, .005))));

    private final Path folder;

    private RankingFigures(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws IOException {
        RankingFigures figures = new RankingFigures(Path.of(arguments.length == 0 ? "../shared/data" : arguments[0]));
        System.out.printf(
                "%-26s %-12s %8s %8s  %-12s %7s %5s%n", "model", "metric", "stated", "ours", "", "users", "s");
        for (Subject subject : SUBJECTS) {
            figures.print(subject);
        }
    }

    private void print(Subject subject) throws IOException {
        Path home = Files.createTempDirectory("ranking-figures");
        long start = System.nanoTime();
        try (Workspace workspace = open(subject, home)) {
            Evaluator evaluator = new Evaluator(workspace);
            Optional<NegativeSampler> sampler = subject.negatives() == 0
                    ? Optional.empty()
                    : Optional.of(new UniformNegatives(subject.negatives(), SEED, subject.draw()));
            Outcomes outcomes =
                    evaluator.ranks(subject.seen(), sampler, 20, ProgressListener.NONE, new CancellationToken());
            double seconds = (System.nanoTime() - start) / 1e9;
            ItemFacts items = evaluator.facts(new CancellationToken());
            for (Figure figure : subject.figures()) {
                double ours = outcomes.metrics(Math.max(1, figure.k()), items).get(figure.metric());
                String verdict = Math.abs(ours - figure.stated()) > figure.allowed()
                        ? "differs"
                        : figure.allowed() == LAST_DIGIT ? "equal" : "within " + figure.allowed();
                System.out.printf(
                        Locale.ROOT,
                        "%-26s %-12s %8.4f %8.4f  %-12s %7d %5.1f%n",
                        subject.model(),
                        figure.metric() + (figure.k() == 0 ? "" : "@" + figure.k()),
                        figure.stated(),
                        ours,
                        verdict,
                        outcomes.evaluated(),
                        seconds);
            }
        } finally {
            Files.deleteIfExists(home.resolve(WorkspaceFile.NAME));
            Files.delete(home);
        }
    }

    private Workspace open(Subject subject, Path home) throws IOException {
        Path model = folder.resolve("models").resolve(subject.model());
        Path checkpoint;
        try (var files = Files.list(model)) {
            checkpoint = files.filter(f -> f.toString().endsWith(subject.ending()))
                    .sorted() // names of the programs are upper case
                    .findFirst()
                    .orElseThrow();
        }
        WorkspaceFile.write(
                home,
                new WorkspaceFile(
                        subject.model(),
                        new ModelEntry("", checkpoint, Optional.empty()),
                        List.of(),
                        existing(model.resolve("id_to_token.json")),
                        Optional.empty(),
                        Map.of(),
                        existing(model.resolve("features.npz")),
                        Optional.empty(),
                        HistorySource.of(folder.resolve("histories").resolve(subject.history()))
                                .ordered(subject.order()),
                        Optional.empty(),
                        subject.seen(),
                        Optional.empty(),
                        List.of()));
        WorkspaceSource source = WorkspaceSource.folder(home).withOverrides(subject.config());
        return new WorkspaceOpener().open(source, ProgressListener.NONE, new CancellationToken());
    }

    private static Optional<Path> existing(Path file) {
        return Files.exists(file) ? Optional.of(file) : Optional.empty();
    }

    private static Subject recBole(String type, Map<String, Object> config, double hitRate, double ndcg) {
        return new Subject(
                "recbole-" + type + "-ml100k",
                ".pth",
                "ml-100k/ml-100k.inter",
                config,
                SeenPolicy.INCLUDE,
                0,
                NegativeDraw.DISTINCT,
                TimeOrder.RECBOLE,
                List.of(exact(10, "hit_rate", hitRate), exact(10, "ndcg", ndcg)));
    }

    private static Figure exact(int k, String metric, double stated) {
        return new Figure(k, metric, stated, LAST_DIGIT);
    }

    private static Map<String, Object> features(long heads, String pooling) {
        return Map.of(
                "num_attention_heads",
                heads,
                "selected_features",
                List.of("class", "release_year"),
                "pooling_mode",
                pooling);
    }
}
