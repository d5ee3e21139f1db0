package reclens.exchange;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import reclens.domain.Checkpoint;

/** {@code reclens.inspection/1}: what a checkpoint holds and what is missing to run it. */
public final class InspectionDocument {
    private InspectionDocument() {}

    /**
     * @param modelType recognised type; empty when none fits
     * @param candidates types and variants that fit the tensors
     * @param missing entries of {@code config.json} that the file does not tell
     */
    public static String write(Checkpoint checkpoint, String modelType, List<String> candidates, List<String> missing) {
        JsonObject document = new JsonObject();
        document.addProperty("schema", "reclens.inspection/1");
        document.addProperty("file", checkpoint.file().getFileName().toString());
        document.addProperty("sha256", checkpoint.sha256());
        document.addProperty("format", checkpoint.format());
        document.add("model_type", Json.text(modelType));
        document.add("candidates", Json.strings(candidates));
        document.add("missing", Json.strings(missing));
        JsonArray tensors = new JsonArray();
        checkpoint.tensors().forEach((name, tensor) -> {
            JsonObject entry = new JsonObject();
            entry.addProperty("name", name);
            entry.addProperty("dtype", tensor.dtype().name());
            entry.add("shape", Json.array(tensor.shape(), com.google.gson.JsonPrimitive::new));
            tensors.add(entry);
        });
        document.add("tensors", tensors);
        return Json.write(document);
    }
}
