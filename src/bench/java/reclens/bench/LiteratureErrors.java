package reclens.bench;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import reclens.domain.AttentionMap;
import reclens.domain.CancellationToken;
import reclens.domain.Checkpoint;
import reclens.domain.FeatureTables;
import reclens.domain.ModelConfig;
import reclens.domain.Tensor;
import reclens.inference.ModelInput;
import reclens.inference.ModelRegistry;
import reclens.inference.Ranking;
import reclens.inference.RecommenderModel;

/** The models that come from the literature, against the outputs of PyTorch beside the tests; tensors and cases in one file. */
final class LiteratureErrors {
    private static final List<String> TYPES =
            List.of("cross_attention", "feature_attention", "encoder_attention_decoder", "user_interest");

    private final Gson gson = new Gson();
    private final Path folder;

    /** @param folder {@code src/test/resources/goldens} */
    LiteratureErrors(Path folder) {
        this.folder = folder;
    }

    void print() throws IOException {
        for (String type : TYPES) {
            List<Path> files;
            try (var listed = Files.list(folder.resolve(type))) {
                files = listed.filter(f -> f.toString().endsWith(".json"))
                        .sorted()
                        .toList();
            }
            for (Path file : files) {
                String form = String.valueOf(file.getFileName()).replace(".json", "");
                try (Reader reader = Files.newBufferedReader(file)) {
                    print(type + "/" + form, gson.fromJson(reader, JsonObject.class));
                }
            }
        }
    }

    /** @param attention one array a map; {@code gradient} [n, D] of the score of {@code target} */
    private record Case(
            int[] items,
            int[] tokens,
            int user,
            float[] scores,
            int[] candidates,
            int target,
            float[][] attention,
            float[] gradient,
            float[] deleteDrops) {}

    private void print(String name, JsonObject golden) {
        try (RecommenderModel model = open(name, golden)) {
            double scores = 0;
            double attention = 0;
            double gradients = 0;
            double drops = 0;
            int same = 0;
            JsonArray cases = golden.getAsJsonArray("cases");
            for (JsonElement element : cases) {
                Case c = gson.fromJson(element, Case.class);
                ModelInput input = ModelInput.of(c.items()).withUser(c.user()).withTokens(c.tokens());
                float[] found = model.scores(input);
                float[] expected = c.scores().clone();
                for (int i = 0; i < found.length; i++) {
                    if (found[i] == Float.NEGATIVE_INFINITY) {
                        expected[i] = found[i]; // never ranked
                    } else {
                        scores = Math.max(scores, GoldenErrors.relative(found[i], expected[i]));
                    }
                }
                same += Arrays.equals(Ranking.top(found, new BitSet(), 20), Ranking.top(expected, new BitSet(), 20))
                        ? 1
                        : 0;
                List<AttentionMap> maps = model.trace(input, c.candidates()).maps();
                for (int m = 0; m < maps.size(); m++) {
                    attention = Math.max(
                            attention, GoldenAttention.difference(maps.get(m).weights(), c.attention()[m]));
                }
                gradients = Math.max(
                        gradients,
                        gradientError(model.gradient(input, c.target()).gradients(), c.gradient()));
                drops = Math.max(drops, dropError(model, input, c));
            }
            System.out.printf(
                    Locale.ROOT,
                    "%-34s %9.1e %9.1e %9.1e %9.1e  %d of %d%n",
                    name,
                    scores,
                    attention,
                    gradients,
                    drops,
                    same,
                    cases.size());
        }
    }

    private static double gradientError(float[] found, float[] expected) {
        double scale = 0;
        for (float g : expected) {
            scale = Math.max(scale, Math.abs(g));
        }
        return scale == 0 ? 0 : GoldenAttention.difference(found, expected) / scale;
    }

    private static double dropError(RecommenderModel model, ModelInput input, Case c) {
        List<ModelInput> edits = IntStream.range(0, c.deleteDrops().length)
                .mapToObj(input::without)
                .toList();
        float[][] without = model.scores(input, edits, new int[] {c.target()}, new CancellationToken());
        double largest = 0;
        for (int i = 0; i < edits.size(); i++) {
            largest = Math.max(largest, Math.abs(c.scores()[c.target()] - without[i][0] - c.deleteDrops()[i]));
        }
        return largest;
    }

    private RecommenderModel open(String name, JsonObject golden) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        golden.getAsJsonObject("tensors").entrySet().forEach(e -> tensors.put(e.getKey(), tensor(e.getValue())));
        Map<String, Object> config = new LinkedHashMap<>();
        golden.getAsJsonObject("config").entrySet().forEach(e -> config.put(e.getKey(), plain(e.getValue())));
        Map<String, float[]> numbers = new LinkedHashMap<>();
        if (golden.has("numbers")) {
            golden.getAsJsonObject("numbers")
                    .entrySet()
                    .forEach(e -> numbers.put(e.getKey(), gson.fromJson(e.getValue(), float[].class)));
        }
        return ModelRegistry.open(
                new Checkpoint(Path.of(name + ".safetensors"), "safetensors", "", tensors, Map.of()),
                new ModelConfig("config.json", config),
                FeatureTables.EMPTY.withNumbers(numbers));
    }

    private Object plain(JsonElement value) {
        if (value.isJsonArray()) {
            return gson.fromJson(value, List.class);
        }
        JsonPrimitive primitive = value.getAsJsonPrimitive();
        if (primitive.isBoolean()) {
            return primitive.getAsBoolean();
        }
        return primitive.isString() ? primitive.getAsString() : (Object) primitive.getAsLong();
    }

    private Tensor tensor(JsonElement element) {
        JsonObject tensor = element.getAsJsonObject();
        return Tensor.ofFloats(
                gson.fromJson(tensor.get("values"), float[].class), gson.fromJson(tensor.get("shape"), long[].class));
    }
}
