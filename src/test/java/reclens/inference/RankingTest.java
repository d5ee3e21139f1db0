package reclens.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RankingTest {
    private static final BitSet NONE = new BitSet();

    @Test
    void tiesGoToTheLowerIndex() {
        assertThat(Ranking.top(new float[] {1, 3, 2, 3}, NONE, 3)).containsExactly(1, 3, 2);
    }

    @Test
    void excludedItemsAreLeftOut() {
        BitSet excluded = new BitSet();
        excluded.set(1);

        assertThat(Ranking.top(new float[] {1, 3, 2}, excluded, 2)).containsExactly(2, 0);
    }

    @Test
    void itemsThatAreNeverRankedHaveRankZero() {
        assertThat(Ranking.rank(new float[] {Float.NEGATIVE_INFINITY, 1}, NONE, 0))
                .isZero();
    }

    @Test
    void logSumExpOfLargeScoresDoesNotOverflow() {
        assertThat(Ranking.logSumExp(new float[] {10_000, 10_000, Float.NEGATIVE_INFINITY}))
                .isCloseTo(10_000 + Math.log(2), within(1e-9));
    }

    @Property(tries = 200)
    void topAgreesWithASortOfAllItems(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(min = -5, max = 5) Integer> values,
            @ForAll @IntRange(min = 0, max = 70) int k) {
        float[] scores = floats(values);
        int[] sorted = IntStream.range(0, scores.length)
                .boxed()
                .sorted((a, b) -> scores[a] == scores[b] ? a - b : Float.compare(scores[b], scores[a]))
                .limit(k)
                .mapToInt(Integer::intValue)
                .toArray();

        assertThat(Ranking.top(scores, NONE, k)).isEqualTo(sorted);
    }

    @Property(tries = 200)
    void theRankOfAnItemIsItsPlaceAmongTheTop(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(min = -5, max = 5) Integer> values) {
        float[] scores = floats(values);
        int[] top = Ranking.top(scores, NONE, scores.length);

        for (int place = 0; place < top.length; place++) {
            assertThat(Ranking.rank(scores, NONE, top[place])).isEqualTo(place + 1);
        }
    }

    private static float[] floats(List<Integer> values) {
        float[] scores = new float[values.size()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = values.get(i);
        }
        return scores;
    }
}
