package reclens.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reclens.domain.CancellationToken;
import reclens.domain.CancelledException;
import reclens.domain.ProgressListener;
import reclens.domain.UsageException;
import reclens.domain.UserHistory;
import reclens.explanation.Attribution;
import reclens.explanation.Method;
import reclens.session.HistoryEvolution.Group;
import reclens.session.HistoryEvolution.Kind;
import reclens.session.HistoryEvolution.Measure;
import reclens.session.HistoryEvolution.Point;
import reclens.ui.SyntheticWorkspace;

class EvolutionTest {
    private static final CancellationToken GO_ON = new CancellationToken();

    @ParameterizedTest
    @CsvSource({
        "video, '', theme",
        "shop, '', category",
        "shop, 'FDSA', brand",
        "shop, 'Feature attention', category",
        "shop, 'Encoder, attention, decoder', category",
        "feed, '', topic",
        "feed, 'Cross-attention, sigmoid', topic",
        "video, '', ''"
    })
    void theLastPointIsWhatIsRecommendedNow(String sample, String title, String feature) {
        try (Workspace workspace = open(sample, title)) {
            UserHistory history = workspace.history(workspace.firstUser().orElseThrow());
            HistoryEvolution evolution = run(workspace, history, feature);
            assertThat(last(evolution).position()).isEqualTo(history.size() - 1);
            assertThat(last(evolution).items())
                    .isEqualTo(new Explainer(workspace)
                            .recommend(history, Evolution.TOP)
                            .items());
            assertEveryColumnSumsToOne(evolution);
        }
    }

    @Test
    void aPointKnowsNothingOfLaterEvents() {
        try (Workspace workspace = open("video", "")) {
            UserHistory history = workspace.history("w0002");
            Point tenth = run(workspace, history, "theme").points().get(9);
            assertThat(tenth.position()).isEqualTo(9);
            assertThat(tenth.items())
                    .isEqualTo(new Explainer(workspace)
                            .recommend(history.before(10), Evolution.TOP)
                            .items());
        }
    }

    @Test
    void aRecommendedShareIsTheProbabilityOfTheItemsWithThatValue() {
        try (Workspace workspace = open("video", "")) {
            UserHistory history = workspace.history("w0001");
            HistoryEvolution evolution = run(workspace, history, "theme");
            Map<String, Double> expected = new TreeMap<>();
            new Explainer(workspace)
                    .recommend(history, Integer.MAX_VALUE)
                    .items()
                    .forEach(r -> expected.merge(theme(workspace, r.item()), r.probability(), Double::sum));
            assertThat(byValue(evolution, last(evolution).recommended()))
                    .hasSize(12)
                    .allSatisfy((theme, share) -> assertThat(share).isCloseTo(expected.get(theme), within(1e-6)));
        }
    }

    @Test
    void anAttendedShareIsTheAttentionOnTheEventsWithThatValue() {
        try (Workspace workspace = open("video", "")) {
            UserHistory history = workspace.history("w0001");
            HistoryEvolution evolution = run(workspace, history, "theme");
            Attribution attention = new Explainer(workspace)
                    .explain(
                            new ExplainRequest(
                                    history,
                                    last(evolution).items().get(0).index(),
                                    List.of(Method.ATTENTION),
                                    false,
                                    false,
                                    1),
                            ProgressListener.NONE,
                            GO_ON)
                    .attributions()
                    .get(Method.ATTENTION);
            Map<String, Double> expected = new TreeMap<>();
            for (int e = 0; e < history.size(); e++) {
                expected.merge(
                        theme(workspace, history.events().get(e).item()),
                        attention.values()[e],
                        Double::sum);
            }
            assertThat(byValue(evolution, last(evolution).attended())).allSatisfy((theme, share) -> assertThat(share)
                    .isCloseTo(expected.getOrDefault(theme, 0.0), within(1e-6)));
        }
    }

    @Test
    void attentionThatDoesNotSumToOneIsSaidToBeDivided() {
        try (Workspace workspace = open("feed", "Cross-attention, sigmoid")) {
            UserHistory history = workspace.history(workspace.firstUser().orElseThrow());
            assertThat(run(workspace, history, "topic").attentionSumsToOne()).isFalse();
        }
    }

    @Test
    void aLongHistoryHasSixtyPointsFromItsFirstEventToItsLast() {
        try (Workspace workspace = SyntheticWorkspace.of(1)) {
            HistoryEvolution evolution = run(workspace, workspace.history("u0001"), "category");
            assertThat(evolution.points()).hasSize(Evolution.MOST_POINTS);
            assertThat(evolution.points().get(0).position()).isZero();
            assertThat(last(evolution).position()).isEqualTo(63);
            assertThat(evolution.sampled()).isTrue();
        }
    }

    @Test
    void aShortHistoryHasAPointForEachEvent() {
        try (Workspace workspace = SyntheticWorkspace.of(1)) {
            HistoryEvolution evolution =
                    run(workspace, workspace.history("u0001").before(1), "category");
            assertThat(evolution.points()).hasSize(1);
            assertThat(evolution.sampled()).isFalse();
        }
    }

    @Test
    void manyValuesAreSummedUp() {
        try (Workspace workspace = open("video", "")) {
            HistoryEvolution evolution = run(workspace, workspace.history("w0001"), Evolution.TITLE);
            assertThat(evolution.groups()).hasSize(Evolution.MOST_VALUES + 1);
            assertThat(evolution.groups().get(Evolution.MOST_VALUES)).isEqualTo(new Group(Kind.REST, ""));
        }
    }

    @Test
    void itemsWithoutAValueAreAGroupOfTheirOwn() {
        try (Workspace workspace = open("video", "")) {
            HistoryEvolution evolution = run(workspace, workspace.history("w0001"), "series");
            assertThat(evolution.groups().get(evolution.groups().size() - 1)).isEqualTo(new Group(Kind.NO_VALUE, ""));
        }
    }

    @Test
    void aFeatureThatTheCatalogueLacksIsRefusedWithThoseItHas() {
        try (Workspace workspace = SyntheticWorkspace.of(1)) {
            assertThatThrownBy(() -> run(workspace, workspace.history("u0001"), "colour"))
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining("no feature 'colour'")
                    .hasMessageContaining("category, brand, price_band");
        }
    }

    @Test
    void stopsWhenCancelled() {
        try (Workspace workspace = SyntheticWorkspace.of(1)) {
            CancellationToken stop = new CancellationToken();
            UserHistory history = workspace.history("u0001");
            assertThatThrownBy(() ->
                            new Evolution(workspace).of(history, "category", (stage, fraction) -> stop.cancel(), stop))
                    .isInstanceOf(CancelledException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bert4rec", "din", "narm", "stamp", "pmixer-2024"})
    void otherKindsOfAttentionSumToOneAsWell(String type) {
        try (Workspace workspace = SmallWorkspaces.of(type)) {
            UserHistory history = workspace.history("a");
            HistoryEvolution evolution = run(workspace, history, Evolution.TITLE);
            assertEveryColumnSumsToOne(evolution);
            assertThat(last(evolution).items())
                    .isEqualTo(new Explainer(workspace)
                            .recommend(history, Evolution.TOP)
                            .items());
        }
    }

    @Test
    void whatTheMaskSlotKeepsIsAGroupOfItsOwn() {
        try (Workspace workspace = SmallWorkspaces.of("bert4rec")) {
            HistoryEvolution evolution = run(workspace, workspace.history("a"), Evolution.TITLE);
            assertThat(evolution.groups()).contains(new Group(Kind.OWN_SLOT, ""));
        }
    }

    @Test
    void whatPaddingGetsIsAGroupOfItsOwn() {
        try (Workspace workspace = SmallWorkspaces.of("pmixer-2024")) {
            HistoryEvolution evolution = run(workspace, workspace.history("a"), Evolution.TITLE);
            assertThat(evolution.groups()).contains(new Group(Kind.PADDING, ""));
        }
    }

    @Test
    void modelsThatJudgeEachItemOnItsOwnShareOutTheTenBest() {
        try (Workspace workspace = SmallWorkspaces.of("din")) {
            HistoryEvolution evolution = run(workspace, workspace.history("a"), Evolution.TITLE);
            assertThat(evolution.measure()).isEqualTo(Measure.TOP_TEN);
            assertThat(last(evolution).recommended()[0]).isCloseTo(0.1, within(1e-12));
        }
    }

    @Test
    void aModelThatReadsNoHistorySaysSo() {
        try (Workspace workspace = SmallWorkspaces.of("autoint")) {
            assertThat(new Evolution(workspace).refusal().orElseThrow()).contains("not the history");
        }
    }

    private static void assertEveryColumnSumsToOne(HistoryEvolution evolution) {
        assertThat(evolution.points()).isNotEmpty().allSatisfy(point -> {
            assertThat(Arrays.stream(point.recommended()).sum()).isCloseTo(1, within(1e-9));
            assertThat(Arrays.stream(point.attended()).sum()).isCloseTo(1, within(1e-9));
        });
    }

    private static Point last(HistoryEvolution evolution) {
        return evolution.points().get(evolution.points().size() - 1);
    }

    private static String theme(Workspace workspace, String item) {
        return workspace.catalog().item(item).features().get("theme").get(0);
    }

    private static Map<String, Double> byValue(HistoryEvolution evolution, double[] shares) {
        Map<String, Double> byValue = new TreeMap<>();
        for (int g = 0; g < shares.length; g++) {
            byValue.put(evolution.groups().get(g).value(), shares[g]);
        }
        return byValue;
    }

    private static HistoryEvolution run(Workspace workspace, UserHistory history, String feature) {
        return new Evolution(workspace).of(history, feature, ProgressListener.NONE, GO_ON);
    }

    private static Workspace open(String sample, String title) {
        return new WorkspaceOpener()
                .open(
                        WorkspaceSource.folder(Path.of("sample-data", sample)).withModelTitle(title),
                        ProgressListener.NONE,
                        GO_ON);
    }
}
