package reclens.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProblemTest {
    @Test
    void saysWhereWhatExpectedFoundAndWhatToDo() {
        Problem problem = Problem.of("too few fields")
                .at("history.csv, line 7")
                .expected("4")
                .found("3")
                .fix("mend the line");

        assertThat(problem.oneLine())
                .isEqualTo("history.csv, line 7: too few fields; expected 4, found 3; mend the line");
    }

    @Test
    void staysOnOneLine() {
        assertThat(Problem.of("first\n  second").oneLine()).isEqualTo("first second");
    }
}
