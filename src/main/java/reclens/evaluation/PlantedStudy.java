package reclens.evaluation;

import java.util.List;
import java.util.Map;
import reclens.explanation.Method;

/**
 * How often explanations name the planted cause of an event.
 *
 * @param planted events with a planted cause
 * @param explained those whose item the model recommends
 * @param users whose events they are
 * @param validPositions how many events could have been the cause, mean over the explained ones
 * @param seed of the methods and of the bootstrap
 * @param rows one for each method, then random order, most recent first and the exact posterior
 * @param rules the same by the rule that acted
 * @param lags the same by how many events ago the drawn cause was
 * @param refusals methods that the model cannot support, with the reason
 */
public record PlantedStudy(
        int planted,
        int explained,
        int users,
        double validPositions,
        long seed,
        List<Row> rows,
        Map<String, Group> rules,
        Map<String, Group> lags,
        Map<Method, String> refusals) {
    public static final String RANDOM = "random";
    public static final String RECENCY = "recency";
    public static final String POSTERIOR = "posterior";
    static final List<String> BASELINES = List.of(RANDOM, RECENCY, POSTERIOR);

    /**
     * @param ranking key of the method, or name of the baseline
     * @param validFirst share of the events for which a position that could be the cause is ranked first
     * @param validWithinThree the same within the first three
     * @param drawnFirst share for which the drawn cause is ranked first
     * @param drawnWithinThree the same within the first three
     * @param featureFirst share for which the value that links cause and item adds up to the most in its field
     */
    public record Row(
            String ranking,
            Interval validFirst,
            Interval validWithinThree,
            Interval drawnFirst,
            Interval drawnWithinThree,
            Interval featureFirst) {}

    /** @param events how many */
    public record Group(int events, List<Row> rows) {}
}
