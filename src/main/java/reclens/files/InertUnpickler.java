package reclens.files;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.razorvine.pickle.Opcodes;
import net.razorvine.pickle.PickleException;
import net.razorvine.pickle.PickleUtils;
import net.razorvine.pickle.Unpickler;
import reclens.domain.CancellationToken;

/**
 * Reads a pickle without calling anything: every opcode that would look up, call or set up a class is handled here and
 * gives plain values, {@link TensorRef}s or inert {@link PyObject}s. Dicts keep their order, sets are lists, tuples are
 * arrays. Lengths are checked before memory is taken; keys that would have to be hashed element by element are refused.
 */
final class InertUnpickler extends Unpickler {
    /** More than any checkpoint needs, and few enough that a small hostile file cannot fill the memory. */
    private static final long MAX_OPCODES = 40_000_000;

    private static final int MAX_CONTAINERS = 6_000_000;
    private static final int MAX_LINE = 1 << 16;
    private static final int MAX_INTEGER_BYTES = 64;

    private final PickleInput bytes;
    private final CancellationToken cancellation;
    private long opcodes;
    private int containers;

    InertUnpickler(PickleInput bytes, CancellationToken cancellation) {
        this.bytes = bytes;
        this.cancellation = cancellation;
    }

    /** @throws IOException when the pickle is malformed or asks for something that no model needs */
    Object load() throws IOException {
        try {
            return load(bytes);
        } catch (PickleException | IllegalArgumentException e) {
            throw new IOException("malformed pickle near byte " + bytes.position() + ": " + e.getMessage(), e);
        } catch (IndexOutOfBoundsException
                | ClassCastException
                | NegativeArraySizeException
                | NullPointerException
                | ArithmeticException e) {
            throw new IOException(
                    "malformed pickle near byte " + bytes.position() + ": an instruction without what it works on", e);
        }
    }

    @Override
    protected Object persistentLoad(Object id) {
        return id instanceof Object[] parts
                ? StorageRef.of(parts)
                : new PyObject(new PyGlobal("", "persistent"), List.of());
    }

    @Override
    protected Object dispatch(short key) throws IOException {
        if (++opcodes > MAX_OPCODES) {
            throw new IOException("more than " + MAX_OPCODES + " pickle instructions");
        }
        if ((opcodes & 0xffff) == 0) {
            cancellation.check();
        }
        if (!structure(key) && !objects(key)) {
            checkLength(key);
            return super.dispatch(key);
        }
        return NO_RETURN_VALUE;
    }

    private void checkLength(short key) throws IOException {
        switch (key) {
            case Opcodes.BINSTRING, Opcodes.BINBYTES, Opcodes.BINUNICODE -> bytes.require(4 + bytes.peek(4));
            case Opcodes.BINBYTES8, Opcodes.BINUNICODE8, Opcodes.BYTEARRAY8 -> {
                long length = bytes.peek(8);
                bytes.require(length < 0 ? length : length + 8);
            }
            case Opcodes.SHORT_BINSTRING, Opcodes.SHORT_BINBYTES, Opcodes.SHORT_BINUNICODE, Opcodes.LONG1 ->
                bytes.require(1 + bytes.peek(1));
            case Opcodes.LONG4 -> {
                if (bytes.peek(4) > MAX_INTEGER_BYTES) {
                    throw new IOException("an integer of " + bytes.peek(4) + " bytes");
                }
            }
            case Opcodes.INT, Opcodes.LONG, Opcodes.FLOAT, Opcodes.GET, Opcodes.PUT -> bytes.requireLine(256);
            case Opcodes.STRING, Opcodes.UNICODE, Opcodes.PERSID -> bytes.requireLine(MAX_LINE);
            case Opcodes.EMPTY_LIST,
                    Opcodes.LIST,
                    Opcodes.TUPLE,
                    Opcodes.EMPTY_TUPLE,
                    Opcodes.TUPLE1,
                    Opcodes.TUPLE2,
                    Opcodes.TUPLE3 -> countContainer();
            default -> {}
        }
    }

    private void countContainer() throws IOException {
        if (++containers > MAX_CONTAINERS) {
            throw new IOException("more than " + MAX_CONTAINERS + " lists, dicts and objects");
        }
    }

    /** Dicts, sets and additions to containers. */
    private boolean structure(short key) throws IOException {
        switch (key) {
            case Opcodes.EMPTY_DICT -> {
                countContainer();
                stack.add(new LinkedHashMap<>(0));
            }
            case Opcodes.DICT -> {
                countContainer();
                Map<Object, Object> map = new LinkedHashMap<>();
                putAll(map, stack.pop_all_since_marker());
                stack.add(map);
            }
            case Opcodes.EMPTY_SET -> {
                countContainer();
                stack.add(new ArrayList<>(0));
            }
            case Opcodes.FROZENSET -> {
                countContainer();
                stack.add(stack.pop_all_since_marker());
            }
            case Opcodes.SETITEM -> {
                Object value = stack.pop();
                Object name = stack.pop();
                putAll(stack.peek(), Arrays.asList(name, value));
            }
            case Opcodes.SETITEMS -> {
                List<Object> added = stack.pop_all_since_marker();
                putAll(stack.peek(), added);
            }
            case Opcodes.APPEND -> {
                Object value = stack.pop();
                addAll(stack.peek(), Arrays.asList(value));
            }
            case Opcodes.APPENDS, Opcodes.ADDITEMS -> {
                List<Object> added = stack.pop_all_since_marker();
                addAll(stack.peek(), added);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    @SuppressWarnings("unchecked")
    private static void putAll(Object target, List<Object> keysAndValues) throws IOException {
        Map<Object, Object> map = target instanceof PyObject object ? object.entries : (Map<Object, Object>) target;
        for (int i = 0; i + 1 < keysAndValues.size(); i += 2) {
            Object name = keysAndValues.get(i);
            if (name instanceof List || name instanceof Map) {
                throw new IOException("a dict key that Python could not hash");
            }
            map.put(name, keysAndValues.get(i + 1));
        }
    }

    @SuppressWarnings("unchecked")
    private static void addAll(Object target, List<Object> added) {
        List<Object> list = target instanceof PyObject object ? object.elements : (List<Object>) target;
        list.addAll(added);
    }

    /** Everything that Python would answer by looking up or calling something. */
    private boolean objects(short key) throws IOException {
        switch (key) {
            case Opcodes.GLOBAL -> stack.add(globalFromLines());
            case Opcodes.STACK_GLOBAL -> {
                String name = (String) stack.pop();
                stack.add(Callables.named((String) stack.pop(), name));
            }
            case Opcodes.REDUCE, Opcodes.NEWOBJ -> {
                Object[] arguments = (Object[]) stack.pop();
                make(stack.pop(), Arrays.asList(arguments));
            }
            case Opcodes.NEWOBJ_EX -> {
                Map<?, ?> named = (Map<?, ?>) stack.pop();
                Object[] arguments = (Object[]) stack.pop();
                List<Object> all = new ArrayList<>(Arrays.asList(arguments));
                all.addAll(named.values());
                make(stack.pop(), all);
            }
            case Opcodes.OBJ -> {
                List<Object> parts = stack.pop_all_since_marker();
                make(parts.get(0), parts.subList(1, parts.size()));
            }
            case Opcodes.INST -> {
                PyGlobal type = globalFromLines();
                make(type, stack.pop_all_since_marker());
            }
            case Opcodes.BUILD -> {
                Object state = stack.pop();
                if (stack.peek() instanceof PyObject object) {
                    object.state = state;
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private PyGlobal globalFromLines() throws IOException {
        bytes.requireLine(MAX_LINE);
        String module = PickleUtils.readline(bytes);
        bytes.requireLine(MAX_LINE);
        return Callables.named(module, PickleUtils.readline(bytes));
    }

    private void make(Object type, List<Object> arguments) throws IOException {
        countContainer();
        stack.add(Callables.result(type, arguments));
    }
}
