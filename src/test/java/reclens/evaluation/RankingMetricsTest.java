package reclens.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reclens.domain.CancellationToken;
import reclens.domain.CancelledException;
import reclens.domain.ProgressListener;
import reclens.domain.SeenPolicy;
import reclens.inference.RankableScores;

/**
 * Five items, index 0 is padding. User 0's held-out item 2 has rank 2, user 1's item 4 has rank 4, user 2's item 1 rank 1; the
 * fourth user cannot be evaluated.
 */
class RankingMetricsTest {
    private static final float NEVER = Float.NEGATIVE_INFINITY;
    private static final float[][] SCORES = {{NEVER, 4, 3, 2, 1, 0}, {NEVER, 5, 4, 3, 2, 1}, {NEVER, 9, 1, 2, 3, 4}};
    private static final int[] TARGETS = {2, 4, 1};

    @Test
    void hitRateIsTheShareOfUsersWithinK() {
        assertThat(metric(3, "hit_rate")).isEqualTo(2 / 3.0);
        assertThat(metric(3, "recall")).isEqualTo(2 / 3.0);
        assertThat(metric(1, "hit_rate")).isEqualTo(1 / 3.0);
        assertThat(metric(4, "hit_rate")).isEqualTo(1);
    }

    @Test
    void hitAtOneDoesNotDependOnK() {
        assertThat(metric(4, "hit_at_1")).isEqualTo(1 / 3.0);
    }

    @Test
    void precisionDividesByK() {
        assertThat(metric(3, "precision")).isCloseTo(2 / 9.0, within(1e-15));
    }

    @Test
    void f1IsTheHarmonicMean() {
        double p = 2 / 9.0;
        double r = 2 / 3.0;
        assertThat(metric(3, "f1")).isCloseTo(2 * p * r / (p + r), within(1e-15));
    }

    @Test
    void ndcgDiscountsByTheLogarithmOfTheRank() {
        assertThat(metric(3, "ndcg")).isCloseTo((Math.log(2) / Math.log(3) + 0 + 1) / 3, within(1e-15));
    }

    @Test
    void mrrAndMapAreTheMeanReciprocalRankWithinK() {
        assertThat(metric(3, "mrr")).isCloseTo((0.5 + 0 + 1) / 3, within(1e-15));
        assertThat(metric(3, "map")).isEqualTo(metric(3, "mrr"));
    }

    @Test
    void accuracyCountsTruePositivesAndTrueNegatives() {
        // 5 candidates, 3 recommended. A hit: TP 1, TN 2. A miss: TP 0, FN 1, TN 1.
        assertThat(metric(3, "accuracy")).isCloseTo((3 / 5.0 + 1 / 5.0 + 3 / 5.0) / 3, within(1e-15));
    }

    @Test
    void coverageIsTheShareOfItemsRecommendedToAnyone() {
        // At 2: items 1 2, 1 2 and 1 5.
        assertThat(metric(2, "coverage")).isEqualTo(3 / 5.0);
    }

    @Test
    void diversityIsOneMinusTheMeanCosine() {
        // Items 1, 3, 5 point one way, 2 and 4 another: lists of two are 1 2, 1 2 and 1 5.
        assertThat(metric(2, "diversity")).isCloseTo((1 + 1 + 0) / 3.0, within(1e-12));
    }

    @Test
    void categoryDiversityIsOneMinusTheMeanJaccardIndex() {
        // Categories of 1: a b, 2: b, 5: a b.
        assertThat(metric(2, "category_diversity")).isCloseTo((0.5 + 0.5 + 0) / 3, within(1e-12));
    }

    @Test
    void noveltyIsTheMeanSelfInformation() {
        // Popularity 1/2 for item 1, 1/4 for 2, 1/8 for 5.
        assertThat(metric(2, "novelty")).isCloseTo((1.5 + 1.5 + 2) / 3, within(1e-12));
    }

    @Test
    void anExcludedHeldOutItemIsAMissAndCounted() {
        Outcomes outcomes = run(source(SeenPolicy.EXCLUDE, 2), Optional.empty());

        assertThat(outcomes.repeated()).isEqualTo(1);
        assertThat(outcomes.metrics(5, FACTS).get("hit_rate")).isEqualTo(2 / 3.0);
    }

    @Test
    void scoresOfSeenItemsAreZeroUnderThatPolicy() {
        // The user of item 2 has seen item 1, whose score 4 becomes 0: rank 1 instead of 2.
        Outcomes outcomes = run(source(SeenPolicy.ZERO, 1), Optional.empty());

        assertThat(outcomes.groups(5, FACTS, Integer::toString)
                        .get("0")
                        .metrics()
                        .get("mrr"))
                .isEqualTo(1);
    }

    @Test
    void usersThatCannotBeEvaluatedAreCounted() {
        Outcomes outcomes = run(source(SeenPolicy.INCLUDE), Optional.empty());

        assertThat(outcomes.users()).isEqualTo(4);
        assertThat(outcomes.evaluated()).isEqualTo(3);
    }

    @Test
    void sampledNegativesRankAgainstThemAlone() {
        Outcomes outcomes = run(source(SeenPolicy.INCLUDE), Optional.of((user, h) -> new int[] {5, 3}));

        // Scores 3 over 0, 2; 2 over 1 but below 3; 9 over all.
        assertThat(outcomes.metrics(1, FACTS).get("hit_rate")).isEqualTo(2 / 3.0);
        assertThat(outcomes.metrics(1, FACTS).get("coverage")).isNaN();
    }

    @Test
    void aucIsTheShareOfPairsInOrderTiesCountedHalf() {
        Outcomes outcomes = run(source(SeenPolicy.INCLUDE), Optional.of((user, h) -> new int[] {5, 3}));

        // Positives 3, 2, 9; negatives 0, 2, 1, 3, 4, 2 of all users.
        assertThat(outcomes.metrics(1, FACTS).get("auc")).isCloseTo((4 + 0.5 + (2 + 1) + 6) / 18, within(1e-12));
    }

    @Test
    void logLossIsTheMeanOfBothKinds() {
        Outcomes outcomes = run(source(SeenPolicy.INCLUDE), Optional.of((user, h) -> new int[] {5, 3}));

        double sum = 0;
        for (double s : new double[] {3, 2, 9}) {
            sum += Math.log(1 + Math.exp(-s));
        }
        for (double s : new double[] {0, 2, 1, 3, 4, 2}) {
            sum += Math.log(1 + Math.exp(s));
        }
        assertThat(outcomes.metrics(1, FACTS).get("log_loss")).isCloseTo(sum / 9, within(1e-9));
    }

    @Test
    void negativesAreDistinctNeverTheTargetAndRepeatable() {
        HeldOut heldOut = source(SeenPolicy.EXCLUDE, 3).heldOut(0).orElseThrow();

        int[] negatives = drawn(NegativeDraw.DISTINCT, 9, heldOut);

        assertThat(negatives).containsExactlyInAnyOrder(1, 4, 5);
        assertThat(drawn(NegativeDraw.DISTINCT, 2, heldOut)).isEqualTo(drawn(NegativeDraw.DISTINCT, 2, heldOut));
    }

    @Test
    void recBolesNegativesRepeatAndAreAnyItemButTheTarget() {
        HeldOut heldOut = source(SeenPolicy.EXCLUDE, 3).heldOut(0).orElseThrow();

        assertThat(drawn(NegativeDraw.RECBOLE, 100, heldOut)).hasSize(100).containsOnly(1, 3, 4, 5);
    }

    @Test
    void pmixersNegativesRepeatAndAreAnyItemThatTheModelWasNotTrainedOn() {
        HeldOut heldOut = source(SeenPolicy.INCLUDE, 3).heldOut(0).orElseThrow();

        assertThat(drawn(NegativeDraw.PMIXER, 100, heldOut)).hasSize(100).containsOnly(1, 2, 4, 5);
    }

    @Test
    void theTargetAmongItsNegativesTakesNoRank() {
        Outcomes outcomes = run(source(SeenPolicy.INCLUDE), Optional.of((user, h) -> new int[] {h.target()}));

        assertThat(outcomes.metrics(1, FACTS).get("hit_at_1")).isEqualTo(1);
    }

    @Test
    void usersDoNotShareTheirDraws() {
        HeldOut many =
                new HeldOut(0, bits(IntStream.range(0, 10_000).toArray()), new BitSet(), new BitSet(), scorer(null));
        UniformNegatives negatives = new UniformNegatives(100, 0, NegativeDraw.RECBOLE);
        Set<Integer> first = new HashSet<>();
        Arrays.stream(negatives.negatives(0, many)).forEach(first::add);

        assertThat(Arrays.stream(negatives.negatives(1, many)).filter(first::contains))
                .hasSizeLessThan(10);
    }

    private static int[] drawn(NegativeDraw draw, int count, HeldOut heldOut) {
        return new UniformNegatives(count, 4, draw).negatives(0, heldOut);
    }

    @Test
    void progressReachesTheEnd() {
        List<Double> fractions = new ArrayList<>();

        new EvaluationRun(source(SeenPolicy.INCLUDE), Optional.empty(), 2)
                .run((stage, fraction) -> fractions.add(fraction), new CancellationToken());

        assertThat(fractions).isNotEmpty().last().isEqualTo(1.0);
    }

    @Test
    void stopsWhenCancelled() {
        CancellationToken cancellation = new CancellationToken();
        cancellation.cancel();

        assertThatThrownBy(() -> new EvaluationRun(source(SeenPolicy.INCLUDE), Optional.empty(), 2)
                        .run(ProgressListener.NONE, cancellation))
                .isInstanceOf(CancelledException.class);
    }

    @Test
    void aFaultOfOneUserEndsTheRunWithThatFault() {
        HeldOutSource broken = new HeldOutSource() {
            @Override
            public int users() {
                return 100;
            }

            @Override
            public Optional<HeldOut> heldOut(int user) {
                throw new IllegalStateException("user " + user);
            }
        };

        assertThatThrownBy(() -> run(broken, Optional.empty()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("user ");
    }

    private static double metric(int k, String name) {
        return run(source(SeenPolicy.INCLUDE), Optional.empty())
                .metrics(k, FACTS)
                .get(name);
    }

    private static Outcomes run(HeldOutSource source, Optional<NegativeSampler> sampler) {
        return new EvaluationRun(source, sampler, 5).run(ProgressListener.NONE, new CancellationToken());
    }

    private static HeldOutSource source(SeenPolicy policy, int... seen) {
        return new HeldOutSource() {
            @Override
            public int users() {
                return 4;
            }

            @Override
            public Optional<HeldOut> heldOut(int user) {
                return user == 3
                        ? Optional.empty()
                        : Optional.of(new HeldOut(
                                TARGETS[user],
                                bits(IntStream.rangeClosed(1, 5).toArray()),
                                RankableScores.excluded(policy, seen, user == 0 ? seen : new int[0]),
                                bits(seen),
                                scorer(RankableScores.of(
                                        Arrays.copyOf(SCORES[user], 6),
                                        6,
                                        policy,
                                        seen,
                                        user == 0 ? seen : new int[0]))));
            }
        };
    }

    private static BitSet bits(int... indices) {
        BitSet bits = new BitSet();
        Arrays.stream(indices).forEach(bits::set);
        return bits;
    }

    private static HeldOut.Scorer scorer(RankableScores scores) {
        return new HeldOut.Scorer() {
            @Override
            public RankableScores all() {
                return scores;
            }

            @Override
            public float[] of(int[] items) {
                float[] picked = new float[items.length];
                for (int i = 0; i < items.length; i++) {
                    picked[i] = scores.scores()[items[i]];
                }
                return picked;
            }
        };
    }

    private static final ItemFacts FACTS = new ItemFacts() {
        private final Map<Integer, Double> popularity = Map.of(1, 0.5, 2, 0.25, 5, 0.125);

        @Override
        public int catalogueSize() {
            return 5;
        }

        @Override
        public double popularity(int item) {
            return popularity.getOrDefault(item, 1.0);
        }

        @Override
        public Optional<float[]> embedding(int item) {
            return Optional.of(item % 2 == 1 ? new float[] {item, 0} : new float[] {0, item});
        }

        @Override
        public Set<String> categories(int item) {
            return item == 2 ? Set.of("b") : Set.of("a", "b");
        }

        @Override
        public boolean hasCategories() {
            return true;
        }

        @Override
        public boolean pointwise() {
            return true;
        }
    };
}
