package reclens.inference;

/**
 * A value of a feature field that a model reads its events with.
 *
 * @param field name of the field
 * @param value the model's index of the value; 1 or more, since 0 stands for none
 */
public record FeatureValue(String field, int value) {}
