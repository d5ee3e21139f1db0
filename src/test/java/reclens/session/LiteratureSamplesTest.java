package reclens.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reclens.domain.AttentionMap;
import reclens.domain.AxisKind;
import reclens.domain.CancellationToken;
import reclens.domain.ProgressListener;
import reclens.domain.UserHistory;
import reclens.explanation.Explanation;
import reclens.explanation.Method;

/** The samples for the models of the literature: the figures that their README states, and what is explained of them. */
class LiteratureSamplesTest {
    private static final int TOP = 10;
    private static final int EXPLAINED = 60;

    /** Line of causes.csv for the last event of a user. */
    private record Cause(String user, int position, String item, Set<Integer> valid) {}

    @ParameterizedTest
    @CsvSource({
        "feed, '', 0.387",
        "feed, 'Cross-attention, sigmoid', 0.369",
        "video, '', 0.458",
        "shop, 'FDSA', 0.463",
        "shop, 'Feature attention', 0.465",
        "shop, 'Encoder, attention, decoder', 0.456",
    })
    void ranksTheLastEventOfEveryUserAsItsReadmeSays(String sample, String title, double hitRate) {
        try (Workspace workspace = open(sample, title)) {
            Explainer explainer = new Explainer(workspace);
            double hits = causes(sample).stream()
                    .filter(c -> explainer.recommend(before(workspace, c), TOP).items().stream()
                            .anyMatch(r -> r.item().equals(c.item)))
                    .count();
            assertThat(hits / workspace.log().userCount()).isCloseTo(hitRate, within(0.0011));
        }
    }

    @ParameterizedTest
    @CsvSource({"feed, 0.65", "video, 0.6"})
    void leaveOneOutNamesAPlantedCauseFirst(String sample, double least) {
        try (Workspace workspace = open(sample, "")) {
            Explainer explainer = new Explainer(workspace);
            List<Cause> planted = causes(sample).stream()
                    .filter(c -> !c.valid.isEmpty())
                    .filter(c -> explainer.recommend(before(workspace, c), TOP).items().stream()
                            .anyMatch(r -> r.item().equals(c.item)))
                    .limit(EXPLAINED)
                    .toList();
            assertThat(planted).hasSize(EXPLAINED);
            double right = planted.stream()
                    .filter(c -> {
                        Explanation explanation = explain(workspace, explainer, c, Method.LEAVE_ONE_OUT);
                        int first = explanation
                                .attribution(Method.LEAVE_ONE_OUT)
                                .orElseThrow()
                                .order(true)[0];
                        return c.valid.contains(explanation.window().positions()[first]);
                    })
                    .count();
            assertThat(right / EXPLAINED).isGreaterThan(least);
        }
    }

    @Test
    void attentionOfCrossAttentionIsWhatEachEventGivesToTheExplainedItem() {
        try (Workspace workspace = open("feed", "")) {
            Explainer explainer = new Explainer(workspace);
            Cause cause = causes("feed").get(0);
            Explanation explanation = explain(workspace, explainer, cause, Method.ATTENTION);
            int target = workspace.vocabulary().index(cause.item).orElseThrow();
            AttentionMap map = explainer
                    .attention(before(workspace, cause), new int[] {target})
                    .maps()
                    .get(0);
            assertThat(map.queryKind()).isEqualTo(AxisKind.EVENT);
            assertThat(map.keyKind()).isEqualTo(AxisKind.CANDIDATE);
            double[] values =
                    explanation.attribution(Method.ATTENTION).orElseThrow().values();
            for (int i = 0; i < values.length; i++) {
                assertThat(values[i]).isCloseTo(map.weight(i, 0), within(1e-7));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', does not lead from events to events",
        "'Cross-attention, sigmoid', does not sum to 1",
    })
    void rolloutIsRefusedWithItsReason(String title, String reason) {
        try (Workspace workspace = open("feed", title)) {
            Explanation explanation =
                    explain(workspace, new Explainer(workspace), causes("feed").get(0), Method.ROLLOUT);
            assertThat(explanation.attributions()).isEmpty();
            assertThat(explanation.refusals().get(Method.ROLLOUT)).contains(reason);
        }
    }

    @Test
    void theAttentionOfAVideoViewerIsFourHeadsOverTheStatesOfTheEvents() {
        try (Workspace workspace = open("video", "")) {
            UserHistory history = workspace.history("w0003");
            List<AttentionMap> maps =
                    new Explainer(workspace).attention(history).maps();
            assertThat(maps).hasSize(4);
            assertThat(maps).allSatisfy(map -> {
                assertThat(map.rows()).isEqualTo(workspace.window(history).length());
                assertThat(map.rowSum(map.rows() - 1)).isCloseTo(1, within(1e-5));
                assertThat(map.weight(0, 1)).isZero();
            });
        }
    }

    private static Explanation explain(Workspace workspace, Explainer explainer, Cause cause, Method method) {
        return explainer.explain(
                new ExplainRequest(
                        before(workspace, cause),
                        workspace.vocabulary().index(cause.item).orElseThrow(),
                        List.of(method),
                        false,
                        false,
                        1),
                ProgressListener.NONE,
                new CancellationToken());
    }

    private static UserHistory before(Workspace workspace, Cause cause) {
        return workspace.history(cause.user).before(cause.position);
    }

    /** The last line of each user. */
    private static List<Cause> causes(String sample) {
        try {
            Map<String, Cause> last = Files.readAllLines(Path.of("sample-data", sample, "causes.csv")).stream()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .map(cells -> new Cause(
                            cells[0],
                            Integer.parseInt(cells[1]),
                            cells[2],
                            cells[5].isEmpty()
                                    ? Set.of()
                                    : Arrays.stream(cells[5].split("\\|"))
                                            .map(Integer::valueOf)
                                            .collect(Collectors.toSet())))
                    .collect(Collectors.toMap(Cause::user, c -> c, (a, b) -> b, java.util.LinkedHashMap::new));
            return List.copyOf(last.values());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Workspace open(String sample, String title) {
        WorkspaceSource source =
                WorkspaceSource.folder(Path.of("sample-data", sample)).withModelTitle(title);
        return new WorkspaceOpener().open(source, ProgressListener.NONE, new CancellationToken());
    }
}
