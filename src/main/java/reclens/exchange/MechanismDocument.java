package reclens.exchange;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Map;
import reclens.domain.DType;
import reclens.domain.DoubleTensor;
import reclens.domain.MechanismTrace;

/**
 * One mechanism with every intermediate, in the shape of its input with {@code steps} added. Numbers that are not finite are
 * strings, here only.
 */
public final class MechanismDocument {
    private MechanismDocument() {}

    public static String write(MechanismTrace trace) {
        JsonObject document = new JsonObject();
        if (!trace.input().name().isEmpty()) {
            document.addProperty("name", trace.input().name());
        }
        document.addProperty("mechanism", trace.input().mechanism());
        document.add("params", Json.plain(trace.input().params()));
        document.add("inputs", tensors(trace.input().inputs()));
        document.add("weights", tensors(trace.input().weights()));
        document.add("steps", tensors(trace.steps()));
        document.add("notes", Json.strings(trace.notes()));
        return Json.write(document);
    }

    private static JsonObject tensors(Map<String, DoubleTensor> tensors) {
        JsonObject object = new JsonObject();
        tensors.forEach((name, t) -> object.add(name, tensor(t)));
        return object;
    }

    private static JsonObject tensor(DoubleTensor t) {
        JsonObject object = new JsonObject();
        JsonArray shape = new JsonArray();
        t.shape().forEach(shape::add);
        object.add("shape", shape);
        object.addProperty("dtype", t.dtype().torchName());
        JsonArray data = new JsonArray(t.values().length);
        for (double value : t.values()) {
            data.add(element(t.dtype(), value));
        }
        object.add("data", data);
        return object;
    }

    private static JsonElement element(DType dtype, double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return new JsonPrimitive(Double.toString(value));
        }
        return switch (dtype) {
            case BOOL -> new JsonPrimitive(value != 0);
            case I64, I32, I16, I8, U8 -> new JsonPrimitive((long) value);
            default -> Json.number(value);
        };
    }
}
