package reclens.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class GeluTest {
    /** Values by Python's math.erfc in double precision, from goldens/gelu/fit.py. */
    @ParameterizedTest
    @CsvFileSource(resources = "/goldens/gelu/gelu.csv")
    void isThatOfTheErrorFunction(float x, double expected) {
        assertThat((double) gelu(x)).isCloseTo(expected, within(2e-7 + Math.ulp(x) / 2));
    }

    @Test
    void leavesLargeValuesAndTurnsLargeNegativesIntoZero() {
        assertThat(gelu(50f)).isEqualTo(50f);
        assertThat(gelu(-50f)).isCloseTo(0f, within(1e-7f));
    }

    @Test
    void touchesOnlyTheGivenRange() {
        float[] x = {-1, -1, -1, -1};
        new Gelu().apply(x, 1, 2);
        assertThat(x).startsWith(-1f).endsWith(-1f);
        assertThat(x[1]).isEqualTo(x[2]).isCloseTo(-0.158655f, within(1e-6f));
    }

    private static float gelu(float x) {
        float[] row = {x};
        new Gelu().apply(row, 0, 1);
        return row[0];
    }
}
