package reclens.inference;

import java.util.List;

/**
 * What a checkpoint shows of the model it belongs to.
 *
 * @param modelType such as {@code sasrec}; empty when no supported model has these tensors
 * @param candidates computations that fit the tensors, such as {@code sasrec/pmixer-2024}; the one to run comes from
 *     {@code config.json} when there are several
 * @param missing names of the entries that {@code config.json} must add before the model can be opened
 */
public record Recognition(String modelType, List<String> candidates, List<String> missing) {
    public static final Recognition UNKNOWN = new Recognition("", List.of(), List.of());

    public Recognition {
        candidates = List.copyOf(candidates);
        missing = List.copyOf(missing);
    }
}
