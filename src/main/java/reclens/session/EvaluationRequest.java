package reclens.session;

import java.util.Optional;
import reclens.domain.SeenPolicy;
import reclens.evaluation.NegativeDraw;

/**
 * What to evaluate.
 *
 * @param k length of the lists
 * @param seen whether seen items may be recommended
 * @param sampledNegatives rank against this many sampled items; 0 for full ranking
 * @param draw how they are drawn
 * @param seed of the samples
 * @param segment feature of the user table to split by
 */
public record EvaluationRequest(
        int k, SeenPolicy seen, int sampledNegatives, NegativeDraw draw, long seed, Optional<String> segment) {

    /** The same for lists of another length. */
    public EvaluationRequest at(int otherK) {
        return new EvaluationRequest(otherK, seen, sampledNegatives, draw, seed, segment);
    }
}
