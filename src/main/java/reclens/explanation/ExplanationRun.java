package reclens.explanation;

import java.util.ArrayList;
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
 * @param candidates which items are ranked beside the explained one
 * @param seenPolicy key of the policy behind {@code candidates}
 * @param input what the model is run on
 */
public record ExplanationRun(
        RecommenderModel model,
        HistoryWindow window,
        Catalog catalog,
        Provenance provenance,
        Candidates candidates,
        String seenPolicy,
        ModelInput input) {
    private static final String NO_HISTORY =
            "the model reads fields of user and item, not the history, so there are no events to attribute to";

    /** A run of a model that reads the events of the window and nothing else, and ranks all its items but the excluded ones. */
    public ExplanationRun(
            RecommenderModel model,
            HistoryWindow window,
            Catalog catalog,
            Provenance provenance,
            BitSet excluded,
            String seenPolicy) {
        this(
                model,
                window,
                catalog,
                provenance,
                new Candidates(
                        model.card().itemCount(),
                        excluded,
                        model.card().traits().pointwise()),
                seenPolicy,
                ModelInput.of(window.items()));
    }

    /**
     * What to compute for one item.
     *
     * @param methods in the order in which they are shown
     * @param faithfulness deletion curves and verdict for each method
     * @param counterfactual smallest set of events found that takes the item off rank 1
     * @param seed of the random orders
     * @param contrast the item u of "why t rather than u": signed methods explain s_t - s_u, others are refused; null where s_t
     *     alone is explained
     */
    public record Plan(
            List<Method> methods, boolean faithfulness, boolean counterfactual, long seed, Recommendation contrast) {
        public Plan {
            methods = List.copyOf(methods);
        }

        /** Explains s_t alone. */
        public Plan(List<Method> methods, boolean faithfulness, boolean counterfactual, long seed) {
            this(methods, faithfulness, counterfactual, seed, null);
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
        int contrast = plan.contrast() == null
                ? AttributionContext.NONE
                : plan.contrast().index();
        // Not target.score(): under the policy ZERO that is no longer what the model said.
        AttributionContext context =
                AttributionContext.of(model, input, target.index(), contrast, plan.seed(), progress, cancellation);
        Attributions found = attributions(context, plan.methods(), progress);
        Map<Method, Attribution> attributions = found.values();
        FeatureMatrix matrix = attributions.values().stream()
                .filter(Attribution::signed)
                .findFirst()
                .map(a -> ProductFeatures.matrix(window, catalog, a))
                .orElse(null);
        List<FeatureContribution> features = features(context, matrix);
        Map<Method, Faithfulness> faithfulness = new LinkedHashMap<>();
        if (plan.faithfulness() && !attributions.isEmpty()) {
            progress.progress("progress.checking", -1);
            FaithfulnessCheck check = check(context, plan.seed());
            attributions.forEach((method, attribution) -> faithfulness.put(method, check.judge(attribution)));
        }
        Counterfactual counterfactual = null;
        if (plan.counterfactual() && target.rank() == 1) {
            progress.progress("progress.counterfactual", -1);
            counterfactual = new CounterfactualSearch(context, candidates).search(window, rivals(target, top));
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
                found.refusals(),
                features,
                matrix,
                faithfulness,
                counterfactual,
                seenPolicy,
                plan.contrast(),
                featureRefusals(features));
    }

    private FaithfulnessCheck check(AttributionContext context, long seed) {
        return new FaithfulnessCheck(new KeptEvents(context, candidates), new Orders(input.length(), seed), seed);
    }

    /** What the events' attributions, the model's own weights and runs without a value say of features. */
    private List<FeatureContribution> features(AttributionContext context, FeatureMatrix matrix) {
        List<FeatureContribution> features = new ArrayList<>();
        if (matrix != null) {
            features.addAll(ProductFeatures.contributions(matrix));
        }
        if (!model.card().traits().fields().isEmpty()) {
            features.addAll(NativeFeatures.of(context.trace().get()));
        }
        if (FeatureAblation.refusal(model).isEmpty()) {
            features.addAll(FeatureAblation.of(context, window, catalog));
        }
        return List.copyOf(features);
    }

    private Map<String, String> featureRefusals(List<FeatureContribution> features) {
        Map<String, String> refusals = new LinkedHashMap<>();
        if (features.stream().noneMatch(f -> f.kind().equals(FeatureContribution.NATIVE))) {
            refusals.put(FeatureContribution.NATIVE, NativeFeatures.REFUSAL);
        }
        FeatureAblation.refusal(model).ifPresent(reason -> refusals.put(FeatureContribution.ABLATION, reason));
        return refusals;
    }

    /**
     * What several methods say of one item.
     *
     * @param values by method, in the order asked for
     * @param refusals reasons by method
     */
    public record Attributions(Map<Method, Attribution> values, Map<Method, String> refusals) {}

    /**
     * Attributions of one item without the check of their faithfulness.
     *
     * @param target the model's index of the item
     * @throws reclens.domain.CancelledException when cancelled
     */
    public Attributions attributions(int target, List<Method> methods, long seed, CancellationToken cancellation) {
        return attributions(
                AttributionContext.of(
                        model, input, target, AttributionContext.NONE, seed, ProgressListener.NONE, cancellation),
                methods,
                ProgressListener.NONE);
    }

    private Attributions attributions(AttributionContext context, List<Method> methods, ProgressListener progress) {
        Map<Method, Attribution> values = new LinkedHashMap<>();
        Map<Method, String> refusals = new LinkedHashMap<>();
        int done = 0;
        for (Method method : methods) {
            progress.progress("progress.explaining", (double) done++ / (methods.size() + 1));
            context.cancellation().check();
            ExplanationMethod computation = ExplanationMethod.of(method);
            refusal(method, model)
                    .or(() -> context.refusal(method))
                    .ifPresentOrElse(
                            reason -> refusals.put(method, reason),
                            () -> values.put(method, computation.attribute(context)));
        }
        return new Attributions(values, refusals);
    }

    /**
     * Measures attributions of one item by E1 to E8 beside both baselines.
     *
     * @param attributions of this run and this item
     * @return in their order; empty for a window without events
     */
    public Map<Method, TrustReport> trust(
            int target, Map<Method, Attribution> attributions, long seed, CancellationToken cancellation) {
        Map<Method, TrustReport> reports = new LinkedHashMap<>();
        if (attributions.isEmpty() || input.length() == 0) {
            return reports;
        }
        AttributionContext context = AttributionContext.of(
                model, input, target, AttributionContext.NONE, seed, ProgressListener.NONE, cancellation);
        Attribution leaveOneOut = Optional.ofNullable(attributions.get(Method.LEAVE_ONE_OUT))
                .orElseGet(() -> ExplanationMethod.of(Method.LEAVE_ONE_OUT).attribute(context));
        TrustCheck check = new TrustCheck(new KeptEvents(context, candidates), new Orders(input.length(), seed), seed);
        attributions.forEach((method, attribution) -> reports.put(method, check.report(attribution, leaveOneOut)));
        return reports;
    }

    /**
     * The value of a feature whose events add up to the most.
     *
     * @param values attributions of the events of the window [n]
     */
    public Optional<String> strongestValue(String feature, double[] values) {
        return ProductFeatures.strongest(window, catalog, feature, values);
    }

    /** How many values of a feature the events of the window have. */
    public int countValues(String feature) {
        return ProductFeatures.countValues(window, catalog, feature);
    }

    /** The same history read by another model with the same items, such as one with permuted parameters. */
    public ExplanationRun with(RecommenderModel other) {
        return new ExplanationRun(other, window, catalog, provenance, candidates, seenPolicy, input);
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
        return new CounterfactualSearch(context, candidates).search(window, rivals(target, top));
    }

    /**
     * The explanation with the deletion curves and verdicts of the methods that have none yet.
     *
     * @throws reclens.domain.CancelledException when cancelled
     */
    public Explanation check(
            Explanation explanation, long seed, ProgressListener progress, CancellationToken cancellation) {
        progress.progress("progress.checking", -1);
        AttributionContext context = AttributionContext.of(
                model, input, explanation.target().index(), AttributionContext.NONE, seed, progress, cancellation);
        Map<Method, Faithfulness> checked = new LinkedHashMap<>(explanation.faithfulness());
        if (!checked.keySet().containsAll(explanation.attributions().keySet())) {
            FaithfulnessCheck check = check(context, seed);
            explanation
                    .attributions()
                    .forEach((method, attribution) -> checked.computeIfAbsent(method, m -> check.judge(attribution)));
        }
        return explanation.with(checked);
    }

    /**
     * Events found without which an item would rank {@code goal} or better.
     *
     * @param target the model's index of the item
     * @throws reclens.domain.CancelledException when cancelled
     */
    public Climb climb(int target, int goal, CancellationToken cancellation) {
        AttributionContext context = AttributionContext.of(
                model, input, target, AttributionContext.NONE, 0, ProgressListener.NONE, cancellation);
        return new ClimbSearch(new KeptEvents(context, candidates), window).search(goal);
    }

    /**
     * Score while events are added, most important first, for every method of an explanation that was made by this run (E4).
     *
     * @return by method, in the explanation's order; empty for a window without events
     * @throws reclens.domain.CancelledException when cancelled
     */
    public Map<Method, OrderCurve> insertion(Explanation explanation, long seed, CancellationToken cancellation) {
        Map<Method, OrderCurve> curves = new LinkedHashMap<>();
        if (explanation.attributions().isEmpty() || input.length() == 0) {
            return curves;
        }
        AttributionContext context = AttributionContext.of(
                model,
                input,
                explanation.target().index(),
                AttributionContext.NONE,
                seed,
                ProgressListener.NONE,
                cancellation);
        KeptEvents events = new KeptEvents(context, candidates);
        Orders orders = new Orders(input.length(), seed);
        OrderCurves insertion = new OrderCurves(orders, orders::insertions, events::scores, Orders.REPEATS);
        explanation
                .attributions()
                .forEach((method, attribution) ->
                        curves.put(method, insertion.of(attribution.order(attribution.signed()))));
        return curves;
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
