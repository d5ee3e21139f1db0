package reclens.session;

import java.util.List;
import reclens.domain.SeenPolicy;
import reclens.explanation.Method;

/**
 * What to measure.
 *
 * @param users how many, drawn by the seed; fewer where the workspace has fewer that the model can read
 * @param methods in the order in which they are shown
 * @param seen whether seen items may be recommended
 * @param seed of the users, the random orders and the bootstrap
 * @param randomised whether the methods are run on permuted models too (E9)
 */
public record FaithfulnessRequest(int users, List<Method> methods, SeenPolicy seen, long seed, boolean randomised) {
    public FaithfulnessRequest {
        methods = List.copyOf(methods);
    }
}
