package reclens.inference.mechanism;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reclens.domain.DType;
import reclens.domain.DataException;
import reclens.domain.DoubleTensor;
import reclens.domain.MechanismCase;
import reclens.domain.ModelConfig;
import reclens.domain.Problem;

/** Checked access to what a mechanism reads. Sizes may be names, such as {@code "Lk"}: any size will do there. */
final class Operands {
    private final MechanismCase source;
    private final String scope;
    private final ModelConfig params;
    /** Names of the inputs that were looked for. */
    private final Set<String> asked;

    Operands(MechanismCase source) {
        this(source, "", new HashSet<>());
    }

    private Operands(MechanismCase source, String scope, Set<String> asked) {
        this.source = source;
        this.scope = scope;
        this.asked = asked;
        this.params = new ModelConfig(place("params"), source.params());
    }

    /** The same operands, weights under a prefix such as {@code self_attn.}. */
    Operands scoped(String prefix) {
        return new Operands(source, scope + prefix, asked);
    }

    ModelConfig params() {
        return params;
    }

    String caseName() {
        return source.name();
    }

    /** Whether nothing was given as float64, so that a model would compute in float32. */
    boolean inFloat32() {
        return Stream.of(source.inputs(), source.weights())
                .flatMap(m -> m.values().stream())
                .noneMatch(t -> t.dtype() == DType.F64);
    }

    /** Inputs that nothing looked for, such as a setting that stands among them. */
    List<String> unused() {
        return source.inputs().keySet().stream().filter(n -> !asked.contains(n)).toList();
    }

    boolean hasInput(String name) {
        asked.add(name);
        return source.inputs().containsKey(name);
    }

    DoubleTensor input(String name) {
        return optionalInput(name).orElseThrow(() -> missing("inputs." + name, source.inputs()));
    }

    DoubleTensor input(String name, Object... shape) {
        return checked("inputs." + name, input(name), shape);
    }

    Optional<DoubleTensor> optionalInput(String name) {
        asked.add(name);
        return Optional.ofNullable(source.inputs().get(name));
    }

    boolean hasWeight(String name) {
        return source.weights().containsKey(scope + name);
    }

    DoubleTensor weight(String name, Object... shape) {
        return optionalWeight(name, shape).orElseThrow(() -> missing("weights." + scope + name, source.weights()));
    }

    Optional<DoubleTensor> optionalWeight(String name, Object... shape) {
        return Optional.ofNullable(source.weights().get(scope + name))
                .map(w -> checked("weights." + scope + name, w, shape));
    }

    /** How many of {@code layers.0.}, {@code layers.1.}, ... there are; format has one {@code %d}. */
    int layers(String format) {
        int layers = 0;
        while (hasPrefix(String.format(format, layers))) {
            layers++;
        }
        return layers;
    }

    boolean hasPrefix(String prefix) {
        return source.weights().keySet().stream().anyMatch(n -> n.startsWith(scope + prefix));
    }

    /** Axes before the last {@code core}, followed by the given sizes. */
    static Object[] batchOf(DoubleTensor like, int core, Object... rest) {
        Object[] shape = Arrays.copyOf(like.shape().toArray(), like.rank() - core + rest.length);
        System.arraycopy(rest, 0, shape, like.rank() - core, rest.length);
        return shape;
    }

    DoubleTensor checked(String place, DoubleTensor tensor, Object... shape) {
        boolean fits = tensor.rank() == shape.length;
        for (int i = 0; fits && i < shape.length; i++) {
            fits = !(shape[i] instanceof Integer size) || size == tensor.dim(i);
        }
        if (!fits) {
            throw new DataException(Problem.of("wrong shape")
                    .at(place(place))
                    .expected(Arrays.toString(shape))
                    .found(tensor.shape().toString()));
        }
        return tensor;
    }

    DataException refuse(String place, String what, String expected, String found) {
        return new DataException(
                Problem.of(what).at(place(place)).expected(expected).found(found));
    }

    private DataException missing(String place, Map<String, DoubleTensor> present) {
        List<String> names = List.copyOf(present.keySet());
        return new DataException(Problem.of("the tensor is missing")
                .at(place(place))
                .found(names.isEmpty() ? "none" : names.stream().collect(Collectors.joining(", ")))
                .fix("'" + source.mechanism() + "' needs it"));
    }

    private String place(String inner) {
        return source.source().isEmpty() ? inner : source.source() + ": " + inner;
    }
}
