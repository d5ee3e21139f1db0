package reclens.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import reclens.chart.SequentialMap;
import reclens.report.ReportOptions;

class CommandLineTest {
    private final Path folder = Path.of("shop").toAbsolutePath();

    @Test
    void namesWorkspaceUserItemAndMethod() {
        assertThat(CommandLine.explain(
                        WorkspaceSource.folder(Path.of("shop")), "u1", OptionalInt.empty(), "P2", "leave_one_out", 1))
                .isEqualTo("java -jar reclens.jar explain --workspace " + CommandLine.quoted(folder.toString())
                        + " --user u1 --item P2 --method leave_one_out");
    }

    @Test
    void namesTheModelOfTheWorkspace() {
        assertThat(CommandLine.explain(
                        WorkspaceSource.folder(folder).withModelTitle("Feature attention"),
                        "u1",
                        OptionalInt.empty(),
                        "P2",
                        "alti",
                        1))
                .contains("--model-title 'Feature attention'");
    }

    @Test
    void namesTheSeedWhereItIsNotTheUsualOne() {
        assertThat(CommandLine.explain(WorkspaceSource.folder(folder), "u1", OptionalInt.empty(), "P2", "shapley", 7))
                .endsWith("--method shapley --seed 7");
    }

    @Test
    void namesWhereTheHistoryEnds() {
        assertThat(CommandLine.explain(WorkspaceSource.folder(folder), "u1", OptionalInt.of(55), "P2", "attention", 1))
                .contains("--user u1 --before 55 --item P2");
    }

    @Test
    void aReportNamesAllThatItsPageDependsOn() {
        assertThat(CommandLine.report(
                        WorkspaceSource.folder(folder),
                        "u1",
                        OptionalInt.of(55),
                        "P2",
                        ReportOptions.of(2, LocalDate.of(2026, 11, 21))
                                .withLocale(Locale.SIMPLIFIED_CHINESE)
                                .withMap(SequentialMap.GREYS),
                        7,
                        "u1-P2.png"))
                .endsWith("--user u1 --before 55 --item P2 --scale 2 --theme light --language zh --colours greys"
                        + " --seed 7 --date 2026-11-21 -o u1-P2.png");
    }

    @Test
    void whatAShellWouldReadIsQuoted() {
        assertThat(CommandLine.quoted("it's $HOME")).isEqualTo("'it'\\''s $HOME'");
        assertThat(CommandLine.quoted("")).isEqualTo("''");
        assertThat(CommandLine.quoted("a/b-c.csv")).isEqualTo("a/b-c.csv");
    }
}
