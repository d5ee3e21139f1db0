package reclens.inference;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import reclens.domain.Checkpoint;
import reclens.domain.ModelConfig;
import reclens.domain.Tensor;

/** A small model with the outputs that PyTorch gave for it; written by {@code goldens/sasrec/generate.py}. */
record Golden(String variant, int heads, int layers, int window, Map<String, Tensor> tensors, List<Case> cases) {
    static final List<String> VARIANTS =
            List.of("recbole", "iclrec", "pmixer-2020", "pmixer-2024", "pmixer-2025", "pmixer-2025-norm-first");

    /**
     * Where no key may be seen, RecBole and ICLRec take the softmax of scores that were all lowered by 10,000, which rounds
     * them to multiples of 0.001; the last bit of a product decides which way.
     */
    static final float SPREAD_TOLERANCE = 2e-3f;

    static boolean spreadsOverAllSlots(String variant, ModelInput input) {
        boolean additive = variant.equals("recbole") && input.length() > 0 || variant.equals("iclrec");
        return additive
                && IntStream.range(0, input.length()).allMatch(i -> input.hidden() != null && input.hidden()[i]);
    }

    /** @param attention [layers][H, n, n]; {@code paddingMass} [layers][H, n]; {@code gradient} of the target's score [n, D] */
    record Case(
            int[] items,
            float[] scores,
            float[][] attention,
            float[][] paddingMass,
            int target,
            float[] gradient,
            float[] deleteDrops,
            float[] maskDrops) {
        ModelInput input() {
            return ModelInput.of(items);
        }
    }

    static Golden read(String variant) {
        try (Reader reader = new InputStreamReader(
                Golden.class.getResourceAsStream("/goldens/sasrec/" + variant + ".json"), StandardCharsets.UTF_8)) {
            JsonObject json = new Gson().fromJson(reader, JsonObject.class);
            Map<String, Tensor> tensors = new LinkedHashMap<>();
            json.getAsJsonObject("tensors").entrySet().forEach(e -> tensors.put(e.getKey(), tensor(e.getValue())));
            List<Case> cases = StreamSupport.stream(json.getAsJsonArray("cases").spliterator(), false)
                    .map(c -> new Gson().fromJson(c, Case.class))
                    .toList();
            return new Golden(
                    variant,
                    json.get("heads").getAsInt(),
                    json.get("layers").getAsInt(),
                    json.get("window").getAsInt(),
                    tensors,
                    cases);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Checkpoint checkpoint() {
        return new Checkpoint(Path.of(variant + ".safetensors"), "safetensors", "", tensors, Map.of());
    }

    /** What the tensors do not show. */
    ModelConfig config() {
        return new ModelConfig("config.json", Map.of())
                .with("variant", variant)
                .with("num_attention_heads", (long) heads)
                .with("max_position_embeddings", (long) window);
    }

    RecommenderModel open() {
        return ModelRegistry.open(checkpoint(), config());
    }

    private static Tensor tensor(JsonElement element) {
        JsonArray shape = element.getAsJsonObject().getAsJsonArray("shape");
        float[] values = new Gson().fromJson(element.getAsJsonObject().get("values"), float[].class);
        return Tensor.ofFloats(
                values,
                StreamSupport.stream(shape.spliterator(), false)
                        .mapToLong(JsonElement::getAsLong)
                        .toArray());
    }
}
