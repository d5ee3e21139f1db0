package reclens.ui.trust;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import reclens.chart.Tokens;
import reclens.domain.Recommendation;
import reclens.explanation.Explanation;
import reclens.explanation.Faithfulness;
import reclens.explanation.Method;
import reclens.session.RecommendationList;
import reclens.text.Messages;
import reclens.text.Numbers;
import reclens.text.Sentences;
import reclens.ui.UiText;
import reclens.ui.selection.SelectionModel;
import reclens.ui.task.RunningTask;
import reclens.ui.workbench.Workbench;

/** The verdict, the curves behind it, every method beside the others, and the truth where it is known. */
public final class TrustViewModel {
    private final Workbench workbench;
    private final Messages messages = UiText.messages();
    private final Sentences sentences = new Sentences(messages);
    private final MethodRows methodRows = new MethodRows(sentences);
    private final MethodRuns runs;
    private final TrustCurves curves;
    private final PlantedModel planted;
    private final HitViewModel hit;
    private final ManyViewModel many;
    private final ObjectProperty<TrustPage> page;
    private final BooleanProperty shown = new SimpleBooleanProperty(this, "shown", false);
    private final ReadOnlyObjectWrapper<Heading> heading = new ReadOnlyObjectWrapper<>(this, "heading");
    private final ReadOnlyObjectWrapper<PlantedModel.Card> truth = new ReadOnlyObjectWrapper<>(this, "truth");
    private final ObservableList<MethodRow> rows = FXCollections.observableArrayList();
    private final ObservableList<Recommendation> items = FXCollections.observableArrayList();

    /**
     * What stands above the charts.
     *
     * @param verdict empty where there is none yet
     * @param tone empty where nothing is judged, so that no badge is shown
     */
    record Heading(String verdict, String tone, String sentence) {}

    /** @param page which page is shown; others may set it too */
    public TrustViewModel(Workbench workbench, ObjectProperty<TrustPage> page) {
        this.workbench = workbench;
        this.page = page;
        this.runs = new MethodRuns(workbench, sentences, this::showRows);
        this.curves = new TrustCurves(workbench, sentences, this.shown::get);
        this.planted = new PlantedModel(workbench, sentences);
        this.hit = new HitViewModel(workbench, planted);
        this.many = new ManyViewModel(workbench, sentences);
        workbench.explanationProperty().addListener((p, was, now) -> {
            if (!MethodRuns.same(was, now)) {
                runs.cancel();
            }
            refresh();
        });
        workbench.checkingProperty().addListener((p, was, now) -> refresh());
        workbench.recommendationsProperty().addListener((p, was, now) -> offerItems());
        workbench.selection().methodProperty().addListener((p, was, now) -> refresh());
        planted.truthProperty().addListener((p, was, now) -> refresh());
        shown.addListener((p, was, now) -> showPage());
        page.addListener((p, was, now) -> showPage());
        hit.pageProperty().addListener((p, was, now) -> refresh());
        hit.noteProperty().addListener((p, was, now) -> refresh());
        many.noteProperty().addListener((p, was, now) -> refresh());
        refresh();
    }

    /** Whether the view is in sight; nothing is computed while it is not. */
    BooleanProperty shownProperty() {
        return shown;
    }

    ObjectProperty<TrustPage> pageProperty() {
        return page;
    }

    HitViewModel hit() {
        return hit;
    }

    ManyViewModel many() {
        return many;
    }

    /** Null while there is no explanation. */
    ReadOnlyObjectProperty<Heading> headingProperty() {
        return heading.getReadOnlyProperty();
    }

    TrustCurves curves() {
        return curves;
    }

    ObservableList<MethodRow> rows() {
        return rows;
    }

    ReadOnlyObjectProperty<PlantedModel.Card> truthProperty() {
        return truth.getReadOnlyProperty();
    }

    /** What can be explained for the user: the recommendations, and the item that is explained if it is none of them. */
    ObservableList<Recommendation> items() {
        return items;
    }

    String itemName(Recommendation item) {
        Explanation explanation = workbench.explanationProperty().get();
        String title = explanation == null ? item.item() : sentences.title(item.item(), explanation.catalog());
        return UiText.format("trust.item", Integer.toString(item.rank()), title);
    }

    Workbench workbench() {
        return workbench;
    }

    String methodName(Method method) {
        return sentences.methodName(method);
    }

    String methodMeaning(Method method) {
        return sentences.methodMeaning(method);
    }

    String methodInSentence(Method method) {
        return sentences.methodInSentence(method);
    }

    /** Shows the user at the event that is held out, with the item that followed explained where it is recommended. */
    void openHeldOut() {
        workbench.heldOutProperty().set(true);
    }

    void choose(Method method) {
        workbench.selection().methodProperty().set(method);
    }

    Method chosen() {
        return workbench.selection().methodProperty().get();
    }

    void explain(Recommendation item) {
        if (item != null && item.index() != SelectionModel.NONE) {
            workbench.selection().itemProperty().set(item.index());
        }
    }

    void compute(Method method) {
        runs.compute(List.of(method));
    }

    void computeAll() {
        runs.compute(runs.missing(workbench.explanationProperty().get()));
    }

    void cancel() {
        runs.cancel();
    }

    /** The slow method that is being computed; null when none is. */
    ReadOnlyObjectProperty<RunningTask> runningProperty() {
        return runs.runningProperty();
    }

    private void showPage() {
        hit.show(shown.get() && page.get() == TrustPage.HIT);
        refresh();
    }

    private void refresh() {
        Explanation explanation = workbench.explanationProperty().get();
        offerItems();
        if (explanation == null) {
            heading.set(null);
            curves.clear();
            rows.clear();
            truth.set(null);
            return;
        }
        if (shown.get() && !workbench.checkingProperty().get()) {
            runs.quick(explanation);
        }
        showHeading(explanation);
        curves.show(explanation, chosen(), planted.causes(explanation));
        truth.set(planted.card(explanation, chosen()));
        showRows();
    }

    private void showRows() {
        Explanation explanation = workbench.explanationProperty().get();
        if (explanation != null) {
            rows.setAll(methodRows.of(
                    explanation, workbench.explainer(), chosen(), runs.methods(), planted.causes(explanation)));
        }
    }

    private void showHeading(Explanation explanation) {
        if (page.get() == TrustPage.MANY) {
            heading.set(new Heading("", "", many.noteProperty().get()));
            return;
        }
        if (page.get() == TrustPage.HIT) {
            HitViewModel.Page of = hit.pageProperty().get();
            // Without a page its place says what to do.
            heading.set(of == null ? new Heading("", "", "") : new Heading(of.verdict(), of.tone(), of.sentence()));
            return;
        }
        Faithfulness f = explanation.faithfulness(chosen()).orElse(null);
        if (f != null) {
            heading.set(new Heading(
                    sentences.verdictTitle(f), Tokens.verdictToken(f.verdict()), sentences.verdictSentence(f)));
        } else if (explanation.attributions().containsKey(chosen())) {
            heading.set(new Heading("", "none", UiText.get("why.checking")));
        } else {
            heading.set(new Heading(
                    sentences.verdictTitle(null),
                    "none",
                    sentences.why(explanation, chosen()).text()));
        }
    }

    /** Of the random orders. */
    String seed() {
        return Long.toString(workbench.seed());
    }

    private void offerItems() {
        RecommendationList list = workbench.recommendationsProperty().get();
        Explanation explanation = workbench.explanationProperty().get();
        List<Recommendation> offered = new ArrayList<>(list == null ? List.of() : list.items());
        if (explanation != null
                && !offered.isEmpty()
                && offered.stream()
                        .noneMatch(r -> r.index() == explanation.target().index())) {
            offered.add(explanation.target());
        }
        if (!items.equals(offered)) {
            items.setAll(offered);
        }
    }

    static String number(double value, int decimals) {
        return Double.isNaN(value) ? Numbers.MISSING : decimals == 3 ? Numbers.attention(value) : Numbers.score(value);
    }
}
