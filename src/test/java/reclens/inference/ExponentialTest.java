package reclens.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import org.junit.jupiter.api.Test;

class ExponentialTest {
    @Property
    void agreesWithTheLibrary(@ForAll @FloatRange(min = -87, max = 0) float x) {
        double expected = Math.exp(x);
        assertThat((double) exp(x, 0)).isCloseTo(expected, within(2e-7 * expected));
    }

    @Test
    void isExactlyZeroForWhatTheMaskForbids() {
        assertThat(exp(-10000f, 3f)).isZero();
        assertThat(exp(Float.NEGATIVE_INFINITY, 3f)).isZero();
    }

    @Test
    void isExactlyOneForTheLargest() {
        assertThat(exp(3.7f, 3.7f)).isEqualTo(1f);
    }

    @Test
    void returnsTheSumOfTheRangeAndTouchesNothingElse() {
        float[] x = {9, 0, 0, 0, 0, 0, 9};
        assertThat(new Exponential().apply(x, 1, 5, 0)).isEqualTo(5f);
        assertThat(x).containsExactly(9, 1, 1, 1, 1, 1, 9);
    }

    private static float exp(float x, float max) {
        float[] row = {x};
        new Exponential().apply(row, 0, 1, max);
        return row[0];
    }
}
