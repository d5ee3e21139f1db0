package reclens.explanation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import reclens.domain.CancellationToken;
import reclens.domain.Catalog;
import reclens.domain.HistoryWindow;
import reclens.domain.Interaction;
import reclens.domain.Item;
import reclens.domain.ItemVocabulary;
import reclens.domain.Padding;
import reclens.domain.ProgressListener;
import reclens.domain.Provenance;
import reclens.domain.Recommendation;
import reclens.domain.UserHistory;
import reclens.inference.ModelInput;
import reclens.inference.Ranking;

/** Histories over items 1, 2, 3, ... and their explanation by an {@link AdditiveModel}. */
final class ExplanationFixture {
    private ExplanationFixture() {}

    static HistoryWindow window(int... items) {
        List<Interaction> events = new ArrayList<>();
        for (int i = 0; i < items.length; i++) {
            events.add(new Interaction(i, Integer.toString(items[i]), "view", null));
        }
        return HistoryWindow.of(new UserHistory("u", events), ItemVocabulary.identity(100), 200, Padding.LEFT);
    }

    /** Item i has the colours of the digits of i: 12 is both "1" and "2"; item 9 has none. */
    static Catalog catalog(int count) {
        return new Catalog(
                IntStream.rangeClosed(1, count)
                        .mapToObj(i -> new Item(
                                Integer.toString(i),
                                "Item " + i,
                                i == 9
                                        ? Map.of()
                                        : Map.of(
                                                "colour",
                                                Integer.toString(i)
                                                        .chars()
                                                        .mapToObj(c -> String.valueOf((char) c))
                                                        .distinct()
                                                        .toList()),
                                Map.of()))
                        .toList(),
                List.of("colour"),
                List.of());
    }

    static Explanation explain(AdditiveModel model, HistoryWindow window, int target, Method... methods) {
        float[] scores = model.scores(ModelInput.of(window.items()));
        BitSet none = new BitSet();
        List<Recommendation> top = IntStream.of(Ranking.top(scores, none, 3))
                .mapToObj(i -> recommendation(scores, i))
                .toList();
        ExplanationRun run = new ExplanationRun(
                model,
                window,
                catalog(20),
                new Provenance("0", "additive", "", 1, 1, "file", "00", "test"),
                none,
                "include");
        return run.explain(
                recommendation(scores, target),
                top,
                Ranking.count(scores, none),
                new ExplanationRun.Plan(List.of(methods), true, true, 1),
                ProgressListener.NONE,
                new CancellationToken());
    }

    private static Recommendation recommendation(float[] scores, int index) {
        return new Recommendation(
                Ranking.rank(scores, new BitSet(), index), index, Integer.toString(index), scores[index], 0.5);
    }

    /** Each event of item i adds {@code weights[i]} to the score of item 1 and nothing to others. */
    static AdditiveModel supportingItemOne(float... weights) {
        float[][] influence = new float[Math.max(weights.length, 20)][20];
        for (int i = 0; i < weights.length; i++) {
            influence[i][1] = weights[i];
        }
        float[] bias = new float[20];
        bias[1] = 0.5f;
        bias[2] = 0.4f;
        return new AdditiveModel(bias, influence, 2, 0);
    }
}
