package reclens.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MethodAgreementTest {
    @Test
    void theSameOrderHasATauOfOneAndTheReversedOneOfMinusOne() {
        assertThat(MethodAgreement.tau(new double[] {1, 2, 3}, new double[] {10, 20, 90}))
                .isEqualTo(1);
        assertThat(MethodAgreement.tau(new double[] {1, 2, 3}, new double[] {3, 2, 1}))
                .isEqualTo(-1);
    }

    /** By hand: of 6 pairs 3 agree and 1 does not; one tie in x and one in y leave 5 pairs of each. */
    @Test
    void tiesAreLeftOutOfBothCounts() {
        double tau = MethodAgreement.tau(new double[] {1, 2, 2, 3}, new double[] {1, 1, 3, 2});
        assertThat(tau).isCloseTo(2.0 / 5, within(1e-12));
    }

    @Test
    void aMethodThatTellsNoTwoEventsApartHasNoTau() {
        assertThat(MethodAgreement.tau(new double[] {1, 1}, new double[] {1, 2}))
                .isNaN();
    }
}
