package reclens.explanation;

/**
 * What the events that share a feature value contribute together.
 *
 * @param feature field name such as {@code category}
 * @param value the value; empty for events whose item has none
 * @param kind {@link #AGGREGATED}, {@link #NATIVE} or {@link #ABLATION}; a native one is of a whole field, or of a pair of fields
 * @param method the method whose attributions were summed; null for the other kinds
 * @param weight sum of the signed attributions (logits for leave-one-out), the weight of the field, or the score lost (logits)
 * @param events number of events that have the value; 0 for native ones
 * @param layer of the attention that a native weight is of, 0-based; null for others
 */
public record FeatureContribution(
        String feature, String value, String kind, Method method, double weight, int events, Integer layer) {
    /** Kind of a sum over the attributions of events. */
    public static final String AGGREGATED = "aggregated";

    /** Kind of a weight that the model itself puts on a field. */
    public static final String NATIVE = "native";

    /** Kind of a change of the score when the value is removed from the events. */
    public static final String ABLATION = "ablation";

    /** One that has no layer. */
    public FeatureContribution(String feature, String value, String kind, Method method, double weight, int events) {
        this(feature, value, kind, method, weight, events, null);
    }

    static FeatureContribution ofModel(String field, int layer, double weight) {
        return new FeatureContribution(field, "", NATIVE, null, weight, 0, layer);
    }
}
