package reclens.inference;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import reclens.domain.Checkpoint;
import reclens.domain.FeatureTables;
import reclens.domain.ModelConfig;
import reclens.domain.Tensor;

/** A small model with the outputs that PyTorch gave for it; written by {@code goldens/<type>/generate.py}. */
record SmallGolden(
        String type,
        Map<String, Object> config,
        FeatureTables features,
        Map<String, Tensor> tensors,
        List<Case> cases) {
    private static final Gson GSON = new Gson();

    /**
     * @param attention one array a map, row-major
     * @param paddingMass one array a map
     * @param gradient of the score of the target, [rows, D]
     */
    record Case(
            int[] items,
            int[] tokens,
            int user,
            float[] scores,
            int[] candidates,
            int target,
            float[][] attention,
            float[][] paddingMass,
            float[] embeddings,
            float[] gradient,
            float[] deleteDrops,
            float[] maskDrops) {
        ModelInput input() {
            return ModelInput.of(items).withUser(user).withTokens(tokens);
        }
    }

    /** @param type such as {@code din}, or {@code cross_attention/softmax} where a type has several forms */
    static SmallGolden read(String type) {
        try (Reader reader = new InputStreamReader(
                SmallGolden.class.getResourceAsStream(
                        "/goldens/" + type + (type.contains("/") ? ".json" : "/golden.json")),
                StandardCharsets.UTF_8)) {
            JsonObject json = GSON.fromJson(reader, JsonObject.class);
            Map<String, Tensor> tensors = new LinkedHashMap<>();
            json.getAsJsonObject("tensors").entrySet().forEach(e -> tensors.put(e.getKey(), tensor(e.getValue())));
            Map<String, Object> config = new LinkedHashMap<>();
            json.getAsJsonObject("config").entrySet().forEach(e -> config.put(e.getKey(), plain(e.getValue())));
            JsonObject features = json.getAsJsonObject("features");
            return new SmallGolden(
                    type,
                    config,
                    new FeatureTables(fields(features.get("item")), fields(features.get("user")))
                            .withNumbers(numbers(json.getAsJsonObject("numbers"))),
                    tensors,
                    StreamSupport.stream(json.getAsJsonArray("cases").spliterator(), false)
                            .map(c -> GSON.fromJson(c, Case.class))
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Checkpoint checkpoint() {
        return new Checkpoint(Path.of(type + ".safetensors"), "safetensors", "", tensors, Map.of());
    }

    RecommenderModel open() {
        return ModelRegistry.open(checkpoint(), new ModelConfig("config.json", config), features);
    }

    private static Object plain(JsonElement value) {
        if (value.isJsonArray()) {
            return GSON.fromJson(value, List.class);
        }
        JsonPrimitive primitive = value.getAsJsonPrimitive();
        if (primitive.isBoolean()) {
            return primitive.getAsBoolean();
        }
        return primitive.isString() ? primitive.getAsString() : (Object) primitive.getAsLong();
    }

    private static Map<String, float[]> numbers(JsonObject source) {
        Map<String, float[]> numbers = new LinkedHashMap<>();
        if (source != null) {
            source.entrySet().forEach(e -> numbers.put(e.getKey(), GSON.fromJson(e.getValue(), float[].class)));
        }
        return numbers;
    }

    private static Map<String, FeatureTables.Field> fields(JsonElement source) {
        Map<String, FeatureTables.Field> fields = new LinkedHashMap<>();
        if (source != null) {
            source.getAsJsonObject().entrySet().forEach(e -> {
                JsonArray rows = e.getValue().getAsJsonArray();
                boolean sequence = rows.get(0).isJsonArray();
                int width = sequence ? rows.get(0).getAsJsonArray().size() : 1;
                int[] values = StreamSupport.stream(rows.spliterator(), false)
                        .flatMapToInt(row -> java.util.Arrays.stream(
                                sequence ? GSON.fromJson(row, int[].class) : new int[] {row.getAsInt()}))
                        .toArray();
                fields.put(e.getKey(), new FeatureTables.Field(values, width, sequence));
            });
        }
        return fields;
    }

    private static Tensor tensor(JsonElement element) {
        JsonObject tensor = element.getAsJsonObject();
        return Tensor.ofFloats(
                GSON.fromJson(tensor.get("values"), float[].class), GSON.fromJson(tensor.get("shape"), long[].class));
    }
}
