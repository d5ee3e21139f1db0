package reclens.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reclens.domain.CancellationToken;
import reclens.domain.Interaction;
import reclens.domain.ProgressListener;
import reclens.domain.UserHistory;
import reclens.explanation.Attribution;
import reclens.explanation.Explanation;
import reclens.explanation.Method;
import reclens.inference.ModelInput;

/** Histories at the edges, by every method on every sample model: no method fails or lies. */
class EdgeHistoriesTest {
    private static final List<Method> WHOLE = List.of(Method.ROLLOUT, Method.FLOW, Method.ALTI);

    @ParameterizedTest
    @CsvSource({
        "shop, ''",
        "shop, FDSA",
        "shop, Feature attention",
        "shop, 'Encoder, attention, decoder'",
        "feed, ''",
        "feed, 'Cross-attention, sigmoid'",
        "video, ''",
    })
    void everyMethodAnswersOrRefusesWithAReason(String sample, String title) {
        try (Workspace workspace = new WorkspaceOpener()
                .open(
                        WorkspaceSource.folder(Path.of("sample-data", sample)).withModelTitle(title),
                        ProgressListener.NONE,
                        new CancellationToken())) {
            histories(workspace).forEach((name, history) -> {
                // 20,000 forward passes a model are too many for a test of edges; one model shows it.
                boolean all = history.events().size() <= 20 || sample.equals("shop") && title.isEmpty();
                List<Method> methods = Arrays.stream(Method.values())
                        .filter(m -> all || m != Method.SHAPLEY)
                        .toList();
                int top = new Explainer(workspace)
                        .recommend(history, 1)
                        .items()
                        .get(0)
                        .index();
                Explanation explanation = new Explainer(workspace)
                        .explain(
                                new ExplainRequest(history, top, methods, false, false, 1),
                                ProgressListener.NONE,
                                new CancellationToken());
                for (Method method : methods) {
                    check(workspace, explanation, method, sample + " " + title + ", " + name + ": " + method);
                }
            });
        }
    }

    private static Map<String, UserHistory> histories(Workspace workspace) {
        List<Interaction> all = new ArrayList<>();
        for (String user : workspace.log().users()) {
            all.addAll(workspace.history(user).events());
            if (all.size() >= 1000) {
                break;
            }
        }
        Map<String, UserHistory> histories = new LinkedHashMap<>();
        histories.put("one event", history(all.subList(0, 1)));
        histories.put("two events", history(all.subList(0, 2)));
        histories.put("all events equal", history(java.util.Collections.nCopies(12, all.get(3))));
        List<Interaction> unknown = new ArrayList<>(all.subList(0, 5));
        unknown.set(
                2,
                new Interaction(
                        2, "no such item", all.get(2).event(), all.get(2).time()));
        histories.put("an unknown item in the middle", history(unknown));
        histories.put("1,000 events", history(all.subList(0, 1000)));
        return histories;
    }

    private static UserHistory history(List<Interaction> like) {
        List<Interaction> events = new ArrayList<>();
        for (Interaction e : like) {
            events.add(new Interaction(events.size(), e.item(), e.event(), null));
        }
        return new UserHistory("edge", events);
    }

    private static void check(Workspace workspace, Explanation explanation, Method method, String what) {
        if (explanation.refusals().containsKey(method)) {
            assertThat(explanation.refusals().get(method)).as(what).isNotBlank();
            assertThat(explanation.attributions()).as(what).doesNotContainKey(method);
            return;
        }
        Attribution found = explanation.attributions().get(method);
        int n = explanation.window().length();
        assertThat(found.values()).as(what).hasSize(n);
        boolean deletesTheOnlyEvent = n == 1 && (method == Method.LEAVE_ONE_OUT || method == Method.LEAVE_ONE_OUT_MASK);
        for (double value : found.values()) {
            assertThat(Double.isFinite(value) || deletesTheOnlyEvent).as(what).isTrue();
            assertThat(method.signed() || value >= -1e-9 || method == Method.ATTENTION)
                    .as(what)
                    .isTrue();
        }
        if (WHOLE.contains(method)) {
            assertThat(found.total() + found.paddingMass() + found.maskMass())
                    .as(what)
                    .isCloseTo(1, within(1e-4));
        }
        if (method == Method.SHAPLEY) {
            int t = explanation.target().index();
            ModelInput input = workspace.input(explanation.window());
            double difference =
                    workspace.model().scores(input)[t] - workspace.model().scores(input.keeping(new boolean[n]))[t];
            assertThat(found.total()).as(what).isCloseTo(difference, within(1e-3));
        }
        if (method == Method.INTEGRATED_GRADIENTS) {
            double gap = (Double) found.details().get("completeness_gap");
            assertThat(gap <= 0.01
                            || found.details().get("steps").equals(512)
                                    && found.details().get("complete").equals(false))
                    .as(what)
                    .isTrue();
        }
    }
}
