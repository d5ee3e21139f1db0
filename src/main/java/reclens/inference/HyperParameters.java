package reclens.inference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import reclens.domain.Checkpoint;
import reclens.domain.DataException;
import reclens.domain.ModelConfig;
import reclens.domain.Problem;

/**
 * Settings of a model from their three sources: what the checkpoint stores, what its tensor shapes imply, and what
 * {@code config.json} adds. Two sources that disagree are refused with both values; a value taken for granted is recorded
 * as an assumption.
 */
final class HyperParameters {
    private final Checkpoint checkpoint;
    private final ModelConfig config;
    private final List<String> assumptions = new ArrayList<>();

    HyperParameters(Checkpoint checkpoint, ModelConfig config) {
        this.checkpoint = checkpoint;
        this.config = config;
    }

    List<String> assumptions() {
        return List.copyOf(assumptions);
    }

    void assume(String statement) {
        assumptions.add(statement);
    }

    /**
     * A size that the tensors show.
     *
     * @param key name in {@code config.json}
     * @param setting name among the checkpoint's own settings
     * @param source the tensor that shows it, for messages
     */
    int shown(String key, String setting, int value, String source) {
        integerSetting(setting)
                .ifPresent(v -> agree(key, value, source, v, "'" + setting + "' stored in the checkpoint"));
        config.integer(key).ifPresent(v -> agree(key, value, source, v, "'" + key + "' in " + config.source()));
        return value;
    }

    /** A whole number that no tensor shows; empty when neither checkpoint nor config.json has it. */
    Optional<Integer> integer(String key, String setting) {
        return merge(key, setting, integerSetting(setting), config.integer(key));
    }

    /**
     * A number that no tensor shows, or the usual value.
     *
     * @param builtIn whether the original program has that value built in, so that it is no assumption
     */
    double numberOr(String key, String setting, double usual, boolean builtIn) {
        Optional<Double> stored = Optional.ofNullable(checkpoint.settings().get(setting))
                .map(v -> number(setting, v).doubleValue());
        return merge(key, setting, stored, config.number(key)).orElseGet(() -> taken(key, usual, builtIn));
    }

    /** A name that no tensor shows, in lower case, or the usual one; see {@link #numberOr}. */
    String textOr(String key, String setting, String usual, boolean builtIn) {
        Optional<String> stored =
                Optional.ofNullable(checkpoint.settings().get(setting)).map(String::valueOf);
        return merge(
                        key,
                        setting,
                        stored.map(HyperParameters::lower),
                        config.text(key).map(HyperParameters::lower))
                .orElseGet(() -> taken(key, usual, builtIn));
    }

    /** A list of names that no tensor shows; empty when neither checkpoint nor config.json has it. */
    Optional<List<String>> names(String key, String setting) {
        return merge(
                key,
                setting,
                Optional.ofNullable(checkpoint.settings().get(setting)).map(v -> names(setting, v)),
                Optional.ofNullable(config.values().get(key)).map(v -> names(key, v)));
    }

    /** Whole numbers by name that no tensor shows; empty when config.json has none. */
    Map<String, Integer> sizes(String key) {
        Object value = config.values().getOrDefault(key, Map.of());
        if (!(value instanceof Map<?, ?> map)) {
            throw wrongType(key, "an object of whole numbers", value);
        }
        Map<String, Integer> sizes = new LinkedHashMap<>();
        map.forEach((name, size) ->
                sizes.put(String.valueOf(name), number(key + "." + name, size).intValue()));
        return sizes;
    }

    /** Refuses a checkpoint whose settings name another model. */
    void modelName(String name) {
        Optional.ofNullable(checkpoint.settings().get("model"))
                .ifPresent(m -> agree(
                        "model", name, "the tensor names", String.valueOf(m), "'model' stored in the checkpoint"));
    }

    private <T> T taken(String key, T usual, boolean builtIn) {
        if (!builtIn) {
            assume(key + " is not in the files; " + usual + " was taken, the usual value");
        }
        return usual;
    }

    private <T> Optional<T> merge(String key, String setting, Optional<T> stored, Optional<T> configured) {
        if (stored.isPresent() && configured.isPresent()) {
            agree(key, stored.get(), "'" + setting + "' stored in the checkpoint", configured.get(), config.source());
        }
        return stored.or(() -> configured);
    }

    private void agree(String key, Object value, String source, Object other, String otherSource) {
        if (!Objects.equals(value, other)) {
            throw new DataException(Problem.of("checkpoint and configuration contradict each other in '" + key + "'")
                    .at(checkpoint.file().toString())
                    .expected(value + " (" + source + ")")
                    .found(other + " (" + otherSource + ")")
                    .fix("correct the configuration or open the checkpoint that belongs to it"));
        }
    }

    private Optional<Integer> integerSetting(String setting) {
        return Optional.ofNullable(checkpoint.settings().get(setting)).map(v -> {
            double number = number(setting, v).doubleValue();
            if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
                throw wrongType(setting, "a whole number", v);
            }
            return (int) number;
        });
    }

    private List<String> names(String setting, Object value) {
        if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            return list.stream().map(String.class::cast).toList();
        }
        throw wrongType(setting, "a list of names", value);
    }

    private Number number(String setting, Object value) {
        if (value instanceof Number number) {
            return number;
        }
        throw wrongType(setting, "a number", value);
    }

    private DataException wrongType(String setting, String expected, Object value) {
        return new DataException(Problem.of("setting '" + setting + "' has the wrong type")
                .at(checkpoint.file().toString())
                .expected(expected)
                .found(String.valueOf(value)));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
