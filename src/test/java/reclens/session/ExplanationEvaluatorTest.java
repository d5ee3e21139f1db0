package reclens.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reclens.domain.CancellationToken;
import reclens.domain.CancelledException;
import reclens.domain.DataException;
import reclens.domain.ProgressListener;
import reclens.evaluation.FaithfulnessStudy;
import reclens.evaluation.PlantedStudy;
import reclens.explanation.Method;
import reclens.explanation.Metric;
import reclens.explanation.Verdict;

class ExplanationEvaluatorTest {
    private static Workspace shop;
    private static List<String> causes;

    @TempDir
    private Path folder;

    @BeforeAll
    static void open() throws IOException {
        shop = new WorkspaceOpener()
                .open(
                        WorkspaceSource.folder(Path.of("sample-data/shop")),
                        ProgressListener.NONE,
                        new CancellationToken());
        causes = Files.readAllLines(Path.of("sample-data/shop/causes.csv"));
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @Test
    void leaveOneOutNamesMorePlantedCausesThanTheBaselines() throws IOException {
        PlantedStudy study = planted(causes.subList(0, 301), Method.LEAVE_ONE_OUT);

        double found = row(study, "leave_one_out").validFirst().mean();
        assertThat(study.explained()).isGreaterThan(100);
        assertThat(found)
                .isGreaterThan(0.8)
                .isGreaterThan(row(study, PlantedStudy.RECENCY).validFirst().mean() + 0.3)
                .isLessThan(row(study, PlantedStudy.POSTERIOR).validFirst().mean());
        assertThat(row(study, "leave_one_out").validWithinThree().mean()).isGreaterThan(0.95);
    }

    @Test
    void theExactPosteriorFindsEveryCauseWithinThree() throws IOException {
        PlantedStudy study = planted(causes.subList(0, 101));

        assertThat(row(study, PlantedStudy.POSTERIOR).validWithinThree().mean()).isGreaterThan(0.98);
    }

    @Test
    void rulesAndLagsAddUpToAllEvents() throws IOException {
        PlantedStudy study = planted(causes.subList(0, 101));

        assertThat(study.rules().values().stream()
                        .mapToInt(PlantedStudy.Group::events)
                        .sum())
                .isEqualTo(study.explained());
        assertThat(study.lags().values().stream()
                        .mapToInt(PlantedStudy.Group::events)
                        .sum())
                .isEqualTo(study.explained());
    }

    @Test
    void refusesTheTruthAboutAnotherHistory() {
        assertThatThrownBy(() -> planted(List.of(causes.get(0), causes.get(1).replace(",P0", ",P9"))))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("a planted cause does not belong to the history");
    }

    @Test
    void measuresMethodsSideBySide() {
        FaithfulnessStudy study = faithfulness(4, true);

        FaithfulnessStudy.Result leaveOneOut = study.results().get(1);
        assertThat(study.users()).isEqualTo(4);
        assertThat(leaveOneOut.verdicts().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(4);
        assertThat(leaveOneOut.verdicts()).containsKeys(Verdict.values());
        assertThat(leaveOneOut.metrics().get(Metric.DELETION_PERCENTILE).mean())
                .isLessThan(leaveOneOut.random().get(Metric.DELETION_PERCENTILE).mean());
        assertThat(leaveOneOut.metrics().get(Metric.LEAVE_ONE_OUT_TAU).mean()).isEqualTo(1);
        // E9: explanations of permuted parameters differ.
        assertThat(leaveOneOut.randomised().keySet()).containsExactly("block 1", "block 0", "embeddings");
        assertThat(leaveOneOut.metrics().get(Metric.RANDOMISED_ALL).mean()).isLessThan(0.5);
    }

    @Test
    void theSameSeedGivesTheSameStudy() {
        assertThat(faithfulness(2, false)).isEqualTo(faithfulness(2, false));
    }

    @Test
    void stopsWhenCancelled() {
        CancellationToken cancelled = new CancellationToken();
        cancelled.cancel();

        assertThatThrownBy(() -> new ExplanationEvaluator(shop)
                        .faithfulness(request(3, false), ProgressListener.NONE, cancelled))
                .isInstanceOf(CancelledException.class);
    }

    @Test
    void theEventsOfSomeUsersAreTheSameForTheSameSeed() throws IOException {
        PlantedStudy some = planted(causes.subList(0, 301), 20);

        assertThat(some.users()).isBetween(5, 20);
        assertThat(some.planted()).isBetween(20, 40);
        assertThat(planted(causes.subList(0, 301), 20)).isEqualTo(some);
    }

    private PlantedStudy planted(List<String> lines, Method... methods) throws IOException {
        return planted(lines, PlantedRequest.ALL, methods);
    }

    private PlantedStudy planted(List<String> lines, int users, Method... methods) throws IOException {
        Path file = Files.write(folder.resolve("causes.csv"), lines);
        return new ExplanationEvaluator(shop)
                .planted(
                        new PlantedRequest(Optional.of(file), users, List.of(methods), shop.seen(), 1),
                        ProgressListener.NONE,
                        new CancellationToken());
    }

    private static PlantedStudy.Row row(PlantedStudy study, String ranking) {
        return study.rows().stream()
                .filter(r -> r.ranking().equals(ranking))
                .findFirst()
                .orElseThrow();
    }

    private static FaithfulnessStudy faithfulness(int users, boolean randomised) {
        return new ExplanationEvaluator(shop)
                .faithfulness(request(users, randomised), ProgressListener.NONE, new CancellationToken());
    }

    private static FaithfulnessRequest request(int users, boolean randomised) {
        return new FaithfulnessRequest(
                users, List.of(Method.ATTENTION, Method.LEAVE_ONE_OUT), shop.seen(), 1, randomised);
    }
}
