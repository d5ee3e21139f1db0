package reclens.explanation;

import java.util.Map;
import java.util.stream.IntStream;

/**
 * How much each event of the window counts for one recommendation, by one method.
 *
 * @param method which method
 * @param values [n], aligned with the window, oldest first. Leave-one-out: score lost when the event is removed (logits);
 *     attention and rollout: share of attention. NaN where the value does not exist
 * @param paddingMass share on padding slots; 0 where the model masks padding; NaN for methods without one
 * @param details what else states which number this is, such as {@code kind: delete}, {@code layer: 1}, {@code heads: mean},
 *     {@code normalisation: softmax}; the entries go to the JSON as they are; an array holds a
 *     number for each event of the window
 */
public record Attribution(Method method, double[] values, double paddingMass, Map<String, Object> details) {
    static final String SELF_MASS = "self_mass";

    public boolean signed() {
        return method.signed();
    }

    /** Share that the mask slot keeps for itself, in models that have one; 0 in others. */
    public double maskMass() {
        return details.get(SELF_MASS) instanceof Double share ? share : 0;
    }

    /** Spearman's correlation with another attribution of the same events (E9); NaN where either is constant or incomplete. */
    public double rankCorrelation(Attribution other) {
        return Statistics.spearman(values, other.values);
    }

    /** Sum over the events, NaN left out. */
    public double total() {
        return java.util.Arrays.stream(values).filter(v -> !Double.isNaN(v)).sum();
    }

    /**
     * Indices of the window, strongest first. Signed values are ordered from most supporting to most opposing when {@code
     * bySign}, else by magnitude; ties go to the later event.
     */
    public int[] order(boolean bySign) {
        return IntStream.range(0, values.length)
                .boxed()
                .sorted((a, b) -> {
                    int byValue = Double.compare(key(b, bySign), key(a, bySign));
                    return byValue != 0 ? byValue : Integer.compare(b, a);
                })
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private double key(int index, boolean bySign) {
        double value = values[index];
        if (Double.isNaN(value)) {
            return Double.NEGATIVE_INFINITY;
        }
        return bySign ? value : Math.abs(value);
    }
}
