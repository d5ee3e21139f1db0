package reclens.explanation;

/**
 * What the events that share a feature value contribute together.
 *
 * @param feature field name such as {@code category}
 * @param value the value; empty for events whose item has none
 * @param kind {@code aggregated}, {@code native} or {@code ablation}
 * @param method the method whose attributions were summed
 * @param weight sum of the signed attributions (logits for leave-one-out)
 * @param events number of events that have the value
 */
public record FeatureContribution(
        String feature, String value, String kind, Method method, double weight, int events) {}
