package reclens.exchange;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Builds JSON values: what does not exist is null, floats keep their shortest exact form. */
final class Json {
    private static final Gson GSON =
            new GsonBuilder().serializeNulls().disableHtmlEscaping().create();

    private Json() {}

    static String write(JsonElement document) {
        return GSON.toJson(document);
    }

    /** Full precision; null where the value is not finite. A float is written with a float's digits. */
    static JsonElement number(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return JsonNull.INSTANCE;
        }
        float narrowed = (float) value;
        return new JsonPrimitive(
                narrowed == value ? new BigDecimal(Float.toString(narrowed)) : BigDecimal.valueOf(value));
    }

    static JsonElement text(String value) {
        return value == null || value.isEmpty() ? JsonNull.INSTANCE : new JsonPrimitive(value);
    }

    static JsonArray numbers(double[] values) {
        JsonArray array = new JsonArray(values.length);
        for (double value : values) {
            array.add(number(value));
        }
        return array;
    }

    static JsonArray numbers(float[] values) {
        JsonArray array = new JsonArray(values.length);
        for (float value : values) {
            array.add(number(value));
        }
        return array;
    }

    static JsonArray integers(int[] values) {
        JsonArray array = new JsonArray(values.length);
        for (int value : values) {
            array.add(value);
        }
        return array;
    }

    static JsonArray strings(List<String> values) {
        return array(values, JsonPrimitive::new);
    }

    static <T> JsonArray array(List<T> values, Function<T, ? extends JsonElement> element) {
        JsonArray array = new JsonArray(values.size());
        values.forEach(v -> array.add(element.apply(v)));
        return array;
    }

    /** A plain value: string, boolean, number, list or map. */
    static JsonElement plain(Object value) {
        if (value instanceof Float || value instanceof Double) {
            return number(((Number) value).doubleValue());
        }
        if (value instanceof Number n) {
            return new JsonPrimitive(n);
        }
        if (value instanceof Boolean b) {
            return new JsonPrimitive(b);
        }
        if (value instanceof List<?> list) {
            return array(list, Json::plain);
        }
        if (value instanceof Map<?, ?> map) {
            com.google.gson.JsonObject object = new com.google.gson.JsonObject();
            map.forEach((k, v) -> object.add(String.valueOf(k), plain(v)));
            return object;
        }
        return value == null ? JsonNull.INSTANCE : new JsonPrimitive(value.toString());
    }
}
