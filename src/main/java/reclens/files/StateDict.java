package reclens.files;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the named tensors in what a pickle holds: a plain state dict, one inside a dict of a trainer, a dict of dicts, or a
 * whole module whose parameters, buffers and sub-modules are read from its attributes.
 */
final class StateDict {
    private static final List<String> ENTRIES = List.of(
            "state_dict", "model_state_dict", "model_state", "model", "net", "network", "weights", "params", "module");
    private static final List<String> PREFIXES = List.of("module.", "_orig_mod.");
    private static final int MAX_DEPTH = 64;

    private final Map<String, Object> found = new LinkedHashMap<>();
    private final Set<Object> onPath = Collections.newSetFromMap(new IdentityHashMap<>());
    private int visited;

    private StateDict() {}

    /** Tensors ({@link TensorRef} or NumPy {@link PyObject}) by name, prefixes removed; empty when there are none. */
    static Map<String, Object> of(Object root) {
        if (root instanceof Map<?, ?> map) {
            for (String entry : ENTRIES) {
                Map<String, Object> inner = collect(map.get(entry));
                if (!inner.isEmpty()) {
                    return withoutPrefixes(inner);
                }
            }
        }
        return withoutPrefixes(collect(root));
    }

    private static Map<String, Object> collect(Object root) {
        StateDict walk = new StateDict();
        walk.visit("", root, 0);
        return walk.found;
    }

    private void visit(String name, Object value, int depth) {
        if (value instanceof TensorRef || NumpyPickles.isArray(value)) {
            found.put(name, value);
            return;
        }
        boolean container = value instanceof Map || value instanceof PyObject;
        // A pickle may share parts so often that the tree of paths is far larger than the file.
        if (!container || depth > MAX_DEPTH || ++visited > 1_000_000 || !onPath.add(value)) {
            return;
        }
        if (value instanceof Map<?, ?> map) {
            each(name, map, depth);
        } else {
            attributes(name, (PyObject) value, depth);
        }
        onPath.remove(value);
    }

    private void attributes(String name, PyObject object, int depth) {
        Map<?, ?> attributes = object.attributes();
        if (attributes.get("_modules") instanceof Map<?, ?> modules
                && attributes.get("_parameters") instanceof Map<?, ?> parameters) {
            each(name, parameters, depth);
            if (attributes.get("_buffers") instanceof Map<?, ?> buffers) {
                each(name, buffers, depth);
            }
            each(name, modules, depth);
        } else if (object.type instanceof PyGlobal type && type.module().startsWith("__torch__")) {
            // TorchScript keeps parameters and sub-modules side by side.
            each(name, attributes, depth);
        } else {
            each(name, object.entries, depth);
        }
    }

    private void each(String name, Map<?, ?> entries, int depth) {
        entries.forEach((key, value) -> {
            if (key instanceof String || key instanceof Number) {
                visit(name.isEmpty() ? key.toString() : name + "." + key, value, depth + 1);
            }
        });
    }

    private static Map<String, Object> withoutPrefixes(Map<String, Object> tensors) {
        Map<String, Object> result = tensors;
        for (String prefix : PREFIXES) {
            if (!result.isEmpty() && result.keySet().stream().allMatch(k -> k.startsWith(prefix))) {
                Map<String, Object> shorter = new LinkedHashMap<>();
                result.forEach((k, v) -> shorter.put(k.substring(prefix.length()), v));
                result = shorter;
            }
        }
        return result;
    }
}
