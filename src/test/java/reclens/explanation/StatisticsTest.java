package reclens.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StatisticsTest {
    private static final double[] X = {1, 2, 2, 3, 5};
    private static final double[] Y = {2, 1, 3, 3, 4};
    private static final double EXACT = 1e-12;

    @Test
    void kendallsTauAllowsForTies() {
        // 7 pairs agree, 1 does not; 9 of 10 pairs are untied on either side.
        assertThat(Statistics.kendall(X, Y)).isCloseTo(6.0 / 9, within(EXACT));
    }

    @Test
    void spearmanLetsTiesShareTheirRank() {
        assertThat(Statistics.spearman(X, Y))
                .isCloseTo(
                        Statistics.pearson(new double[] {0, 1.5, 1.5, 3, 4}, new double[] {1, 0, 2.5, 2.5, 4}),
                        within(EXACT));
    }

    @Test
    void aRisingLineCorrelatesFully() {
        assertThat(Statistics.pearson(new double[] {1, 2, 3}, new double[] {10, 20, 30}))
                .isCloseTo(1, within(EXACT));
    }

    @Test
    void aConstantHasNoCorrelation() {
        assertThat(Statistics.pearson(X, new double[5])).isNaN();
        assertThat(Statistics.spearman(X, new double[5])).isNaN();
        assertThat(Statistics.kendall(X, new double[5])).isNaN();
    }

    @Test
    void whatIsIncompleteHasNoRankCorrelation() {
        assertThat(Statistics.kendall(X, new double[] {1, 2, Double.NaN, 4, 5})).isNaN();
        assertThat(Statistics.spearman(X, new double[] {1, 2, Double.NaN, 4, 5}))
                .isNaN();
    }
}
