package reclens.files;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import reclens.domain.DataException;
import reclens.domain.Problem;

/** Typed access to one JSON object of a file; remembers which of its entries were asked for. */
final class JsonEntries {
    private final Path file;
    private final String path;
    private final Map<String, Object> values;
    private final Set<String> asked = new LinkedHashSet<>();

    JsonEntries(Path file, String path, Map<String, Object> values) {
        this.file = file;
        this.path = path;
        this.values = values;
    }

    /** All entries as they are. */
    Map<String, Object> values() {
        return values;
    }

    Optional<String> text(String key) {
        return value(key).map(v -> v instanceof String s ? s : wrong(key, "a string", v));
    }

    String requiredText(String key) {
        return text(key).orElseThrow(() -> missing(key));
    }

    Optional<Boolean> flag(String key) {
        return value(key).map(v -> v instanceof Boolean b ? b : wrong(key, "true or false", v));
    }

    Optional<Long> integer(String key) {
        return value(key).map(v -> v instanceof Long whole ? whole : wrong(key, "a whole number", v));
    }

    /** A required whole number that is a position: 0 or more. */
    int position(String key) {
        long found = integer(key).orElseThrow(() -> missing(key));
        return found >= 0 && found <= Integer.MAX_VALUE ? (int) found : wrong(key, "a position, 0 or more", found);
    }

    /** A required number within bounds. */
    double number(String key, double least, double most) {
        Object found = value(key).orElseThrow(() -> missing(key));
        return found instanceof Number n && n.doubleValue() >= least && n.doubleValue() <= most
                ? n.doubleValue()
                : wrong(key, "a number from " + least + " to " + most, found);
    }

    Optional<Path> path(String key) {
        return text(key).map(this::resolve);
    }

    Path requiredPath(String key) {
        return resolve(requiredText(key));
    }

    Optional<Charset> charset(String key) {
        return text(key).map(name -> {
            try {
                return Charset.forName(name);
            } catch (IllegalArgumentException e) {
                return wrong(key, "an encoding such as UTF-8 or ISO-8859-1", name);
            }
        });
    }

    Optional<Character> separator(String key) {
        return text(key)
                .map(s -> s.length() == 1
                        ? s.charAt(0)
                        : s.equals("::")
                                ? ':'
                                : s.equals("\\t") ? '\t' : this.<Character>wrong(key, "one character or '::'", s));
    }

    List<String> texts(String key) {
        return value(key)
                .map(v -> v instanceof List<?> list && list.stream().allMatch(String.class::isInstance)
                        ? list.stream().map(String.class::cast).toList()
                        : this.<List<String>>wrong(key, "a list of strings", v))
                .orElse(List.of());
    }

    Map<String, Path> paths(String key) {
        Map<String, Path> paths = new LinkedHashMap<>();
        object(key).ifPresent(inner -> {
            for (String name : inner.values.keySet()) {
                paths.put(name, inner.requiredPath(name));
            }
        });
        return paths;
    }

    Optional<JsonEntries> object(String key) {
        return value(key).map(v -> v instanceof Map<?, ?> map ? inner(key, map) : wrong(key, "an object", v));
    }

    List<JsonEntries> objects(String key) {
        return value(key)
                .map(v -> v instanceof List<?> list && list.stream().allMatch(Map.class::isInstance)
                        ? list.stream().map(m -> inner(key, (Map<?, ?>) m)).toList()
                        : this.<List<JsonEntries>>wrong(key, "a list of objects", v))
                .orElse(List.of());
    }

    /** A sentence for every entry that nobody asked for. */
    List<String> unknown() {
        return values.keySet().stream()
                .filter(k -> !asked.contains(k))
                .map(k -> file.getFileName() + " has an entry '" + path + k + "' that is not known and was ignored.")
                .toList();
    }

    DataException missing(String key) {
        return new DataException(
                Problem.of("the entry '" + path + key + "' is missing").at(file.toString()));
    }

    <T> T wrong(String key, String expected, Object found) {
        throw new DataException(Problem.of("the entry '" + path + key + "' is wrong")
                .at(file.toString())
                .expected(expected)
                .found(JsonFiles.kind(found)));
    }

    private Optional<Object> value(String key) {
        asked.add(key);
        return Optional.ofNullable(values.get(key));
    }

    private Path resolve(String text) {
        try {
            return file.toAbsolutePath().getParent().resolve(text).normalize();
        } catch (java.nio.file.InvalidPathException e) {
            return wrong("", "a path", text);
        }
    }

    private JsonEntries inner(String key, Map<?, ?> map) {
        return new JsonEntries(file, path + key + ".", JsonFiles.asMap(map));
    }
}
