package reclens.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import reclens.domain.CancellationToken;

/** The ranks of all evaluated users, from which metrics are computed for any k up to the one that was kept. */
public final class Outcomes {
    private final int users;
    private final List<Outcome> outcomes;
    private final boolean sampled;

    Outcomes(int users, List<Outcome> outcomes, boolean sampled) {
        this.users = users;
        this.outcomes = outcomes;
        this.sampled = sampled;
    }

    /** How many users there are, evaluated or not. */
    public int users() {
        return users;
    }

    public int evaluated() {
        return outcomes.size();
    }

    /** Users whose held-out item may not be ranked, since they had met it before; counted as misses. */
    public int repeated() {
        return (int) outcomes.stream().filter(o -> o.rank() == 0).count();
    }

    /** Metrics at {@code k} over all users. */
    public Map<String, Double> metrics(int k, ItemFacts items) {
        return RankingMetrics.of(outcomes, k, items, sampled);
    }

    /**
     * Intervals of the metrics that are means over users, by the names of {@link #metrics}; the others have none.
     *
     * @param seed of the resamples
     * @throws reclens.domain.CancelledException when cancelled
     */
    public Map<String, Interval> intervals(int k, long seed, CancellationToken cancellation) {
        return RankingMetrics.intervals(outcomes, k, seed, cancellation);
    }

    /** The outcomes of each group of users, by name of the group. */
    public Map<String, Outcomes> split(IntFunction<String> groupOfUser) {
        Map<String, List<Outcome>> members = new TreeMap<>();
        for (Outcome outcome : outcomes) {
            members.computeIfAbsent(groupOfUser.apply(outcome.user()), g -> new ArrayList<>())
                    .add(outcome);
        }
        Map<String, Outcomes> groups = new TreeMap<>();
        members.forEach((name, list) -> groups.put(name, new Outcomes(list.size(), list, sampled)));
        return groups;
    }

    /** Metrics at {@code k} of each group of users, by name of the group. */
    public Map<String, Group> groups(int k, ItemFacts items, IntFunction<String> groupOfUser) {
        Map<String, Group> groups = new TreeMap<>();
        split(groupOfUser)
                .forEach(
                        (name, members) -> groups.put(name, new Group(members.evaluated(), members.metrics(k, items))));
        return groups;
    }

    /**
     * @param users how many
     * @param metrics by name; NaN where one does not exist
     */
    public record Group(int users, Map<String, Double> metrics) {}
}
