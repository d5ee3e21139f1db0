package reclens.ui.why;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import reclens.chart.BarChartSpec;
import reclens.chart.ChartNumbers;
import reclens.chart.ChartOptions;
import reclens.chart.ExplanationCharts;
import reclens.chart.FeatureHeatmapSpec;
import reclens.chart.FeatureKind;
import reclens.chart.FieldCharts;
import reclens.domain.AttentionTrace;
import reclens.explanation.Explanation;
import reclens.explanation.Method;
import reclens.text.Messages;
import reclens.text.RichText;
import reclens.text.Sentences;
import reclens.ui.UiText;
import reclens.ui.selection.SelectionModel;
import reclens.ui.settings.Settings;
import reclens.ui.workbench.FurtherMethods;
import reclens.ui.workbench.Lingering;
import reclens.ui.workbench.Workbench;

/** Turns the explanation into the head of the page and the specs of its three charts. */
public final class WhyViewModel {
    private static final int FIELDS_SHOWN = 2;
    private final Workbench workbench;
    private final Messages messages = UiText.messages();
    private final Sentences sentences = new Sentences(messages);
    private final ReadOnlyObjectWrapper<Heading> heading = new ReadOnlyObjectWrapper<>(this, "heading");
    private final ReadOnlyObjectWrapper<BarChartSpec> behaviours = new ReadOnlyObjectWrapper<>(this, "behaviours");
    private final ReadOnlyObjectWrapper<BarChartSpec> features = new ReadOnlyObjectWrapper<>(this, "features");
    private final ReadOnlyObjectWrapper<FeatureHeatmapSpec> matrix = new ReadOnlyObjectWrapper<>(this, "matrix");
    private final ReadOnlyStringWrapper behavioursNote = new ReadOnlyStringWrapper(this, "behavioursNote", "");
    private final ReadOnlyStringWrapper featuresNote = new ReadOnlyStringWrapper(this, "featuresNote", "");
    private final ReadOnlyStringWrapper matrixNote = new ReadOnlyStringWrapper(this, "matrixNote", "");
    private final ObjectProperty<ChartOptions.Order> order =
            new SimpleObjectProperty<>(this, "order", ChartOptions.Order.BY_SIZE);
    private final ObjectProperty<List<String>> fields = new SimpleObjectProperty<>(this, "fields", List.of());
    private final KindChoice kindChoice = new KindChoice();
    private final ObjectProperty<FeatureKind> featureKind = kindChoice.property();
    private final ReadOnlyStringWrapper featuresShort = new ReadOnlyStringWrapper(this, "featuresShort", "");
    private final ReadOnlyStringWrapper featuresMeaning = new ReadOnlyStringWrapper(this, "featuresMeaning", "");
    private final ObservableList<List<String>> fieldChoices = FXCollections.observableArrayList();
    /** Whether the selected event stands in the charts only because it is selected. */
    private boolean pulledIn;

    private final ObjectProperty<Integer> top = new SimpleObjectProperty<>(this, "top", Settings.TOP_AS_FIT);
    private final ReadOnlyStringWrapper agreement = new ReadOnlyStringWrapper(this, "agreement", "");
    private final WhyHeadings headings;
    private final TopTenViewModel topTen;
    private boolean active = true;
    /** Whether something changed while the view was out of sight. */
    private boolean stale;

    private int fittingEvents = 9;
    private int fittingFeatures = 10;

    /**
     * What stands above the charts.
     *
     * @param breadcrumb rank, score, features
     * @param title of the item
     * @param verdict word of the verdict; empty while it is computed
     * @param tone token of the verdict: good, caution, bad, none
     * @param sentence what the explanation says
     * @param lead "Why supported:"; empty while it is computed
     * @param reason the sentence after it
     */
    public record Heading(
            String breadcrumb,
            String title,
            String verdict,
            String tone,
            RichText sentence,
            String lead,
            String reason) {}

    public WhyViewModel(Workbench workbench) {
        this.workbench = workbench;
        this.headings = new WhyHeadings(workbench, sentences);
        this.topTen = new TopTenViewModel(workbench, this);
        workbench.explanationProperty().addListener((p, was, now) -> refresh());
        workbench.attentionProperty().addListener((p, was, now) -> {
            if (!readsHistory()) {
                showCharts();
            }
        });
        workbench.checkingProperty().addListener((p, was, now) -> showHeading());
        workbench.selection().methodProperty().addListener((p, was, now) -> refresh());
        workbench
                .selection()
                .eventProperty()
                .addListener((p, was, now) -> showSelected(was.intValue(), now.intValue()));
        order.addListener((p, was, now) -> showCharts());
        top.addListener((p, was, now) -> showCharts());
        featureKind.addListener((p, was, now) -> showCharts());
        workbench.further().runningProperty().addListener((p, was, now) -> showHeading());
        fields.addListener((p, was, now) -> {
            if (now != null) { // the box clears its value for a moment when its choices change
                showCharts();
            }
        });
        refresh();
    }

    /** @param now whether the view is in sight; while it is not, nothing is made */
    void setActive(boolean now) {
        active = now;
        if (active && stale) {
            refresh();
        }
    }

    /** Null while there is no explanation. */
    ReadOnlyObjectProperty<Heading> headingProperty() {
        return heading.getReadOnlyProperty();
    }

    /** Null where there is nothing to show; so for the other charts. */
    ReadOnlyObjectProperty<BarChartSpec> behavioursProperty() {
        return behaviours.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<BarChartSpec> featuresProperty() {
        return features.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<FeatureHeatmapSpec> matrixProperty() {
        return matrix.getReadOnlyProperty();
    }

    /** Why there are no bars of behaviours; empty where there are. So for the other charts. */
    ReadOnlyStringProperty behavioursNoteProperty() {
        return behavioursNote.getReadOnlyProperty();
    }

    ReadOnlyStringProperty featuresNoteProperty() {
        return featuresNote.getReadOnlyProperty();
    }

    ReadOnlyStringProperty matrixNoteProperty() {
        return matrixNote.getReadOnlyProperty();
    }

    /** Whether the model reads events at all; some read fields of user and item instead. */
    boolean readsHistory() {
        return workbench.workspace() == null
                || workbench.workspace().model().card().traits().readsHistory();
    }

    ObjectProperty<ChartOptions.Order> orderProperty() {
        return order;
    }

    ObjectProperty<Method> methodProperty() {
        return workbench.selection().methodProperty();
    }

    /** Position of the selected event. */
    IntegerProperty eventProperty() {
        return workbench.selection().eventProperty();
    }

    List<Method> methods() {
        return FurtherMethods.all();
    }

    /** Whether the top ten stand side by side in place of the one recommendation. */
    BooleanProperty topTenProperty() {
        return topTen.shownProperty();
    }

    TopTenViewModel topTen() {
        return topTen;
    }

    /** Makes a recommendation of the small ones the large one. */
    void enlarge(TopTenViewModel.Tile tile) {
        topTen.select(tile);
        topTenProperty().set(false);
    }

    IntegerProperty itemProperty() {
        return workbench.selection().itemProperty();
    }

    /** Computes methods that are not part of every explanation. */
    FurtherMethods further() {
        return workbench.further();
    }

    /** Why the open model cannot support a method; empty when it can. */
    String methodRefusal(Method method) {
        return workbench.explainer() == null
                ? ""
                : workbench.explainer().refusal(method).map(UiText::phrase).orElse("");
    }

    /** How many events stand alone in the charts: {@link Settings#TOP_AS_FIT}, a number, or {@link Settings#TOP_ALL}. */
    public ObjectProperty<Integer> topProperty() {
        return top;
    }

    /** How many events the charts must have room for; 0 where they adapt. */
    int wantedEvents() {
        Explanation explanation = workbench.explanationProperty().get();
        return top.get() == Settings.TOP_AS_FIT || explanation == null || !readsHistory()
                ? 0
                : Math.min(top.get(), explanation.window().length());
    }

    /** One line: how far other methods order the events alike; empty where there is nothing to compare. */
    ReadOnlyStringProperty agreementProperty() {
        return agreement.getReadOnlyProperty();
    }

    String methodName(Method method) {
        return sentences.methodName(method);
    }

    String methodMeaning(Method method) {
        Explanation explanation = workbench.explanationProperty().get();
        return explanation == null
                ? sentences.methodMeaning(method)
                : explanation
                        .attribution(method)
                        .map(sentences::methodMeaning)
                        .orElseGet(() -> sentences.methodMeaning(method));
    }

    /** Which kind of features the bars show. */
    ObjectProperty<FeatureKind> featureKindProperty() {
        return featureKind;
    }

    static String kindName(FeatureKind kind) {
        return UiText.get("why.kind." + kind.key());
    }

    /** One sentence: what the bars of features are; empty while there are none. */
    ReadOnlyStringProperty featuresMeaningProperty() {
        return featuresMeaning.getReadOnlyProperty();
    }

    /** The same in few words. */
    ReadOnlyStringProperty featuresShortProperty() {
        return featuresShort.getReadOnlyProperty();
    }

    /** The feature fields shown in charts. */
    ObjectProperty<List<String>> fieldsProperty() {
        return fields;
    }

    /** Pairs of feature fields to choose from. */
    ObservableList<List<String>> fieldChoices() {
        return fieldChoices;
    }

    static String fieldsName(List<String> names) {
        String joined = String.join(", ", names).replace('_', ' ');
        return joined.isEmpty() ? "" : joined.substring(0, 1).toUpperCase(Locale.ROOT) + joined.substring(1);
    }

    /** How many rows the charts have room for. */
    void fit(int events, int featureValues) {
        if (events != fittingEvents || featureValues != fittingFeatures) {
            fittingEvents = events;
            fittingFeatures = featureValues;
            showCharts();
        }
    }

    /** As lines of text, headings first; none for null. */
    static List<List<String>> numbers(BarChartSpec spec) {
        return spec == null
                ? List.of()
                : ChartNumbers.rounded(UiText.messages()).of(spec);
    }

    static List<List<String>> numbers(FeatureHeatmapSpec spec) {
        return spec == null
                ? List.of()
                : ChartNumbers.rounded(UiText.messages()).of(spec);
    }

    private void refresh() {
        Explanation explanation = workbench.explanationProperty().get();
        stale = false;
        if (explanation == null) {
            Lingering.clear(workbench, workbench.explanationProperty(), this::clear);
        } else if (!putOff(explanation)) {
            offerFields(new ExplanationCharts(explanation, messages).fields());
            kindChoice.fit(readsHistory());
            showHeading();
            showCharts();
        }
    }

    private void offerFields(List<String> all) {
        List<List<String>> choices = new ArrayList<>();
        for (int a = 0; a < all.size(); a++) {
            for (int b = a + 1; b < all.size(); b++) {
                choices.add(List.of(all.get(a), all.get(b)));
            }
        }
        all.forEach(field -> choices.add(List.of(field)));
        if (!fieldChoices.equals(choices)) {
            fieldChoices.setAll(choices);
        }
        if (!choices.contains(fields.get())) {
            fields.set(all.stream().limit(FIELDS_SHOWN).toList());
        }
    }

    private void showHeading() {
        Explanation explanation = workbench.explanationProperty().get();
        if (!putOff(explanation)) {
            heading.set(headings.of(explanation, methodProperty().get()));
        }
    }

    /** Whether nothing can be made: there is no explanation, or nobody would see it. */
    private boolean putOff(Explanation explanation) {
        stale |= !active && explanation != null;
        return !active || explanation == null;
    }

    private void clear() {
        heading.set(null);
        behaviours.set(null);
        features.set(null);
        matrix.set(null);
        show(WhyNotes.NONE);
        agreement.set("");
        featuresMeaning.set("");
        featuresShort.set("");
    }

    private void show(WhyNotes notes) {
        behavioursNote.set(notes.behaviours());
        featuresNote.set(notes.features());
        matrixNote.set(notes.matrix());
    }

    private void showCharts() {
        Explanation explanation = workbench.explanationProperty().get();
        if (putOff(explanation)) {
            return;
        }
        ExplanationCharts charts = new ExplanationCharts(explanation, messages);
        ChartOptions options = ChartOptions.of(methodProperty().get())
                .withOrder(order.get())
                .withTop(top.get() == Settings.TOP_AS_FIT ? fittingEvents : top.get(), fittingFeatures)
                .withFields(fields.get() == null ? List.of() : fields.get())
                .withSelected(eventProperty().get());
        BarChartSpec bars = charts.behaviours(options).orElse(null);
        String refused = bars != null || further().missing()
                ? ""
                : sentences.why(explanation, options.method()).text();
        show(WhyNotes.of(explanation, featureKind.get(), readsHistory(), refused));
        agreement.set(charts.agreementLine(options.method()));
        features.set(charts.features(options, featureKind.get()).orElse(null));
        featuresShort.set(charts.featuresShort(options, featureKind.get()));
        featuresMeaning.set(charts.featuresMeaning(options, featureKind.get()));
        matrix.set(charts.matrix(options).orElse(null));
        AttentionTrace trace = workbench.attentionProperty().get();
        behaviours.set(readsHistory() || trace == null ? bars : FieldCharts.received(trace, messages));
    }

    /** Other rows are needed only when the event is, or was, none of those that are shown anyway. */
    private void showSelected(int was, int now) {
        BarChartSpec shown = behaviours.get();
        boolean replaced = pulledIn;
        pulledIn = now != SelectionModel.NONE
                && shown != null
                && shown.rows().stream().noneMatch(r -> r.label().position() == now);
        if (replaced && was != now || pulledIn) {
            showCharts();
        }
    }
}
