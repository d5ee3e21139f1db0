package reclens.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import reclens.domain.AttentionMap;
import reclens.domain.CancellationToken;
import reclens.domain.Checkpoint;
import reclens.domain.FeatureTables;
import reclens.domain.ModelConfig;
import reclens.domain.ProgressListener;
import reclens.files.CheckpointReader;
import reclens.files.FeatureTableReader;
import reclens.inference.InputGradient;
import reclens.inference.ModelInput;
import reclens.inference.ModelRegistry;
import reclens.inference.Ranking;
import reclens.inference.RecommenderModel;

/**
 * Prints, model by model, the largest error against the outputs of the original programs. Run with
 * {@code mvn -q -Pbench package -DskipTests && java -cp "target/reclens.jar:target/lib/*" reclens.bench.GoldenErrors [FOLDER [GOLDENS]]};
 * the folder, {@code ../shared/data} by default, holds {@code models} and {@code golden}; the goldens of the literature's models,
 * which have no public checkpoints, are {@code src/test/resources/goldens}.
 */
public final class GoldenErrors {
    private static final Map<String, Object> USERS_AND_FILMS = Map.of(
            "token_fields",
            List.of("user_id", "item_id", "age", "gender", "occupation", "release_year"),
            "token_seq_fields",
            List.of("class"));

    /** One line a model: folder, checkpoint, what config.json has to add, where the golden has its attention. */
    private static final List<Subject> SUBJECTS = List.of(
            new Subject("recbole-sasrec-ml100k", ".pth", Map.of(), GoldenAttention.TRANSFORMER),
            new Subject("sasrec-pmixer-ml1m-2024", ".pth", variant("pmixer-2024", 1), GoldenAttention.TRANSFORMER),
            new Subject("iclrec-sasrec-beauty", ".pt", Map.of("num_attention_heads", 2L), GoldenAttention.TRANSFORMER),
            new Subject("recbole-bert4rec-ml100k", ".pth", Map.of(), GoldenAttention.TRANSFORMER),
            new Subject("recbole-sasrecf-ml100k", ".pth", features(4, "sum"), GoldenAttention.TRANSFORMER),
            new Subject("recbole-fdsa-ml100k", ".pth", features(2, "mean"), GoldenAttention.TRANSFORMER),
            new Subject("recbole-din-ml100k", ".pth", Map.of(), GoldenAttention.row("attention_top1")),
            new Subject("recbole-narm-ml100k", ".pth", Map.of(), GoldenAttention.row("alpha")),
            new Subject("recbole-stamp-ml100k", ".pth", Map.of(), GoldenAttention.row("alpha")),
            new Subject("recbole-autoint-ml100k", ".pth", USERS_AND_FILMS, GoldenAttention.FIELDS),
            new Subject("recbole-afm-ml100k", ".pth", USERS_AND_FILMS, GoldenAttention.PAIRS));

    /**
     * @param ending of the checkpoint's name; a {@code state_dict} is taken only where there is nothing else
     * @param config entries of config.json that the checkpoint does not hold
     */
    private record Subject(String name, String ending, Map<String, Object> config, GoldenAttention attention) {}

    private final Path folder;

    private GoldenErrors(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws java.io.IOException {
        GoldenErrors errors = new GoldenErrors(Path.of(arguments.length == 0 ? "../shared/data" : arguments[0]));
        System.out.println(
                "Largest error over all cases. scores: relative to max(1, |score|); gradients: relative to the"
                        + " largest of the case; - : none in the golden");
        System.out.printf(
                "%-34s %9s %9s %9s %9s  %s%n", "model", "scores", "attention", "gradients", "leave-out", "same top 20");
        for (Subject subject : SUBJECTS) {
            errors.print(subject);
        }
        new LiteratureErrors(Path.of(arguments.length > 1 ? arguments[1] : "src/test/resources/goldens")).print();
    }

    private void print(Subject subject) throws java.io.IOException {
        try (RecommenderModel model = open(subject)) {
            GoldenFile golden = new GoldenFile(
                    folder.resolve("golden").resolve(subject.name()).resolve("golden.npz"), model.card());
            double scores = 0;
            double attention = 0;
            double gradients = 0;
            double drops = 0;
            int same = 0;
            for (int c = 0; c < golden.cases(); c++) {
                ModelInput input = golden.input(c);
                float[] found = model.scores(input);
                scores = Math.max(scores, scoreError(found, golden, c));
                int[] top = Ranking.top(found, new BitSet(), 20);
                same += Arrays.equals(top, golden.ids("top20_ids", c)) ? 1 : 0;
                for (AttentionMap map :
                        model.trace(input, new int[] {golden.target(c)}).maps()) {
                    if (map.rows() > 0) {
                        attention = Math.max(attention, subject.attention().error(map, golden, c));
                    }
                }
                gradients = Math.max(gradients, gradientError(model.gradient(input, golden.target(c)), golden, c));
                drops = Math.max(drops, dropError(model, input, golden, c));
            }
            System.out.printf(
                    Locale.ROOT,
                    "%-34s %9.1e %9.1e %9.1e %9s  %d of %d%n",
                    subject.name(),
                    scores,
                    attention,
                    gradients,
                    golden.has("loo_drop_top1") ? String.format(Locale.ROOT, "%.1e", drops) : "-",
                    same,
                    golden.cases());
        }
    }

    private RecommenderModel open(Subject subject) throws java.io.IOException {
        Path home = folder.resolve("models").resolve(subject.name());
        Path file;
        try (var files = Files.list(home)) {
            file = files.filter(f -> f.toString().endsWith(subject.ending()))
                    .sorted() // names of the programs are upper case
                    .findFirst()
                    .orElseThrow();
        }
        Checkpoint checkpoint = CheckpointReader.read(file, ProgressListener.NONE, new CancellationToken());
        Path tables = home.resolve("features.npz");
        return ModelRegistry.open(
                checkpoint,
                new ModelConfig("config.json", subject.config()),
                Files.exists(tables) ? FeatureTableReader.read(tables) : FeatureTables.EMPTY);
    }

    /** Over the top 20, and over all items where the golden has them. */
    private static double scoreError(float[] found, GoldenFile golden, int number) {
        int[] ids = golden.ids("top20_ids", number);
        float[] top = golden.of(golden.has("top20_scores") ? "top20_scores" : "top20_logits", number);
        double largest = 0;
        for (int i = 0; i < ids.length; i++) {
            largest = Math.max(largest, relative(found[ids[i]], top[i]));
        }
        float[] all = golden.of(golden.has("scores_all") ? "scores_all" : "logits_all", number);
        for (int i = 1; all != null && i < all.length; i++) {
            if (found[i] != Float.NEGATIVE_INFINITY) {
                largest = Math.max(largest, relative(found[i], all[i]));
            }
        }
        return largest;
    }

    private static double gradientError(InputGradient found, GoldenFile golden, int number) {
        boolean ofFields = golden.has("top1_grad_wrt_field_embedding");
        float[] expected = golden.of(ofFields ? "top1_grad_wrt_field_embedding" : "grad_top1_wrt_item_emb", number);
        int rows = found.gradients().length / found.width();
        int first = ofFields ? 0 : golden.firstSlot(rows, expected.length / found.width()) * found.width();
        double scale = 0;
        double largest = 0;
        for (int i = 0; i < found.gradients().length; i++) {
            scale = Math.max(scale, Math.abs(expected[first + i]));
            largest = Math.max(largest, Math.abs(found.gradients()[i] - expected[first + i]));
        }
        return scale == 0 ? 0 : largest / scale;
    }

    private static double dropError(RecommenderModel model, ModelInput input, GoldenFile golden, int number) {
        int n = input.length();
        if (!golden.has("loo_drop_top1") || n == 0) {
            return 0;
        }
        int dropped = model.card().traits().dropsOldest() ? 1 : 0;
        int target = golden.target(number);
        float[] expected = golden.of("loo_drop_top1", number);
        List<ModelInput> edits = IntStream.range(0, n).mapToObj(input::without).toList();
        float[][] without = model.scores(input, edits, new int[] {target}, new CancellationToken());
        float score = model.scores(input)[target];
        int first = golden.firstSlot(n, expected.length) + dropped;
        double largest = 0;
        for (int i = 0; i < n && n + dropped > 1; i++) {
            largest = Math.max(largest, Math.abs(score - without[i][0] - expected[first + i]));
        }
        return largest;
    }

    static double relative(float found, float expected) {
        return Math.abs((double) found - expected) / Math.max(1, Math.abs(expected));
    }

    private static Map<String, Object> variant(String name, long heads) {
        return Map.of("variant", name, "num_attention_heads", heads);
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
