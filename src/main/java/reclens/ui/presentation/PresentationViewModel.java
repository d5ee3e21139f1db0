package reclens.ui.presentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import reclens.chart.BarChartSpec;
import reclens.chart.ChartOptions;
import reclens.chart.ExplanationCharts;
import reclens.chart.FeatureKind;
import reclens.chart.Tokens;
import reclens.explanation.Explanation;
import reclens.explanation.Faithfulness;
import reclens.explanation.Method;
import reclens.text.Numbers;
import reclens.text.RichText;
import reclens.text.Sentences;
import reclens.ui.UiText;
import reclens.ui.workbench.Workbench;

/**
 * What the presentation says of the selected recommendation. It shows the method that a sentence is best built on, whatever
 * the window shows, and names none.
 */
final class PresentationViewModel implements AutoCloseable {
    private static final int EVENTS = 5;
    private static final int FEATURES = 6;

    private final Workbench workbench;
    private final Sentences sentences = new Sentences(UiText.messages());
    private final ReadOnlyObjectWrapper<Page> page = new ReadOnlyObjectWrapper<>(this, "page");
    private final ChangeListener<Object> refresh = (p, was, now) -> show();

    /**
     * What stands on the screen.
     *
     * @param where which recommendation, of which user
     * @param title of the item
     * @param sentence why it was recommended
     * @param tone token of the verdict: good, caution, bad, none; busy while it is being found
     * @param verdict whether that can be believed, in a few words
     * @param reason of the verdict, one sentence
     * @param behaviours bars of events; empty where the model reads none
     * @param behavioursNote how to read them
     * @param features bars of product features; empty where there are none
     */
    record Page(
            String where,
            String title,
            RichText sentence,
            String tone,
            String verdict,
            String reason,
            Optional<BarChartSpec> behaviours,
            String behavioursNote,
            Optional<BarChartSpec> features) {}

    PresentationViewModel(Workbench workbench) {
        this.workbench = workbench;
        workbench.explanationProperty().addListener(refresh);
        workbench.checkingProperty().addListener(refresh);
        show();
    }

    /** Null while nothing is explained. */
    ReadOnlyObjectProperty<Page> pageProperty() {
        return page.getReadOnlyProperty();
    }

    private void show() {
        Explanation explanation = workbench.explanationProperty().get();
        page.set(explanation == null ? null : of(explanation));
    }

    private Page of(Explanation explanation) {
        Method method = Sentences.leading(explanation);
        ExplanationCharts charts = new ExplanationCharts(explanation, UiText.messages());
        ChartOptions options = ChartOptions.of(method).withTop(EVENTS, FEATURES);
        Faithfulness check = explanation.faithfulness(method).orElse(null);
        String tone = check == null ? "none" : Tokens.verdictToken(check.verdict());
        boolean checking = check == null && workbench.checkingProperty().get();
        String scale = UiText.get(method.signed() ? "present.axis.signed" : "present.axis.plain");
        String verdict = "present.verdict."
                + (checking
                        ? "checking"
                        : check == null ? "unchecked" : check.verdict().key());
        PlainRows rows = new PlainRows(explanation);
        return new Page(
                where(explanation),
                sentences.title(explanation.target().item(), explanation.catalog()),
                sentences.plain(explanation, method),
                checking ? "busy" : tone,
                UiText.get(verdict),
                UiText.get(verdict + ".reason"),
                charts.behaviours(options).map(bars -> rows.of(bars, UiText.get("present.behaviours"), scale)),
                rows.lastDay().isEmpty()
                        ? UiText.get("present.behaviours.note.undated")
                        : UiText.format("present.behaviours.note", rows.lastDay()),
                charts.features(options, FeatureKind.AGGREGATED)
                        .map(bars -> rows.of(bars, UiText.get("present.features"), scale)));
    }

    private String where(Explanation explanation) {
        String user = explanation.window().history().user();
        String label = workbench.workspace() == null
                ? ""
                : workbench.workspace().users().label(user);
        var list = workbench.recommendationsProperty().get();
        List<String> parts = new ArrayList<>();
        parts.add(UiText.format(
                "present.rank",
                Integer.toString(explanation.target().rank()),
                Numbers.count(
                        list == null ? explanation.rankedItems() : list.items().size())));
        parts.add(UiText.format("present.user", user));
        if (!label.isEmpty()) {
            parts.add(label);
        }
        return String.join("  \u00b7  ", parts);
    }

    /** The workbench outlives the presentation. */
    @Override
    public void close() {
        workbench.explanationProperty().removeListener(refresh);
        workbench.checkingProperty().removeListener(refresh);
    }
}
