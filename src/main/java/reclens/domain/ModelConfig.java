package reclens.domain;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code config.json} says of a model, under Hugging Face names; every entry may be missing.
 *
 * @param source the file it was read from, for messages; empty for {@link #EMPTY}
 * @param values strings, booleans, longs, doubles, lists and maps of these
 */
public record ModelConfig(String source, Map<String, Object> values) {
    public static final ModelConfig EMPTY = new ModelConfig("", Map.of());

    public ModelConfig {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public Optional<String> text(String key) {
        return Optional.ofNullable(values.get(key)).map(v -> typed(key, v, String.class, "a string"));
    }

    public Optional<Integer> integer(String key) {
        return Optional.ofNullable(values.get(key))
                .map(v -> Math.toIntExact(typed(key, v, Long.class, "a whole number")));
    }

    public Optional<Double> number(String key) {
        return Optional.ofNullable(values.get(key))
                .map(v -> typed(key, v, Number.class, "a number").doubleValue());
    }

    public Optional<Boolean> flag(String key) {
        return Optional.ofNullable(values.get(key)).map(v -> typed(key, v, Boolean.class, "true or false"));
    }

    public ModelConfig with(String key, Object value) {
        Map<String, Object> copy = new LinkedHashMap<>(values);
        copy.put(key, value);
        return new ModelConfig(source, copy);
    }

    private <T> T typed(String key, Object value, Class<T> type, String expected) {
        if (!type.isInstance(value)) {
            throw new DataException(Problem.of("'" + key + "' has the wrong type")
                    .at(source)
                    .expected(expected)
                    .found(String.valueOf(value)));
        }
        return type.cast(value);
    }
}
