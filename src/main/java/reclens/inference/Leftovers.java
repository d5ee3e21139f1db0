package reclens.inference;

import java.util.Collection;
import java.util.List;
import reclens.domain.Checkpoint;
import reclens.domain.DataException;
import reclens.domain.Problem;

/** Refuses weights that a model would not use: they mean that the original computes something else. */
final class Leftovers {
    private Leftovers() {}

    /** @param known names that are known to play no part in inference */
    static void refuse(Checkpoint checkpoint, WeightReader weights, Collection<String> known) {
        List<String> unused =
                weights.unused().stream().filter(n -> !known.contains(n)).toList();
        if (!unused.isEmpty()) {
            throw new DataException(Problem.of("the checkpoint has weights that this model does not use")
                    .at(checkpoint.file().toString())
                    .expected("the tensors of the original model only")
                    .found(String.join(", ", unused))
                    .fix("the model was changed, and its computation is not known here"));
        }
    }

    static void refuse(Checkpoint checkpoint, WeightReader weights) {
        refuse(checkpoint, weights, List.of());
    }
}
