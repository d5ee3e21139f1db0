package reclens.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class NumbersTest {
    @Test
    void showsScoresWithTwoDecimals() {
        assertThat(Numbers.score(8.41)).isEqualTo("8.41");
        assertThat(Numbers.score(-0.5)).isEqualTo("\u22120.50");
    }

    @Test
    void showsTheSignOfValuesWithADirection() {
        assertThat(Numbers.signed(1.84)).isEqualTo("+1.84");
        assertThat(Numbers.signed(-0.46)).isEqualTo("\u22120.46");
    }

    @Test
    void neverShowsNegativeZero() {
        assertThat(Numbers.signed(-0.001)).isEqualTo("0.00");
        assertThat(Numbers.signed(0.004)).isEqualTo("0.00");
        assertThat(Numbers.score(-0.0)).isEqualTo("0.00");
    }

    @Test
    void showsAttentionWithThreeDecimals() {
        assertThat(Numbers.attention(0.1984)).isEqualTo("0.198");
    }

    @Test
    void showsADashForWhatDoesNotExist() {
        assertThat(Numbers.signed(Double.NaN)).isEqualTo("\u2013");
        assertThat(Numbers.percent(Double.NaN)).isEqualTo("\u2013");
    }

    @Test
    void showsShares() {
        assertThat(Numbers.percent(0.3312)).isEqualTo("33.1%");
        assertThat(Numbers.wholePercent(0.2)).isEqualTo("20%");
    }

    @Test
    void labelsAxesWithAsFewDecimalsAsTheStepNeeds() {
        assertThat(Numbers.tick(1, 1, true)).isEqualTo("+1");
        assertThat(Numbers.tick(-0.5, 0.5, true)).isEqualTo("\u22120.5");
        assertThat(Numbers.tick(0.25, 0.25, false)).isEqualTo("0.25");
        assertThat(Numbers.tick(0, 0.5, true)).isEqualTo("0");
        assertThat(Numbers.tick(40, 20, false)).isEqualTo("40");
        assertThat(Numbers.tick(2000, 500, false)).isEqualTo("2,000");
    }

    @Test
    void saysSizesAndTimes() {
        assertThat(Numbers.bytes(512)).isEqualTo("512 B");
        assertThat(Numbers.bytes(212_000_000)).isEqualTo("212 MB");
        assertThat(Numbers.bytes(7_900_000)).isEqualTo("7.9 MB");
        assertThat(Numbers.duration(4_100_000)).isEqualTo("4.1 ms");
        assertThat(Numbers.duration(1_240_000_000)).isEqualTo("1.24 s");
        assertThat(Numbers.duration(125_000_000_000L)).isEqualTo("2 min 5 s");
    }

    @Test
    void separatesThousands() {
        assertThat(Numbers.count(12345)).isEqualTo("12,345");
    }

    @Property
    void signedNumbersSayTheirSignOrAreZero(@ForAll @DoubleRange(min = -1e6, max = 1e6) double value) {
        String text = Numbers.signed(value);
        if (Math.abs(value) >= 0.0051) {
            assertThat(text).startsWith(value > 0 ? "+" : "\u2212");
        }
        assertThat(text).matches("[+\u2212]?\\d+\\.\\d\\d").doesNotContain("-");
    }
}
