package reclens.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The allow-list of the unpickler: the few Python functions whose results are data, computed here without Python. Every
 * other name stays an inert {@link PyObject}; names that only an attack needs are refused.
 */
final class Callables {
    /** Modules through which a pickle runs code or reaches outside. */
    private static final Set<String> DANGEROUS = Set.of(
            "os",
            "posix",
            "nt",
            "subprocess",
            "sys",
            "runpy",
            "importlib",
            "shutil",
            "socket",
            "pty",
            "code",
            "codeop",
            "ctypes",
            "pickle",
            "_pickle",
            "marshal",
            "webbrowser",
            "urllib",
            "http",
            "ssl",
            "asyncio",
            "multiprocessing",
            "commands",
            "popen2",
            "pdb",
            "bdb",
            "timeit",
            "cProfile",
            "profile",
            "pip",
            "ensurepip",
            "venv",
            "tempfile");

    /** What is harmless of Python's built-in names: types of values, and what enumerations are pickled with. */
    private static final Set<String> HARMLESS = Set.of(
            "getattr",
            "set",
            "frozenset",
            "list",
            "dict",
            "tuple",
            "object",
            "int",
            "float",
            "bool",
            "str",
            "bytes",
            "bytearray",
            "complex",
            "slice",
            "range",
            "type",
            "long",
            "unicode",
            "xrange",
            "Ellipsis",
            "NotImplemented");

    private Callables() {}

    /** @throws IOException when no model needs this name */
    static PyGlobal named(String module, String name) throws IOException {
        String root = module.contains(".") ? module.substring(0, module.indexOf('.')) : module;
        boolean builtin = module.equals("builtins") || module.equals("__builtin__");
        if (DANGEROUS.contains(root) || builtin && !HARMLESS.contains(name)) {
            throw new UnsafePickleException(module + "." + name);
        }
        return new PyGlobal(module, name);
    }

    static Object result(Object type, List<Object> arguments) throws IOException {
        if (!(type instanceof PyGlobal global)) {
            return new PyObject(type, arguments);
        }
        return switch (global.qualified()) {
            case "collections.OrderedDict", "collections.defaultdict", "builtins.dict", "__builtin__.dict" ->
                dict(arguments);
            case "builtins.set",
                    "__builtin__.set",
                    "builtins.frozenset",
                    "__builtin__.frozenset",
                    "builtins.list",
                    "__builtin__.list" -> list(arguments);
            case "torch.Size", "builtins.tuple", "__builtin__.tuple" ->
                list(arguments).toArray();
            case "torch._utils._rebuild_tensor", "torch._utils._rebuild_tensor_v2" -> TensorRef.of(arguments);
            case "torch._utils._rebuild_parameter", "torch._utils._rebuild_parameter_with_state" ->
                arguments.isEmpty() ? new PyObject(type, arguments) : arguments.get(0);
            case "torch._tensor._rebuild_from_type_v2" -> fromType(type, arguments);
            case "_codecs.encode" -> encoded(arguments);
            default -> new PyObject(type, arguments);
        };
    }

    private static Object fromType(Object type, List<Object> arguments) throws IOException {
        boolean wrapsARebuild = arguments.size() >= 3
                && arguments.get(0) instanceof PyGlobal inner
                && inner.module().equals("torch._utils")
                && arguments.get(2) instanceof Object[];
        return wrapsARebuild
                ? result(arguments.get(0), Arrays.asList((Object[]) arguments.get(2)))
                : new PyObject(type, arguments);
    }

    private static Map<Object, Object> dict(List<Object> arguments) throws IOException {
        Map<Object, Object> dict = new LinkedHashMap<>();
        if (!arguments.isEmpty() && arguments.get(arguments.size() - 1) instanceof List<?> pairs) {
            for (Object pair : pairs) {
                Object[] entry = pair instanceof List<?> list ? list.toArray() : (Object[]) pair;
                if (entry[0] instanceof List || entry[0] instanceof Map) {
                    throw new IOException("a dict key that Python could not hash");
                }
                dict.put(entry[0], entry[1]);
            }
        }
        return dict;
    }

    private static List<Object> list(List<Object> arguments) {
        if (arguments.isEmpty()) {
            return new ArrayList<>(0);
        }
        return arguments.get(0) instanceof Object[] tuple
                ? new ArrayList<>(Arrays.asList(tuple))
                : new ArrayList<>((List<?>) arguments.get(0));
    }

    /** Protocol 2 writes bytes as text in Latin-1. */
    private static Object encoded(List<Object> arguments) {
        return arguments.get(0) instanceof String text ? text.getBytes(StandardCharsets.ISO_8859_1) : arguments.get(0);
    }
}
