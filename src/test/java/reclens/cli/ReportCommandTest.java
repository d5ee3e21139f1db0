package reclens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reclens.chart.SequentialMap;
import reclens.domain.CancellationToken;
import reclens.domain.ProgressListener;
import reclens.domain.UserHistory;
import reclens.report.ReportMetadata;
import reclens.report.ReportOptions;
import reclens.session.Explainer;
import reclens.session.ReportExporter;
import reclens.session.Workspace;
import reclens.session.WorkspaceOpener;
import reclens.session.WorkspaceSource;

class ReportCommandTest {
    private static final String USER = "u0017";

    @TempDir
    private Path folder;

    @Test
    void drawsOnePageAtTwiceItsSizeByDefault() throws IOException {
        assertThat(ImageIO.read(report("--date", "2026-11-21").toFile()).getWidth())
                .isEqualTo(3200);
    }

    @Test
    void isTheSameToTheByteForTheSameDate() throws IOException {
        byte[] first = Files.readAllBytes(report("--scale", "1", "--date", "2026-11-21"));

        assertThat(Files.readAllBytes(report("--scale", "1", "--date", "2026-11-21")))
                .isEqualTo(first);
    }

    @Test
    void aFreshReportIsStillTrue() {
        Cli cli = Cli.run(
                "report",
                "--workspace",
                Cli.SHOP,
                "--verify",
                report("--scale", "1").toString());

        assertThat(cli.exit()).as(cli.err()).isZero();
    }

    @Test
    void aReportOverAnotherPolicyIsNoLongerTrue() {
        Cli cli = Cli.run(
                "report",
                "--workspace",
                Cli.SHOP,
                "--seen",
                "exclude-window",
                "--verify",
                report("--scale", "1").toString());

        assertThat(cli.exit()).isEqualTo(5);
        assertThat(cli.err()).contains("reclens:seen was 'include' and is now 'exclude-window'");
    }

    @Test
    void aPictureThatIsNoReportIsThree() throws IOException {
        Path other = folder.resolve("other.png");
        ImageIO.write(
                new java.awt.image.BufferedImage(2, 2, java.awt.image.BufferedImage.TYPE_INT_RGB),
                "png",
                other.toFile());

        Cli cli = Cli.run("report", "--workspace", Cli.SHOP, "--verify", other.toString());

        assertThat(cli.exit()).isEqualTo(3);
        assertThat(cli.err()).contains("not a report of RecLens");
    }

    @Test
    void writesOneFileForEachUserOfAList() throws IOException {
        Path list = Files.writeString(folder.resolve("users.txt"), "u0017\n\nu0018\n");
        Path target = folder.resolve("reports");

        Cli cli = Cli.run(
                "report", "--workspace", Cli.SHOP, "--users", list.toString(), "--scale", "1", "-o", target.toString());

        assertThat(cli.exit()).as(cli.err()).isZero();
        assertThat(target).isDirectoryContaining("glob:**/u0017.png").isDirectoryContaining("glob:**/u0018.png");
    }

    @Test
    void anUnknownUserInAListStopsBeforeTheFirstPicture() throws IOException {
        Path list = Files.writeString(folder.resolve("users.txt"), "u0017\nnobody\n");
        Path target = folder.resolve("reports");

        Cli cli = Cli.run("report", "--workspace", Cli.SHOP, "--users", list.toString(), "-o", target.toString());

        assertThat(cli.exit()).isEqualTo(4);
        assertThat(target).doesNotExist();
    }

    @Test
    void anUnknownThemeIsTwo() {
        assertThat(Cli.run("report", "--workspace", Cli.SHOP, "--user", USER, "--theme", "pink", "-o", "x.png")
                        .exit())
                .isEqualTo(2);
    }

    @Test
    void aReportInChineseSaysSoInItsMetadataAndIsStillTrue() {
        Path file = report("--scale", "1", "--language", "zh");

        assertThat(ReportMetadata.read(file).get("reclens:language")).isEqualTo("zh-CN");
        assertThat(ReportMetadata.read(file).get("Description")).contains("得分从");
        Cli cli = Cli.run("report", "--workspace", Cli.SHOP, "--verify", file.toString());
        assertThat(cli.exit()).as(cli.err()).isZero();
    }

    @Test
    void isThePageOfTheWindowWithTheSameSeedAndColours() throws IOException {
        Path window = folder.resolve("window.png");
        try (Workspace workspace = new WorkspaceOpener()
                .open(WorkspaceSource.folder(Path.of(Cli.SHOP)), ProgressListener.NONE, new CancellationToken())) {
            Explainer explainer = new Explainer(workspace);
            UserHistory history = workspace.history(USER);
            new ReportExporter(workspace, explainer)
                    .export(
                            history,
                            explainer.recommend(history, 1).items().get(0).index(),
                            ReportOptions.of(1, LocalDate.of(2026, 11, 21)).withMap(SequentialMap.VIRIDIS),
                            7,
                            window,
                            ProgressListener.NONE,
                            new CancellationToken());
        }

        Path page = report("--scale", "1", "--date", "2026-11-21", "--colours", "viridis", "--seed", "7");

        assertThat(Files.readAllBytes(page)).isEqualTo(Files.readAllBytes(window));
    }

    @Test
    void aReportWithAnotherSeedNamesItAndIsStillTrue() {
        Path file = report("--scale", "1", "--seed", "7");

        assertThat(ReportMetadata.read(file).get("reclens:random-orders")).endsWith("seed 7");
        Cli cli = Cli.run("report", "--workspace", Cli.SHOP, "--verify", file.toString());
        assertThat(cli.exit()).as(cli.err()).isZero();
    }

    @Test
    void unknownColoursAreTwoAndNameTheKnownOnes() {
        Cli cli = Cli.run("report", "--workspace", Cli.SHOP, "--user", USER, "--colours", "jet", "-o", "x.png");

        assertThat(cli.exit()).isEqualTo(2);
        assertThat(cli.err()).contains("unknown colours", "cividis, viridis or greys", "'jet'");
    }

    @Test
    void anUnknownLanguageIsTwoAndNamesTheKnownOnes() {
        Cli cli = Cli.run("report", "--workspace", Cli.SHOP, "--user", USER, "--language", "fr", "-o", "x.png");

        assertThat(cli.exit()).isEqualTo(2);
        assertThat(cli.err()).contains("unknown language", "en or zh", "'fr'");
    }

    private Path report(String... more) {
        Path file = folder.resolve("report.png");
        String[] args = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(
                                "report", "--workspace", Cli.SHOP, "--user", USER, "-o", file.toString()),
                        java.util.stream.Stream.of(more))
                .toArray(String[]::new);
        Cli cli = Cli.run(args);
        assertThat(cli.exit()).as(cli.err()).isZero();
        return file;
    }
}
