package reclens.explanation;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reclens.domain.CancellationToken;
import reclens.domain.Catalog;
import reclens.domain.HistoryWindow;
import reclens.domain.ProgressListener;
import reclens.domain.Provenance;
import reclens.domain.Recommendation;
import reclens.inference.ModelInput;
import reclens.inference.RecommenderModel;

/**
 * Explains recommendations for one history.
 *
 * @param model ready to run
 * @param window the events that the model reads
 * @param catalog titles and features
 * @param provenance travels with the explanations
 * @param excluded item indices that are not ranked
 * @param seenPolicy key of the policy behind {@code excluded}
 * @param input what the model is run on
 */
public record ExplanationRun(
        RecommenderModel model,
        HistoryWindow window,
        Catalog catalog,
        Provenance provenance,
        BitSet excluded,
        String seenPolicy,
        ModelInput input) {
    private static final String NO_HISTORY =
            "the model reads fields of user and item, not the history, so there are no events to attribute to";

    /** A run of a model that reads the events of the window and nothing else. */
    public ExplanationRun(
            RecommenderModel model,
            HistoryWindow window,
            Catalog catalog,
            Provenance provenance,
            BitSet excluded,
            String seenPolicy) {
        this(model, window, catalog, provenance, excluded, seenPolicy, ModelInput.of(window.items()));
    }

    /**
     * What to compute for one item.
     *
     * @param methods in the order in which they are shown
     * @param faithfulness deletion curves and verdict for each method
     * @param counterfactual smallest set of events found that takes the item off rank 1
     * @param seed of the random orders
     */
    public record Plan(List<Method> methods, boolean faithfulness, boolean counterfactual, long seed) {
        public Plan {
            methods = List.copyOf(methods);
        }
    }

    /**
     * @param target the item to explain, with its rank and score
     * @param top the best recommendations, best first; the first other one is the runner-up, all are rivals
     * @param rankedItems how many items could be ranked
     * @throws reclens.domain.CancelledException when cancelled
     */
    public Explanation explain(
            Recommendation target,
            List<Recommendation> top,
            int rankedItems,
            Plan plan,
            ProgressListener progress,
            CancellationToken cancellation) {
        // Not target.score(): under the policy ZERO that is no longer what the model said.
        AttributionContext context = AttributionContext.of(
                model, input, target.index(), AttributionContext.NONE, plan.seed(), progress, cancellation);
        Map<Method, Attribution> attributions = new LinkedHashMap<>();
        Map<Method, String> refusals = new LinkedHashMap<>();
        int done = 0;
        for (Method method : plan.methods()) {
            progress.progress(
                    "progress.explaining", (double) done++ / (plan.methods().size() + 1));
            cancellation.check();
            ExplanationMethod computation = ExplanationMethod.of(method);
            refusal(method, model)
                    .ifPresentOrElse(
                            reason -> refusals.put(method, reason),
                            () -> attributions.put(method, computation.attribute(context)));
        }
        FeatureMatrix matrix = attributions.values().stream()
                .filter(Attribution::signed)
                .findFirst()
                .map(a -> ProductFeatures.matrix(window, catalog, a))
                .orElse(null);
        Map<Method, Faithfulness> faithfulness = new LinkedHashMap<>();
        if (plan.faithfulness() && !attributions.isEmpty()) {
            progress.progress("progress.checking", -1);
            DeletionCurves curves = new DeletionCurves(context, plan.seed());
            attributions.forEach((method, attribution) -> faithfulness.put(method, curves.judge(attribution)));
        }
        Counterfactual counterfactual = null;
        if (plan.counterfactual() && target.rank() == 1) {
            progress.progress("progress.counterfactual", -1);
            counterfactual = new CounterfactualSearch(context, excluded).search(window, rivals(target, top));
        }
        progress.progress("progress.done", 1);
        return new Explanation(
                provenance,
                catalog,
                window,
                target,
                top.stream()
                        .filter(r -> r.index() != target.index())
                        .findFirst()
                        .orElse(null),
                rankedItems,
                attributions,
                refusals,
                matrix == null ? List.of() : ProductFeatures.contributions(matrix),
                matrix,
                faithfulness,
                counterfactual,
                seenPolicy);
    }

    /**
     * The smallest set of events found whose removal takes the item off rank 1. Items that are left out of the ranking stay left
     * out.
     *
     * @param target the item on rank 1
     * @param top the best recommendations, best first; the other ones are rivals
     * @throws reclens.domain.CancelledException when cancelled
     */
    public Counterfactual counterfactual(
            Recommendation target, List<Recommendation> top, CancellationToken cancellation) {
        AttributionContext context = AttributionContext.of(
                model, input, target.index(), AttributionContext.NONE, 0, ProgressListener.NONE, cancellation);
        return new CounterfactualSearch(context, excluded).search(window, rivals(target, top));
    }

    private static int[] rivals(Recommendation target, List<Recommendation> top) {
        return top.stream()
                .mapToInt(Recommendation::index)
                .filter(i -> i != target.index())
                .toArray();
    }

    /** Why a model cannot support a method; empty when it can. Runs nothing. */
    public static Optional<String> refusal(Method method, RecommenderModel model) {
        return model.card().traits().readsHistory()
                ? ExplanationMethod.of(method).refusal(model)
                : Optional.of(NO_HISTORY);
    }
}
