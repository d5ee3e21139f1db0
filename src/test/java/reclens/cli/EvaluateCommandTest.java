package reclens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EvaluateCommandTest {
    @Test
    void anUnknownProtocolIsTwo() {
        Cli cli = Cli.run("evaluate", "--protocol", "by-time", "--workspace", Cli.SHOP);

        assertThat(cli.exit()).isEqualTo(2);
        assertThat(cli.err()).contains("--protocol: unknown protocol; expected leave-one-out, found 'by-time'");
    }

    @Test
    void aNegativeNumberOfNegativesIsTwo() {
        Cli cli = Cli.run("evaluate", "--sampled-negatives", "-1", "--workspace", Cli.SHOP);

        assertThat(cli.exit()).isEqualTo(2);
        assertThat(cli.err()).contains("--sampled-negatives: number out of range");
    }

    @Test
    void twoFormsAtOnceAreTwo() {
        assertThat(Cli.run("evaluate", "--csv", "--json", "--workspace", Cli.SHOP)
                        .exit())
                .isEqualTo(2);
    }
}
