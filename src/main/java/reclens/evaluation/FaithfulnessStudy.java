package reclens.evaluation;

import java.util.List;
import java.util.Map;
import reclens.explanation.Method;
import reclens.explanation.Metric;
import reclens.explanation.Verdict;

/**
 * Explanation methods side by side over many users.
 *
 * @param users whose first recommendation was explained
 * @param seed of everything that is drawn at random
 * @param results one for each method
 * @param refusals methods that the model cannot support, with the reason
 */
public record FaithfulnessStudy(int users, long seed, List<Result> results, Map<Method, String> refusals) {
    /**
     * @param metrics means over the users; a metric that does not exist for anybody is NaN
     * @param random the same of random orders
     * @param recency the same of most recent first
     * @param verdicts how many users have each
     * @param randomised E9: Spearman's correlation with the same method on permuted models, by what is permuted last
     */
    public record Result(
            Method method,
            Map<Metric, Interval> metrics,
            Map<Metric, Interval> random,
            Map<Metric, Interval> recency,
            Map<Verdict, Integer> verdicts,
            Map<String, Interval> randomised) {}
}
