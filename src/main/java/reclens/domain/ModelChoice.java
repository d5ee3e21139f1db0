package reclens.domain;

import java.nio.file.Path;
import java.util.List;

/**
 * What a checkpoint does not tell of its model, so that the user must choose.
 *
 * @param checkpoint the file
 * @param modelType such as {@code sasrec}
 * @param variants computations that fit the tensors, as {@code config.json} names them; empty when the variant is known
 * @param heads counts of attention heads that fit; empty when the count is known
 */
public record ModelChoice(Path checkpoint, String modelType, List<String> variants, List<Integer> heads) {
    public ModelChoice {
        variants = List.copyOf(variants);
        heads = List.copyOf(heads);
    }
}
