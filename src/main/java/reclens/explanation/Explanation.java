package reclens.explanation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reclens.domain.Catalog;
import reclens.domain.HistoryWindow;
import reclens.domain.Provenance;
import reclens.domain.Recommendation;

/**
 * Why one item was recommended. Immutable; never travels without what it was made from and how far it can be trusted.
 *
 * @param provenance model, file, application
 * @param catalog titles and features for what is named here
 * @param window the events that the model read
 * @param target the explained recommendation
 * @param runnerUp the best-ranked other item, null when there is none
 * @param rankedItems how many items could be ranked
 * @param attributions by method, in the order asked for; a method that the model cannot support is in {@code refusals}
 * @param refusals reasons by method
 * @param features of each kind that there is: aggregated from the first signed method, native, by ablation
 * @param matrix the matrix behind {@code features}; null when there is none
 * @param faithfulness by method
 * @param counterfactual null when it was not asked for
 * @param seenPolicy key of the policy for seen items
 * @param featureRefusals why there are no features of a kind, by kind
 * @param contrast the item u where the difference s_t - s_u of two scores was explained; null for s_t alone
 */
public record Explanation(
        Provenance provenance,
        Catalog catalog,
        HistoryWindow window,
        Recommendation target,
        Recommendation runnerUp,
        int rankedItems,
        Map<Method, Attribution> attributions,
        Map<Method, String> refusals,
        List<FeatureContribution> features,
        FeatureMatrix matrix,
        Map<Method, Faithfulness> faithfulness,
        Counterfactual counterfactual,
        String seenPolicy,
        Recommendation contrast,
        Map<String, String> featureRefusals) {

    /** An explanation of the target's score alone. */
    public Explanation(
            Provenance provenance,
            Catalog catalog,
            HistoryWindow window,
            Recommendation target,
            Recommendation runnerUp,
            int rankedItems,
            Map<Method, Attribution> attributions,
            Map<Method, String> refusals,
            List<FeatureContribution> features,
            FeatureMatrix matrix,
            Map<Method, Faithfulness> faithfulness,
            Counterfactual counterfactual,
            String seenPolicy) {
        this(
                provenance,
                catalog,
                window,
                target,
                runnerUp,
                rankedItems,
                attributions,
                refusals,
                features,
                matrix,
                faithfulness,
                counterfactual,
                seenPolicy,
                null,
                Map.of());
    }

    public Optional<Attribution> attribution(Method method) {
        return Optional.ofNullable(attributions.get(method));
    }

    /** The values of a method where it has a direction, else those of the first method that has; empty where none has. */
    public Optional<Attribution> signed(Method method) {
        Attribution chosen = attributions.get(method);
        return chosen != null && chosen.signed()
                ? Optional.of(chosen)
                : attributions.values().stream().filter(Attribution::signed).findFirst();
    }

    /** Events x feature values by {@link #signed}; {@link #matrix()} where there are no such values, and null with it. */
    public FeatureMatrix matrix(Method method) {
        return matrix == null || method == matrix.method()
                ? matrix
                : signed(method)
                        .map(a -> ProductFeatures.matrix(window, catalog, a))
                        .orElse(matrix);
    }

    public Optional<Faithfulness> faithfulness(Method method) {
        return Optional.ofNullable(faithfulness.get(method));
    }

    /** This explanation with the methods that another one of the same recommendation adds; what is here already stays. */
    public Explanation with(Explanation further) {
        return new Explanation(
                provenance,
                catalog,
                window,
                target,
                runnerUp,
                rankedItems,
                union(attributions, further.attributions),
                union(refusals, further.refusals),
                matrix == null ? further.features : features,
                matrix == null ? further.matrix : matrix,
                union(faithfulness, further.faithfulness),
                counterfactual == null ? further.counterfactual : counterfactual,
                seenPolicy,
                contrast,
                featureRefusals);
    }

    Explanation with(Map<Method, Faithfulness> checked) {
        return new Explanation(
                provenance,
                catalog,
                window,
                target,
                runnerUp,
                rankedItems,
                attributions,
                refusals,
                features,
                matrix,
                checked,
                counterfactual,
                seenPolicy,
                contrast,
                featureRefusals);
    }

    private static <T> Map<Method, T> union(Map<Method, T> first, Map<Method, T> second) {
        Map<Method, T> all = new LinkedHashMap<>(first);
        second.forEach(all::putIfAbsent);
        return all;
    }
}
