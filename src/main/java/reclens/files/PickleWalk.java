package reclens.files;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Visits every object of an unpickled graph once; parts may be shared and contain themselves. */
final class PickleWalk {
    private PickleWalk() {}

    static void each(Object root, Consumer<Object> visitor) {
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Object> open = new ArrayDeque<>();
        push(open, seen, root);
        while (!open.isEmpty()) {
            Object value = open.pop();
            visitor.accept(value);
            if (value instanceof Map<?, ?> map) {
                map.forEach((k, v) -> push(open, seen, v));
            } else if (value instanceof List<?> list) {
                list.forEach(v -> push(open, seen, v));
            } else if (value instanceof Object[] tuple) {
                Arrays.asList(tuple).forEach(v -> push(open, seen, v));
            } else if (value instanceof PyObject object) {
                push(open, seen, object.type);
                push(open, seen, object.state);
                push(open, seen, object.arguments);
                push(open, seen, object.entries);
                push(open, seen, object.elements);
            }
        }
    }

    private static void push(Deque<Object> open, Set<Object> seen, Object value) {
        boolean leaf = value == null || value instanceof String || value instanceof Number || value instanceof Boolean;
        if (!leaf && seen.add(value)) {
            open.push(value);
        }
    }
}
