package reclens.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IntervalTest {
    private static final double[] COIN =
            IntStream.range(0, 400).mapToDouble(i -> i % 2).toArray();

    @Test
    void theSameSeedGivesTheSameInterval() {
        double[] roots = IntStream.range(0, 50).mapToDouble(Math::sqrt).toArray();

        assertThat(Interval.of(roots, 7)).isEqualTo(Interval.of(roots, 7)).isNotEqualTo(Interval.of(roots, 8));
    }

    @Test
    void theWidthIsThatOfTheNormalApproximation() {
        Interval interval = Interval.of(COIN, 1);

        double half = 1.96 * 0.5 / Math.sqrt(400);
        assertThat(interval.mean()).isEqualTo(0.5);
        assertThat(interval.low()).isCloseTo(0.5 - half, within(0.006));
        assertThat(interval.high()).isCloseTo(0.5 + half, within(0.006));
    }

    @Test
    void whatDoesNotExistIsLeftOut() {
        Interval interval = Interval.of(new double[] {1, Double.NaN, 3}, 1);

        assertThat(interval.mean()).isEqualTo(2);
        assertThat(interval.count()).isEqualTo(2);
    }

    @Test
    void withoutValuesThereIsNone() {
        assertThat(Interval.of(new double[] {Double.NaN}, 1).mean()).isNaN();
    }

    @Test
    void severalValuesOfOneUserAreDrawnTogether() {
        String[] pairs = IntStream.range(0, 400).mapToObj(i -> "u" + i / 4).toArray(String[]::new);
        double[] alike = IntStream.range(0, 400).mapToDouble(i -> i / 4 % 2).toArray();

        Interval clustered = Interval.of(alike, pairs, 1);
        Interval single = Interval.of(alike, 1);

        assertThat(clustered.mean()).isEqualTo(single.mean());
        assertThat(clustered.high() - clustered.low()).isGreaterThan(1.7 * (single.high() - single.low()));
    }
}
