package reclens.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reclens.domain.DType;
import reclens.domain.DataException;
import reclens.domain.DoubleTensor;
import reclens.domain.MechanismCase;
import reclens.domain.NotFoundException;
import reclens.domain.Problem;

/**
 * Reads what {@code attend} computes: {@code {"mechanism": .., "params": {..}, "inputs": {..}, "weights": {..}}}. A tensor is
 * {@code {"shape": [..], "dtype": "float32", "data": [..]}}, row-major, or nested lists such as {@code [[1], [0]]}. Numbers
 * that are not finite are the strings "NaN", "Infinity" and "-Infinity".
 */
public final class MechanismCaseReader {
    private MechanismCaseReader() {}

    /**
     * The case of a file.
     *
     * @param name which one, where the file has several under {@code cases}; empty where it has one
     * @throws DataException when it is malformed; the message names the tensor
     * @throws NotFoundException when no case has this name
     */
    public static MechanismCase read(Path file, String name) {
        List<MechanismCase> cases = readAll(file);
        if (name.isEmpty() && cases.size() == 1) {
            return cases.get(0);
        }
        return cases.stream()
                .filter(c -> !name.isEmpty() && c.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotFoundException(Problem.of(
                                name.isEmpty() ? "the file has " + cases.size() + " cases" : "no case '" + name + "'")
                        .at(file.toString())
                        .found(String.join(
                                ", ", cases.stream().map(MechanismCase::name).toList()))
                        .fix("name one of them with --case")));
    }

    /** All cases of a file, in their order. */
    public static List<MechanismCase> readAll(Path file) {
        Map<String, Object> root = JsonFiles.readObject(file);
        if (!root.containsKey("cases")) {
            return List.of(one(file, new JsonEntries(file, "", root), root));
        }
        List<MechanismCase> cases = new ArrayList<>();
        for (JsonEntries entry : new JsonEntries(file, "", root).objects("cases")) {
            cases.add(one(file, entry, entry.values()));
        }
        return cases;
    }

    /**
     * A tensor as it is typed or pasted: JSON as in a file, or numbers in lines, separated by tabs, spaces, commas or
     * semicolons.
     *
     * @param where names the tensor in messages
     * @throws DataException when it is neither
     */
    public static DoubleTensor tensor(String where, String text) {
        String trimmed = text.strip();
        if (trimmed.isEmpty()) {
            throw wrong(where, "numbers", trimmed);
        }
        if (trimmed.startsWith("[") || trimmed.startsWith("{")) {
            return tensor(where, JsonFiles.parseLine(where, trimmed));
        }
        List<Object> rows = new ArrayList<>();
        for (String line : trimmed.lines().filter(l -> !l.isBlank()).toList()) {
            List<Object> row = new ArrayList<>();
            for (String cell : line.strip().split("[\t ,;]+")) {
                row.add(typed(where + ", line " + (rows.size() + 1), cell));
            }
            rows.add(row);
        }
        return tensor(where, rows);
    }

    private static Object typed(String where, String cell) {
        if (cell.equals("true") || cell.equals("false")) {
            return Boolean.valueOf(cell);
        }
        if (cell.equals("-inf") || cell.equals("-Infinity")) {
            return "-Infinity";
        }
        try {
            return Double.valueOf(cell);
        } catch (NumberFormatException e) {
            throw wrong(where, "a number, true, false or -inf", cell);
        }
    }

    /**
     * Settings as they are typed: a JSON object; nothing stands for none.
     *
     * @throws DataException when it is no JSON object
     */
    public static Map<String, Object> params(String where, String text) {
        if (text.isBlank()) {
            return Map.of();
        }
        Object value = JsonFiles.parseLine(where, text.strip());
        if (!(value instanceof Map<?, ?>)) {
            throw wrong(where, "a JSON object such as {\"causal\": true}", value);
        }
        return JsonFiles.asMap(value);
    }

    private static MechanismCase one(Path file, JsonEntries entry, Map<String, Object> values) {
        return new MechanismCase(
                file.toString(),
                entry.text("name").orElse(""),
                entry.requiredText("mechanism"),
                entry.object("params").map(JsonEntries::values).orElse(Map.of()),
                tensors(file, entry, "inputs"),
                tensors(file, entry, "weights"));
    }

    static Map<String, DoubleTensor> tensors(Path file, JsonEntries entry, String key) {
        Map<String, DoubleTensor> tensors = new LinkedHashMap<>();
        entry.object(key).ifPresent(group -> group.values()
                .forEach((name, value) -> tensors.put(name, tensor(file + ": " + key + "." + name, value))));
        return tensors;
    }

    private static DoubleTensor tensor(String where, Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            List<Integer> shape = new ArrayList<>();
            for (Object inner = value; inner instanceof List<?> list && !list.isEmpty(); inner = list.get(0)) {
                shape.add(list.size());
            }
            List<Object> flat = new ArrayList<>();
            flatten(where, value, shape, 0, flat);
            return checked(where, DType.F32, shape, flat);
        }
        String dtypeName = map.get("dtype") instanceof String s ? s : map.containsKey("dtype") ? "?" : "float32";
        DType dtype = DType.ofTorchName(dtypeName)
                .orElseThrow(() -> wrong(where + ".dtype", "float32, float64, int64, bool", map.get("dtype")));
        if (!(map.get("shape") instanceof List<?> sizes)) {
            throw wrong(where + ".shape", "a list of sizes", map.get("shape"));
        }
        List<Integer> shape = new ArrayList<>();
        for (Object size : sizes) {
            if (!(size instanceof Long n) || n < 1 || n > Integer.MAX_VALUE) {
                throw wrong(where + ".shape", "whole numbers of at least 1", size);
            }
            shape.add(n.intValue());
        }
        if (!(map.get("data") instanceof List<?> data)) {
            throw wrong(where + ".data", "a list of numbers", map.get("data"));
        }
        return checked(where, dtype, shape, data);
    }

    private static void flatten(String where, Object value, List<Integer> shape, int depth, List<Object> flat) {
        if (depth == shape.size()) {
            flat.add(value);
        } else if (value instanceof List<?> list && list.size() == shape.get(depth)) {
            list.forEach(inner -> flatten(where, inner, shape, depth + 1, flat));
        } else {
            throw wrong(where, "lists of equal length: " + shape, value);
        }
    }

    private static DoubleTensor checked(String where, DType dtype, List<Integer> shape, List<?> data) {
        long expected = shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
        if (data.size() != expected) {
            throw new DataException(Problem.of("data and shape disagree")
                    .at(where)
                    .expected(expected + " numbers for shape " + shape)
                    .found(Integer.toString(data.size())));
        }
        double[] values = new double[data.size()];
        boolean allBooleans = !data.isEmpty();
        for (int i = 0; i < values.length; i++) {
            values[i] = number(where + "[" + i + "]", data.get(i));
            allBooleans &= data.get(i) instanceof Boolean;
        }
        return new DoubleTensor(allBooleans ? DType.BOOL : dtype, shape, values);
    }

    private static double number(String where, Object value) {
        if (value instanceof Number n) {
            return n.doubleValue();
        }
        if (value instanceof Boolean b) {
            return b ? 1 : 0;
        }
        if ("NaN".equals(value) || "Infinity".equals(value) || "-Infinity".equals(value)) {
            return Double.parseDouble((String) value);
        }
        throw wrong(where, "a number, true, false, \"NaN\", \"Infinity\" or \"-Infinity\"", value);
    }

    private static DataException wrong(String where, String expected, Object found) {
        return new DataException(
                Problem.of("wrong entry").at(where).expected(expected).found(JsonFiles.kind(found)));
    }
}
