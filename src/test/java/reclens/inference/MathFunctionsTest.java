package reclens.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import org.junit.jupiter.api.Test;

class MathFunctionsTest {
    @Property
    void expAgreesWithTheLibrary(@ForAll @FloatRange(min = -87, max = 88) float x) {
        double expected = Math.exp(x);
        assertThat((double) MathFunctions.exp(x)).isCloseTo(expected, within(2e-7 * expected));
    }

    @Test
    void expOfWhatCannotBeRepresentedIsZero() {
        assertThat(MathFunctions.exp(-10000f)).isZero();
        assertThat(MathFunctions.exp(Float.NEGATIVE_INFINITY)).isZero();
    }

    @Test
    void expOfZeroIsExactlyOne() {
        assertThat(MathFunctions.exp(0f)).isEqualTo(1f);
    }
}
