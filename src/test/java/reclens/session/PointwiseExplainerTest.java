package reclens.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reclens.domain.AttentionMap;
import reclens.domain.AxisKind;
import reclens.domain.CancellationToken;
import reclens.domain.Checkpoint;
import reclens.domain.DataException;
import reclens.domain.NotFoundException;
import reclens.domain.ProgressListener;
import reclens.domain.Recommendation;
import reclens.explanation.Explanation;
import reclens.explanation.Method;
import reclens.inference.SmallModels;

/** Recommending and explaining with models that judge each item on its own, or read no history. */
class PointwiseExplainerTest {
    private static final List<Method> METHODS = List.of(Method.ATTENTION, Method.ROLLOUT, Method.LEAVE_ONE_OUT);

    private static Explanation explain(Workspace workspace, int item) {
        return new Explainer(workspace)
                .explain(
                        new ExplainRequest(workspace.history("a"), item, METHODS, true, true, 1),
                        ProgressListener.NONE,
                        new CancellationToken());
    }

    @ParameterizedTest
    @ValueSource(strings = {"din", "autoint", "afm"})
    void theProbabilityOfAPointwiseModelIsTheSigmoidOfItsScore(String type) {
        Workspace workspace = SmallWorkspaces.of(type);
        for (Recommendation item :
                new Explainer(workspace).recommend(workspace.history("a"), 5).items()) {
            assertThat(item.probability()).isCloseTo(1 / (1 + Math.exp(-item.score())), within(1e-12));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"autoint", "afm"})
    void refusesEveryMethodOfEventsWhereNoHistoryIsRead(String type) {
        Explanation explanation = explain(SmallWorkspaces.of(type), 6);

        assertThat(explanation.attributions()).isEmpty();
        assertThat(explanation.faithfulness()).isEmpty();
        assertThat(explanation.refusals()).containsOnlyKeys(METHODS);
        assertThat(explanation.refusals().get(Method.LEAVE_ONE_OUT))
                .isEqualTo(
                        "the model reads fields of user and item, not the history, so there are no events to attribute to");
    }

    @ParameterizedTest
    @ValueSource(strings = {"narm", "stamp", "din"})
    void refusesRolloutWhereAttentionDoesNotSumToOne(String type) {
        Explanation explanation = explain(SmallWorkspaces.of(type), 6);

        assertThat(explanation.attributions()).containsOnlyKeys(Method.ATTENTION, Method.LEAVE_ONE_OUT);
        assertThat(explanation.refusals())
                .containsExactly(
                        Map.entry(Method.ROLLOUT, "its attention does not sum to 1, so layers cannot be multiplied"));
    }

    @Test
    void theAttentionOfAnItemIsItsOwnRow() {
        Workspace workspace = SmallWorkspaces.of("din");
        AttentionMap map = new Explainer(workspace)
                .attention(workspace.history("a"), new int[] {6, 15})
                .map(0, 0);

        assertThat(explain(workspace, 15).attributions().get(Method.ATTENTION).values())
                .containsExactly(new double[] {map.weight(1, 0), map.weight(1, 1), map.weight(1, 2)}, within(1e-6));
    }

    @Test
    void showsARowForEachOfTheBestItemsWhereAttentionDependsOnTheItem() {
        Workspace workspace = SmallWorkspaces.of("din");
        Explainer explainer = new Explainer(workspace);
        AttentionMap map = explainer.attention(workspace.history("a")).map(0, 0);

        assertThat(map.queryKind()).isEqualTo(AxisKind.CANDIDATE);
        assertThat(map.queries())
                .containsExactly(explainer.recommend(workspace.history("a"), 10).items().stream()
                        .mapToInt(Recommendation::index)
                        .toArray());
    }

    @Test
    void theUserDecidesWhereFieldsOfUsersAreRead() {
        Workspace workspace = SmallWorkspaces.of("autoint");
        Explainer explainer = new Explainer(workspace);

        assertThat(explainer.recommend(workspace.history("a"), 1).items().get(0).score())
                .isNotEqualTo(explainer
                        .recommend(workspace.history("c"), 1)
                        .items()
                        .get(0)
                        .score());
    }

    @Test
    void refusesAUserThatTheModelDoesNotKnow() {
        Workspace workspace = SmallWorkspaces.of("afm");

        assertThatThrownBy(() -> new Explainer(workspace).recommend(workspace.history("b"), 1))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("the model does not know the user 'b'")
                .hasMessageContaining("2 known users");
    }

    @Test
    void aModelOfUsersNeedsTheirVocabulary() {
        Checkpoint checkpoint = new Checkpoint(Path.of("afm.pth"), "torch-zip", "", Map.of(), Map.of());

        assertThatThrownBy(() -> Vocabularies.users(
                        Optional.empty(), checkpoint, SmallModels.open("afm").card(), 7))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("nothing tells which index a user has")
                .hasMessageContaining("\"user_vocabulary\"");
    }

    @Test
    void aVocabularyOfMoreUsersThanTheModelHasIsRefused() {
        Checkpoint checkpoint = new Checkpoint(
                Path.of("afm.pth"),
                "torch-zip",
                "",
                Map.of(),
                Map.of(),
                reclens.domain.FeatureTables.EMPTY,
                Map.of("user_id", List.of("[PAD]", "a", "b")));

        assertThatThrownBy(() -> Vocabularies.users(
                        Optional.empty(), checkpoint, SmallModels.open("afm").card(), 2))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("the vocabulary names more users than the model has");
    }
}
