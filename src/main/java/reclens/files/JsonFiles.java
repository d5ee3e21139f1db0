package reclens.files;

import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import reclens.domain.DataException;
import reclens.domain.Problem;

/** Whole JSON files as plain values: maps, lists, strings, longs, doubles, booleans; null entries are left out. */
final class JsonFiles {
    private static final Pattern PLACE = Pattern.compile("line (\\d+) column (\\d+)(?: path (\\S+))?");
    private static final int MAX_DEPTH = 64;
    private static final long MAX_LENGTH = 256L << 20;

    private JsonFiles() {}

    /** @throws DataException when the file is no valid JSON, naming the line */
    static Object read(Path file) {
        long length = InputFile.length(file);
        if (length > MAX_LENGTH) {
            throw new DataException(Problem.of("the file is too large")
                    .at(file.toString())
                    .expected("at most " + MAX_LENGTH + " bytes of JSON")
                    .found(length + " bytes"));
        }
        String text;
        try {
            text = Files.readString(file, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            throw new DataException(
                    Problem.of("the text is not UTF-8").at(file.toString()).fix("save it as UTF-8"), e);
        } catch (IOException e) {
            throw InputFile.unreadable(file, e);
        }
        return parse(file.toString(), text.startsWith("\ufeff") ? text.substring(1) : text, true);
    }

    /** The file's object. */
    static Map<String, Object> readObject(Path file) {
        Object value = read(file);
        if (!(value instanceof Map<?, ?>)) {
            throw new DataException(Problem.of("not a JSON object")
                    .at(file.toString())
                    .expected("{ \"name\": value, ... }")
                    .found(kind(value)));
        }
        return asMap(value);
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> asMap(Object value) {
        return (Map<String, Object>) value;
    }

    /** One line of a file; {@code where} names file and line. */
    static Object parseLine(String where, String line) {
        return parse(where, line, false);
    }

    private static Object parse(String where, String text, boolean addLine) {
        JsonReader json = new JsonReader(new StringReader(text));
        json.setStrictness(Strictness.STRICT);
        try {
            Object value = value(json, 0);
            if (json.peek() != JsonToken.END_DOCUMENT) {
                throw new MalformedJsonException("more text after the end of the value" + place(json));
            }
            return value;
        } catch (IOException | IllegalStateException | NumberFormatException | JsonParseException e) {
            throw new DataException(malformed(where, e, json, addLine), e);
        }
    }

    private static Problem malformed(String where, Exception e, JsonReader json, boolean addLine) {
        Matcher place = PLACE.matcher(String.valueOf(e.getMessage()));
        if (!place.find()) {
            place = PLACE.matcher(json.toString());
            if (!place.find()) {
                return Problem.of("not valid JSON: " + firstSentence(e)).at(where);
            }
        }
        return Problem.of("not valid JSON: " + firstSentence(e))
                .at(addLine ? where + ":" + place.group(1) : where)
                .found("column " + place.group(2) + (place.group(3) == null ? "" : ", at " + place.group(3)));
    }

    /** Gson's message without the place and the advice, which speak to programmers. */
    static String firstSentence(Exception e) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        int end = message.indexOf(" at line ");
        String first = end < 0 ? message : message.substring(0, end);
        return first.lines().findFirst().orElse(first).strip();
    }

    private static String place(JsonReader json) {
        Matcher place = PLACE.matcher(json.toString());
        return place.find() ? " at " + place.group() : "";
    }

    private static Object value(JsonReader json, int depth) throws IOException {
        if (depth > MAX_DEPTH) {
            throw new MalformedJsonException("nested more than " + MAX_DEPTH + " deep" + place(json));
        }
        return switch (json.peek()) {
            case BEGIN_OBJECT -> object(json, depth);
            case BEGIN_ARRAY -> array(json, depth);
            case STRING -> json.nextString();
            case BOOLEAN -> json.nextBoolean();
            case NUMBER -> number(json);
            case NULL -> {
                json.nextNull();
                yield null;
            }
            default -> throw new MalformedJsonException("an unexpected " + json.peek() + place(json));
        };
    }

    private static Map<String, Object> object(JsonReader json, int depth) throws IOException {
        Map<String, Object> map = new LinkedHashMap<>();
        json.beginObject();
        while (json.hasNext()) {
            String name = json.nextName();
            String here = place(json);
            Object value = value(json, depth + 1);
            if (map.containsKey(name)) {
                throw new MalformedJsonException("the key '" + name + "' stands twice" + here);
            }
            if (value != null) {
                map.put(name, value);
            }
        }
        json.endObject();
        return map;
    }

    private static List<Object> array(JsonReader json, int depth) throws IOException {
        List<Object> list = new ArrayList<>();
        json.beginArray();
        while (json.hasNext()) {
            list.add(value(json, depth + 1));
        }
        json.endArray();
        return list;
    }

    private static Object number(JsonReader json) throws IOException {
        String here = place(json);
        String text = json.nextString();
        try {
            if (text.matches("-?\\d{1,19}")) {
                return Long.parseLong(text);
            }
        } catch (NumberFormatException e) {
            return Double.parseDouble(text);
        }
        double value = Double.parseDouble(text);
        if (Double.isInfinite(value)) {
            throw new MalformedJsonException("the number " + text + " is too large" + here);
        }
        return value;
    }

    /** What a value is, for messages. */
    static String kind(Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof Map) {
            return "an object";
        }
        return value instanceof List<?> list ? "a list of " + list.size() : "'" + value + "'";
    }
}
