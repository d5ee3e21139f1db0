package reclens.ui.why;

import reclens.chart.FeatureKind;
import reclens.explanation.Explanation;
import reclens.ui.UiText;

/** Why a chart of the page has nothing to show; each empty where the chart is there. */
record WhyNotes(String behaviours, String features, String matrix) {
    static final WhyNotes NONE = new WhyNotes("", "", "");

    /** @param refused why the chosen method has no values; empty when it has */
    static WhyNotes of(Explanation explanation, FeatureKind kind, boolean readsHistory, String refused) {
        String fields = fields(explanation, readsHistory);
        String matrix = refused.isEmpty() || readsHistory ? fields : refused;
        String reason = explanation.featureRefusals().get(kind.key());
        String features = reason != null
                ? UiText.format("why.refused", WhyViewModel.kindName(kind), UiText.phrase(reason))
                : kind == FeatureKind.AGGREGATED
                        ? fields
                        : UiText.get(readsHistory ? "why.no-groups" : "why.no-features.history");
        return new WhyNotes(refused, features, matrix);
    }

    private static String fields(Explanation explanation, boolean readsHistory) {
        if (explanation.matrix() != null) {
            return "";
        }
        return UiText.get(
                explanation.catalog().features().isEmpty()
                        ? "why.no-features"
                        : readsHistory ? "why.no-matrix" : "why.no-features.history");
    }
}
