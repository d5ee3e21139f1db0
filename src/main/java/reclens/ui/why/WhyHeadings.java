package reclens.ui.why;

import java.util.ArrayList;
import java.util.List;
import reclens.chart.Tokens;
import reclens.domain.Item;
import reclens.domain.Recommendation;
import reclens.explanation.Explanation;
import reclens.explanation.Method;
import reclens.text.Numbers;
import reclens.text.RichText;
import reclens.text.Sentences;
import reclens.ui.UiText;
import reclens.ui.why.WhyViewModel.Heading;
import reclens.ui.workbench.Workbench;

/** Words the head of the page: rank and score, verdict, sentence, reason. */
final class WhyHeadings {
    private static final String DOT = "  \u00b7  ";

    private final Workbench workbench;
    private final Sentences sentences;

    WhyHeadings(Workbench workbench, Sentences sentences) {
        this.workbench = workbench;
        this.sentences = sentences;
    }

    Heading of(Explanation explanation, Method method) {
        if (workbench.further().missing()) {
            return waiting(explanation, method);
        }
        var faithfulness = explanation.faithfulness(method).orElse(null);
        boolean checking = workbench.checkingProperty().get() && faithfulness == null;
        return new Heading(
                breadcrumb(explanation),
                sentences.title(explanation.target().item(), explanation.catalog()),
                checking ? "" : sentences.verdictTitle(faithfulness),
                faithfulness == null ? "none" : Tokens.verdictToken(faithfulness.verdict()),
                sentences.why(explanation, method),
                checking ? "" : sentences.verdictLead(faithfulness),
                checking ? UiText.get("why.checking") : sentences.verdictReason(faithfulness));
    }

    /** While a method is computed, or waits to be asked for. */
    private Heading waiting(Explanation explanation, Method method) {
        boolean running = workbench.further().runningProperty().get() != null;
        return new Heading(
                breadcrumb(explanation),
                sentences.title(explanation.target().item(), explanation.catalog()),
                running ? "" : sentences.verdictTitle(null),
                "none",
                RichText.plain(
                        running
                                ? UiText.format("why.method.running", sentences.methodInSentence(method))
                                : UiText.get("why.method.waiting")),
                "",
                sentences.methodMeaning(method));
    }

    private String breadcrumb(Explanation explanation) {
        Recommendation target = explanation.target();
        List<String> parts = new ArrayList<>();
        var list = workbench.recommendationsProperty().get();
        parts.add(UiText.format(
                "why.rank",
                Integer.toString(target.rank()),
                Numbers.count(
                        list == null ? explanation.rankedItems() : list.items().size())));
        parts.add(UiText.format("why.score", Numbers.score(target.score())));
        Item item = explanation.catalog().item(target.item());
        for (String field : explanation.catalog().features()) {
            parts.addAll(item.features().getOrDefault(field, List.of()));
        }
        return String.join(DOT, parts);
    }
}
