package reclens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PercentProgressTest {
    private final AtomicLong nanos = new AtomicLong();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final PercentProgress progress =
            new PercentProgress(new Console(new PrintStream(out), new PrintStream(err)), "evaluated", nanos::get);

    @Test
    void saysEveryTenthOnceOnStandardError() {
        nanos.set(2_000_000_000L);
        for (double fraction : new double[] {0.05, 0.1, 0.15, 0.37, 1, 1}) {
            progress.progress("", fraction);
        }

        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("evaluated 10 %", "evaluated 30 %", "evaluated 100 %");
        assertThat(out.size()).isZero();
    }

    @Test
    void saysNothingOfWhatTakesLessThanASecond() {
        nanos.set(900_000_000L);
        progress.progress("", 1);

        assertThat(err.size()).isZero();
    }
}
