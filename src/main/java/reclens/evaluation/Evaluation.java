package reclens.evaluation;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import reclens.domain.TimeOrder;

/**
 * A finished evaluation.
 *
 * @param protocol such as {@code leave-one-out}
 * @param sampledNegatives how many negatives each held-out item was ranked against; 0 for full ranking
 * @param draw how negatives are drawn; without meaning for full ranking
 * @param seed of the negatives; empty for full ranking
 * @param k length of the lists
 * @param seen policy for seen items
 * @param order how finely times were told apart
 * @param users evaluated users
 * @param skipped users left out: fewer than two events, or nothing that the model knows
 * @param repeated users whose held-out item they had met before, so that it may not be ranked; counted as misses
 * @param metrics by name; NaN where one does not exist
 * @param segments the same for each value of a feature of the users; empty when none was asked for
 */
public record Evaluation(
        String protocol,
        int sampledNegatives,
        NegativeDraw draw,
        OptionalLong seed,
        int k,
        String seen,
        TimeOrder order,
        int users,
        int skipped,
        int repeated,
        Map<String, Double> metrics,
        List<Segment> segments) {

    /**
     * @param feature field of the user table
     * @param value its value; empty where it is not known
     * @param users evaluated users
     * @param metrics by name
     */
    public record Segment(String feature, String value, int users, Map<String, Double> metrics) {}

    public Evaluation {
        segments = List.copyOf(segments);
    }
}
