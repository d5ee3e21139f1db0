package reclens.ui.lab;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import reclens.domain.DType;
import reclens.domain.DoubleTensor;
import reclens.domain.MechanismCase;
import reclens.domain.MechanismTrace;

/** The masks that the lab offers, and the input that each adds. */
enum MaskKind {
    NONE(""),
    CAUSAL(""),
    BOOLEAN("mask"),
    ADDITIVE("mask"),
    PADDING("key_padding_mask"),
    /** Of sigmoid attention, whose weights are multiplied by it. */
    FACTORS("mask");

    private static final String OF_KEYS = "key_padding_mask";
    /** Names under which mechanisms take a mask of scores; the last two are PyTorch's. */
    private static final List<String> OF_SCORES = List.of("mask", "attn_mask", "src_mask");

    private final String input;

    MaskKind(String input) {
        this.input = input;
    }

    /** Name of the tensor; empty where the mask is a setting or none. */
    String input() {
        return input;
    }

    /** Key of its words in the bundle. */
    String key() {
        return "lab.mask." + name().toLowerCase(Locale.ROOT);
    }

    /** Whether a tensor of this name is a mask. */
    static boolean isMask(String input) {
        return OF_SCORES.contains(input) || OF_KEYS.equals(input);
    }

    /** The masks that a mechanism takes. */
    static List<MaskKind> of(String mechanism) {
        return mechanism.equals("sigmoid_cross")
                ? List.of(NONE, FACTORS)
                : List.of(NONE, CAUSAL, BOOLEAN, ADDITIVE, PADDING);
    }

    /** The mask that a case comes with. */
    static MaskKind of(MechanismCase input) {
        Optional<DoubleTensor> mask = OF_SCORES.stream()
                .filter(input.inputs()::containsKey)
                .map(input.inputs()::get)
                .findFirst();
        if (mask.isPresent()) {
            return input.mechanism().equals("sigmoid_cross")
                    ? FACTORS
                    : mask.get().isBoolean() ? BOOLEAN : ADDITIVE;
        }
        if (input.inputs().containsKey(OF_KEYS)) {
            return PADDING;
        }
        return Boolean.TRUE.equals(input.params().get("causal")) ? CAUSAL : NONE;
    }

    /** A mask that hides the last key from every query, to be edited from there; null where the steps have no weights. */
    DoubleTensor lastKeyHidden(MechanismTrace trace) {
        DoubleTensor weights = trace == null
                ? null
                : trace.steps().entrySet().stream()
                        .filter(step -> step.getKey().endsWith("weights"))
                        .map(java.util.Map.Entry::getValue)
                        .findFirst()
                        .orElse(null);
        if (weights == null) {
            return null;
        }
        int keys = weights.dim(-1);
        boolean ofKeys = this == PADDING || this == FACTORS;
        List<Integer> shape = !ofKeys
                ? List.of(weights.dim(-2), keys)
                : weights.rank() == 2 ? List.of(keys) : List.of(weights.dim(0), keys);
        double[] values = new double[shape.stream().mapToInt(Integer::intValue).reduce(1, Math::multiplyExact)];
        java.util.Arrays.fill(values, this == FACTORS ? 1 : 0);
        for (int i = keys - 1; i < values.length; i += keys) {
            values[i] = this == FACTORS ? 0 : this == ADDITIVE ? Double.NEGATIVE_INFINITY : 1;
        }
        return new DoubleTensor(this == ADDITIVE || this == FACTORS ? DType.F32 : DType.BOOL, shape, values);
    }
}
