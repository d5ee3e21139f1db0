package reclens.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reclens.domain.CancellationToken;
import reclens.domain.HistoryWindow;
import reclens.domain.Interaction;
import reclens.domain.ItemVocabulary;
import reclens.domain.ProgressListener;
import reclens.domain.UserHistory;
import reclens.inference.ModelCard;
import reclens.inference.ModelInput;
import reclens.inference.RecommenderModel;
import reclens.inference.SmallModels;

/** Histories at the edges, by every method on every type of model and every variant: no method fails or lies. */
class EveryModelAtTheEdgesTest {
    private static final int TARGET = 5;
    private static final int KNOWN = 24;
    private static final List<Method> WHOLE = List.of(Method.ROLLOUT, Method.FLOW, Method.ALTI);

    static Stream<String> readers() {
        return Stream.concat(SmallModels.ENCODERS.stream(), SmallModels.OTHER_READERS.stream());
    }

    static Stream<String> types() {
        return Stream.concat(readers(), Stream.of("autoint", "afm"));
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyMethodAnswersOrRefusesWithAReason(String type) {
        try (RecommenderModel model = SmallModels.open(type)) {
            ModelInput known = SmallModels.input(type);
            histories().forEach((name, items) -> {
                ModelInput input = readable(window(model.card(), items).items(), known);
                AttributionContext context = AttributionContext.of(
                        model,
                        input,
                        TARGET,
                        AttributionContext.NONE,
                        1,
                        ProgressListener.NONE,
                        new CancellationToken());
                for (Method method : Method.values()) {
                    String what = type + ", " + name + ": " + method;
                    Optional<String> refusal = ExplanationRun.refusal(method, model);
                    if (refusal.isPresent()) {
                        assertThat(refusal.get()).as(what).isNotBlank();
                    } else {
                        check(context, ExplanationMethod.of(method).attribute(context), what);
                    }
                }
            });
        }
    }

    @ParameterizedTest
    @MethodSource("readers")
    void anUnknownItemInTheMiddleChangesNothing(String type) {
        try (RecommenderModel model = SmallModels.open(type)) {
            HistoryWindow with = window(model.card(), 3, 7, 999, 2, 11);

            assertThat(with.items()).isEqualTo(window(model.card(), 3, 7, 2, 11).items());
            assertThat(with.positions()).doesNotContain(2).endsWith(3, 4);
        }
    }

    private static Map<String, int[]> histories() {
        return Map.of(
                "one event", new int[] {3},
                "two events", new int[] {3, 7},
                "all events equal", new int[] {7, 7, 7, 7, 7, 7},
                "an unknown item in the middle", new int[] {3, 7, 999, 2, 11},
                "1,000 events",
                        IntStream.range(0, 1000).map(i -> 1 + i * 7 % 22).toArray());
    }

    private static HistoryWindow window(ModelCard card, int... items) {
        List<Interaction> events = new ArrayList<>();
        for (int item : items) {
            events.add(new Interaction(events.size(), Integer.toString(item), "view", null));
        }
        return HistoryWindow.of(
                new UserHistory("u", events),
                ItemVocabulary.identity(KNOWN),
                card.windowLength(),
                card.padding(),
                card.traits().dropsOldest());
    }

    /** Of the user of another input; where the model reads tokens, events are some of that input's. */
    private static ModelInput readable(int[] items, ModelInput known) {
        if (known.tokens() == null) {
            return ModelInput.of(items).withUser(known.user());
        }
        int[] like = IntStream.of(items).map(item -> item % known.length()).toArray();
        return ModelInput.of(IntStream.of(like).map(i -> known.items()[i]).toArray())
                .withTokens(IntStream.of(like).map(i -> known.tokens()[i]).toArray())
                .withUser(known.user());
    }

    private static void check(AttributionContext context, Attribution found, String what) {
        Method method = found.method();
        int n = context.input().length();
        boolean deletes = method == Method.LEAVE_ONE_OUT || method == Method.LEAVE_ONE_OUT_MASK;
        boolean nothingLeft =
                deletes && n == 1 && !context.model().card().traits().dropsOldest();
        assertThat(found.values()).as(what).hasSize(n);
        for (int i = 0; i < n; i++) {
            double value = found.values()[i];
            assertThat(nothingLeft ? Double.isNaN(value) : Double.isFinite(value))
                    .as(what)
                    .isTrue();
            assertThat(method.signed() || value >= -1e-9 || method == Method.ATTENTION)
                    .as(what)
                    .isTrue();
            if (deletes && !nothingLeft) {
                ModelInput edit = method == Method.LEAVE_ONE_OUT
                        ? context.input().without(i)
                        : context.input().hiding(i);
                assertThat(value).as(what).isCloseTo(drop(context, edit), within(1e-4));
            }
        }
        if (WHOLE.contains(method) && n > 0) {
            assertThat(found.total() + found.paddingMass() + found.maskMass())
                    .as(what)
                    .isCloseTo(1, within(1e-4));
        }
        if (method == Method.SHAPLEY) {
            assertThat(found.total())
                    .as(what)
                    .isCloseTo(drop(context, context.input().keeping(new boolean[n])), within(1e-3));
        }
        if (method == Method.INTEGRATED_GRADIENTS && n > 0) {
            assertThat((Double) found.details().get("completeness_gap") <= 0.01)
                    .as(what)
                    .isEqualTo(found.details().get("complete"));
        }
    }

    /** Score lost by an edit that is scored alone, without anything reused. */
    private static double drop(AttributionContext context, ModelInput edit) {
        RecommenderModel model = context.model();
        return context.score() - model.scores(edit, List.of(edit), new int[] {TARGET}, new CancellationToken())[0][0];
    }
}
