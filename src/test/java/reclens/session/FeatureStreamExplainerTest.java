package reclens.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import reclens.domain.CancellationToken;
import reclens.domain.ProgressListener;
import reclens.exchange.ExplanationDocument;
import reclens.explanation.Explanation;
import reclens.explanation.Method;

/** FDSA: attention over items, attention over features, and weights over feature fields. */
class FeatureStreamExplainerTest {
    private static final Workspace WORKSPACE = SmallWorkspaces.of("fdsa");

    private static Explanation explain() {
        return new Explainer(WORKSPACE)
                .explain(
                        new ExplainRequest(
                                WORKSPACE.history("a"), 6, List.of(Method.ATTENTION, Method.ROLLOUT), false, false, 1),
                        ProgressListener.NONE,
                        new CancellationToken());
    }

    @Test
    void attentionIsThatOfTheItemStreamAndSaysSo() {
        var attention = explain().attributions().get(Method.ATTENTION);

        assertThat(attention.details()).containsEntry("stream", "items");
        assertThat(attention.total()).isCloseTo(1, org.assertj.core.api.Assertions.within(1e-6));
    }

    @Test
    void rolloutFollowsTheItemStreamAlone() {
        assertThat(explain().attributions().get(Method.ROLLOUT).total())
                .isCloseTo(1, org.assertj.core.api.Assertions.within(1e-6));
    }

    @Test
    void theDocumentNamesTheFieldsOfTheFieldWeights() {
        var trace = new Explainer(WORKSPACE).attention(WORKSPACE.history("a"));
        JsonObject document = JsonParser.parseString(
                        ExplanationDocument.write(List.of(explain()), Optional.of(trace), WORKSPACE.vocabulary()))
                .getAsJsonObject();
        JsonObject fields = document.getAsJsonArray("attention")
                .get(trace.maps().size() - 1)
                .getAsJsonObject();

        assertThat(fields.get("stream").getAsString()).isEqualTo("fields");
        assertThat(fields.get("key_kind").getAsString()).isEqualTo("field");
        assertThat(fields.getAsJsonArray("keys").toString()).isEqualTo("[\"year\",\"brand\",\"genres\",\"tags\"]");
    }
}
