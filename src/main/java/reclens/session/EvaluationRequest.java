package reclens.session;

import java.util.Optional;
import reclens.domain.SeenPolicy;

/**
 * What to evaluate.
 *
 * @param k length of the lists
 * @param seen whether seen items may be recommended
 * @param sampledNegatives rank against this many sampled items; 0 for full ranking
 * @param seed of the samples
 * @param segment feature of the user table to split by
 */
public record EvaluationRequest(int k, SeenPolicy seen, int sampledNegatives, long seed, Optional<String> segment) {}
