package reclens.files;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The hyper-parameters that a checkpoint stores beside its weights, as plain values; everything else is left out. */
final class PickledSettings {
    private static final List<String> ENTRIES = List.of("config", "hyper_parameters", "hparams", "args");
    /** RecBole's dictionaries, the later ones win, as in its {@code Config._merge_external_config_dict}. */
    private static final List<String> RECBOLE_PARTS = List.of(
            "internal_config_dict",
            "file_config_dict",
            "variable_config_dict",
            "cmd_config_dict",
            "external_config_dict",
            "final_config_dict");

    private static final int MAX_VALUES = 100_000;
    private static final int MAX_DEPTH = 16;

    private int values;

    private PickledSettings() {}

    /** Strings, booleans, longs, doubles, lists and maps of these; empty when the file stores none. */
    static Map<String, Object> of(Object root) {
        Map<String, Object> settings = new LinkedHashMap<>();
        if (root instanceof Map<?, ?> map) {
            for (String entry : ENTRIES) {
                for (Map<?, ?> part : parts(map.get(entry))) {
                    settings.putAll(new PickledSettings().plain(part, 0));
                }
                if (!settings.isEmpty()) {
                    break;
                }
            }
        }
        return settings;
    }

    private static List<Map<?, ?>> parts(Object value) {
        if (value instanceof Map<?, ?> map) {
            return List.of(map);
        }
        if (!(value instanceof PyObject object)) {
            return List.of();
        }
        List<Map<?, ?>> parts = new ArrayList<>();
        for (String name : RECBOLE_PARTS) {
            if (object.attributes().get(name) instanceof Map<?, ?> part) {
                parts.add(part);
            }
        }
        return parts.isEmpty() ? List.of(object.attributes()) : parts;
    }

    private Map<String, Object> plain(Map<?, ?> source, int depth) {
        Map<String, Object> result = new LinkedHashMap<>();
        source.forEach((key, value) -> {
            if (key instanceof String name) {
                plain(value, depth + 1).ifPresent(v -> result.put(name, v));
            }
        });
        return result;
    }

    private Optional<Object> plain(Object value, int depth) {
        if (depth > MAX_DEPTH || ++values > MAX_VALUES) {
            return Optional.empty();
        }
        if (value instanceof String || value instanceof Boolean) {
            return Optional.of(value);
        }
        if (value instanceof Integer || value instanceof Long || value instanceof Short || value instanceof Byte) {
            return Optional.of(((Number) value).longValue());
        }
        if (value instanceof Number number) {
            return Optional.of(number.doubleValue());
        }
        if (value instanceof Map<?, ?> map) {
            return Optional.of(plain(map, depth));
        }
        if (value instanceof Object[] tuple) {
            return Optional.of(plain(
                    List.of(java.util.Arrays.stream(tuple)
                            .filter(java.util.Objects::nonNull)
                            .toArray()),
                    depth));
        }
        if (value instanceof List<?> list) {
            return Optional.of(plain(list, depth));
        }
        return value instanceof PyObject object ? Optional.ofNullable(NumpyPickles.scalar(object)) : Optional.empty();
    }

    private List<Object> plain(List<?> list, int depth) {
        List<Object> result = new ArrayList<>();
        for (Object element : list) {
            plain(element, depth + 1).ifPresent(result::add);
        }
        return result;
    }
}
