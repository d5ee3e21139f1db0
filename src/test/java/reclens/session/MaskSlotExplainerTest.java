package reclens.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reclens.domain.AttentionMap;
import reclens.domain.AttentionTrace;
import reclens.domain.CancellationToken;
import reclens.domain.NotFoundException;
import reclens.domain.ProgressListener;
import reclens.domain.SeenPolicy;
import reclens.exchange.ExplanationDocument;
import reclens.explanation.Attribution;
import reclens.explanation.Explanation;
import reclens.explanation.Method;
import reclens.inference.SmallModels;

/** BERT4Rec: the oldest event is dropped, a mask slot is predicted. */
class MaskSlotExplainerTest {
    private static final Workspace WORKSPACE = workspace();

    /** User "many" has 8 events, "two" has 2, "one" has 1, "strange" has one unknown item. */
    private static Workspace workspace() {
        return new WorkspaceBuilder(SmallModels.open("bert4rec"))
                .log(WorkspaceBuilder.log(
                        List.of("many", "two", "one", "strange"),
                        List.of("3", "9", "4", "7", "2", "11", "12", "1", "?"),
                        new int[] {0, 8, 10, 11, 12},
                        new int[] {0, 1, 2, 3, 4, 5, 6, 7, 0, 1, 0, 8}))
                .build();
    }

    private static Explanation explain(String user) {
        return new Explainer(WORKSPACE)
                .explain(
                        new ExplainRequest(
                                WORKSPACE.history(user),
                                6,
                                List.of(Method.ATTENTION, Method.ROLLOUT, Method.LEAVE_ONE_OUT),
                                true,
                                true,
                                1),
                        ProgressListener.NONE,
                        new CancellationToken());
    }

    @Test
    void theWindowLeavesTheDroppedEventOut() {
        Explanation explanation = explain("many");

        assertThat(explanation.window().positions()).containsExactly(3, 4, 5, 6, 7);
        assertThat(explanation.window().dropped()).isEqualTo(2);
    }

    @Test
    void attentionIsThatOfTheMaskAndStatesWhatTheMaskKeepsForItself() {
        Attribution attention = explain("many").attributions().get(Method.ATTENTION);

        assertThat(attention.values()).hasSize(5);
        assertThat(attention.details()).containsEntry("self_mass", attention.maskMass());
        assertThat(attention.total() + attention.maskMass()).isCloseTo(1, within(1e-6));
    }

    @Test
    void rolloutHasTheMaskAsANode() {
        AttentionTrace trace = new Explainer(WORKSPACE).attention(WORKSPACE.history("many"));
        double[] expected = rollout(trace);

        Attribution rollout = explain("many").attributions().get(Method.ROLLOUT);

        assertThat(rollout.values()).containsExactly(Arrays.copyOf(expected, 5), within(1e-6));
        assertThat((double) rollout.details().get("self_mass")).isCloseTo(expected[5], within(1e-6));
    }

    @Test
    void leavingOutTheWindowLeavesOutTheDroppedItemToo() {
        RecommendationList list =
                new Explainer(WORKSPACE, SeenPolicy.EXCLUDE_WINDOW).recommend(WORKSPACE.history("two"), 24);

        assertThat(list.items())
                .hasSize(21)
                .noneMatch(r -> r.item().equals("3") || r.item().equals("9"));
    }

    @Test
    void theOnlyEventThatIsReadHasALeaveOneOutValue() {
        double[] values =
                explain("two").attributions().get(Method.LEAVE_ONE_OUT).values();

        assertThat(values).hasSize(1);
        assertThat(values[0]).isFinite().isNotZero();
    }

    @Test
    void aHistoryWhoseOnlyEventIsDroppedIsScoredByTheMaskAlone() {
        Explanation explanation = explain("one");

        assertThat(explanation.window().isEmpty()).isTrue();
        assertThat(explanation.attributions().get(Method.ATTENTION).details()).containsEntry("self_mass", 1.0);
        assertThat(explanation.attributions().get(Method.ROLLOUT).values()).isEmpty();
    }

    @Test
    void aHistoryWithoutAKnownItemIsRefused() {
        assertThatThrownBy(() -> explain("strange"))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("the model knows none of the 1 items in the history of user 'strange'");
    }

    @Test
    void theDocumentNamesTheMaskAndTheDroppedEvent() {
        JsonObject document = document("many");
        JsonObject attention = document.getAsJsonArray("attention").get(0).getAsJsonObject();
        JsonArray queries = attention.getAsJsonArray("queries");

        assertThat(queries.get(0).getAsInt()).isEqualTo(3);
        assertThat(queries.get(5).getAsString()).isEqualTo("mask");
        assertThat(attention.getAsJsonArray("keys")).isEqualTo(queries);
        assertThat(document.getAsJsonArray("history")
                        .get(2)
                        .getAsJsonObject()
                        .get("dropped")
                        .getAsBoolean())
                .isTrue();
    }

    @Test
    void theDocumentOfAHistoryWhoseOnlyEventIsDroppedHasNoValues() {
        JsonObject behaviours = document("one")
                .getAsJsonArray("recommendations")
                .get(0)
                .getAsJsonObject()
                .getAsJsonObject("behaviours");

        assertThat(behaviours.getAsJsonObject("attention").getAsJsonArray("values"))
                .isEmpty();
    }

    private static JsonObject document(String user) {
        return JsonParser.parseString(ExplanationDocument.write(
                        List.of(explain(user)),
                        Optional.of(new Explainer(WORKSPACE).attention(WORKSPACE.history(user))),
                        WORKSPACE.vocabulary()))
                .getAsJsonObject();
    }

    /** The last row of the product of the layers' (mean head + I) / 2, as full matrices. */
    private static double[] rollout(AttentionTrace trace) {
        int n = trace.map(0, 0).rows();
        double[][] product = IntStream.range(0, n)
                .mapToObj(i ->
                        IntStream.range(0, n).mapToDouble(j -> i == j ? 1 : 0).toArray())
                .toArray(double[][]::new);
        for (int layer = 0; layer < trace.layers(); layer++) {
            double[][] next = new double[n][n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    double weight = i == j ? 0.5 : 0;
                    for (int head = 0; head < trace.heads(); head++) {
                        AttentionMap map = trace.map(layer, head);
                        weight += map.weight(i, j) / trace.heads() / 2;
                    }
                    for (int k = 0; k < n; k++) {
                        next[i][k] += weight * product[j][k];
                    }
                }
            }
            product = next;
        }
        return product[n - 1];
    }
}
