package reclens.files;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a pickle says of an object whose class is not known here: the class or function by name, its arguments, its state.
 * Nothing was called to make it. Equality is identity, so that hashing one can never run away.
 */
final class PyObject {
    final Object type;
    final List<Object> arguments;
    /** What {@code BUILD} gave; null when there was none. */
    Object state;
    /** Entries of a subclass of dict. */
    final Map<Object, Object> entries = new LinkedHashMap<>(0);
    /** Elements of a subclass of list or set. */
    final List<Object> elements = new ArrayList<>(0);

    PyObject(Object type, List<Object> arguments) {
        this.type = type;
        this.arguments = arguments;
    }

    boolean isA(String qualifiedName) {
        return type instanceof PyGlobal global && global.qualified().equals(qualifiedName);
    }

    /** The attributes that {@code BUILD} gave as a dict or as a pair of dict and slots; empty when there are none. */
    Map<?, ?> attributes() {
        if (state instanceof Map<?, ?> map) {
            return map;
        }
        if (state instanceof Object[] pair && pair.length == 2 && pair[0] instanceof Map<?, ?> map) {
            return map;
        }
        return Map.of();
    }
}
