package reclens.ui.why;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import reclens.chart.BarChartSpec;
import reclens.chart.ChartOptions;
import reclens.chart.ExplanationCharts;
import reclens.chart.Limits;
import reclens.domain.Recommendation;
import reclens.domain.UserHistory;
import reclens.explanation.Explanation;
import reclens.explanation.Method;
import reclens.session.ExplainRequest;
import reclens.session.Explainer;
import reclens.session.RecommendationList;
import reclens.text.Messages;
import reclens.text.Numbers;
import reclens.text.Sentences;
import reclens.ui.UiText;
import reclens.ui.task.Lane;
import reclens.ui.task.LatestWins;
import reclens.ui.workbench.Workbench;

/**
 * Small bars of every recommendation by the chosen method, on one scale. Computed only while they are shown, one after the
 * other; what is no longer wanted is stopped and dropped.
 */
final class TopTenViewModel {
    private static final int LEAST_EVENTS = 3;

    /**
     * A small multiple.
     *
     * @param target the recommendation
     * @param title of the item
     * @param bars null until computed
     * @param note why there are no bars; empty where there are, or will be
     */
    record Tile(Recommendation target, String title, BarChartSpec bars, String note) {}

    private final Workbench workbench;
    private final WhyViewModel why;
    private final Messages messages = UiText.messages();
    private final Sentences sentences = new Sentences(messages);
    private final LatestWins explaining;
    private final BooleanProperty shown = new SimpleBooleanProperty(this, "shown", false);
    private final ReadOnlyObjectWrapper<List<Tile>> tiles = new ReadOnlyObjectWrapper<>(this, "tiles", List.of());
    private final ReadOnlyStringWrapper scale = new ReadOnlyStringWrapper(this, "scale", "");
    private final List<Explanation> found = new ArrayList<>();
    private RecommendationList of;
    private Method by;
    private int events = LEAST_EVENTS;

    TopTenViewModel(Workbench workbench, WhyViewModel why) {
        this.workbench = workbench;
        this.why = why;
        this.explaining = new LatestWins(workbench.runner(), Lane.MODEL, 0);
        workbench.recommendationsProperty().addListener((p, was, now) -> follow());
        workbench.selection().methodProperty().addListener((p, was, now) -> follow());
        why.orderProperty().addListener((p, was, now) -> show());
        shown.addListener((p, was, now) -> follow());
    }

    /** Whether the small multiples are on the screen. */
    BooleanProperty shownProperty() {
        return shown;
    }

    /** Best first. */
    ReadOnlyObjectProperty<List<Tile>> tilesProperty() {
        return tiles.getReadOnlyProperty();
    }

    /** Which method, and the ends of the shared axis. */
    ReadOnlyStringProperty scaleProperty() {
        return scale.getReadOnlyProperty();
    }

    /** How many events a small chart has room for. */
    void fit(int room) {
        int fitting = Math.max(LEAST_EVENTS, room);
        if (fitting != events) {
            events = fitting;
            show();
        }
    }

    void select(Tile tile) {
        workbench.selection().itemProperty().set(tile.target().index());
    }

    private void follow() {
        RecommendationList list = workbench.recommendationsProperty().get();
        Method method = workbench.selection().methodProperty().get();
        if (list != of || method != by) {
            explaining.cancel();
            found.clear();
            of = list;
            by = method;
        }
        if (!shown.get()) {
            explaining.cancel();
            return;
        }
        show();
        next();
    }

    /** The explanation of the best item that has none yet, then the one after it. */
    private void next() {
        RecommendationList list = of;
        Explainer engine = workbench.explainer();
        UserHistory events = workbench.historyProperty().get();
        if (list == null
                || engine == null
                || events == null
                || found.size() >= list.items().size()) {
            return;
        }
        int item = list.items().get(found.size()).index();
        ExplainRequest request = new ExplainRequest(events, item, List.of(by), false, false, workbench.seed());
        explaining.submit(
                UiText.get("task.top-ten"),
                (progress, cancellation) -> engine.explain(request, progress, cancellation),
                explanation -> {
                    found.add(explanation);
                    show();
                    next();
                },
                workbench.faults());
    }

    private void show() {
        if (!shown.get() || of == null) {
            tiles.set(List.of());
            scale.set("");
            return;
        }
        List<Optional<BarChartSpec>> bars = found.stream().map(this::bars).toList();
        Limits limits = bars.stream()
                .flatMap(Optional::stream)
                .map(BarChartSpec::limits)
                .reduce(Limits::union)
                .orElse(null);
        List<Tile> all = new ArrayList<>();
        for (int i = 0; i < of.items().size(); i++) {
            Recommendation target = of.items().get(i);
            boolean done = i < found.size();
            BarChartSpec spec =
                    done ? bars.get(i).map(b -> b.withLimits(limits)).orElse(null) : null;
            String note =
                    spec != null ? "" : done ? sentences.why(found.get(i), by).text() : UiText.get("why.ten.waiting");
            all.add(new Tile(
                    target, sentences.title(target.item(), workbench.workspace().catalog()), spec, note));
        }
        tiles.set(List.copyOf(all));
        boolean signed = by.signed();
        String lead = UiText.format("why.ten.lead", sentences.methodInSentence(by));
        scale.set(
                limits == null
                        ? lead
                        : UiText.messages()
                                .sentences(
                                        lead,
                                        UiText.format(
                                                "why.ten.scale",
                                                Numbers.value(limits.low(), signed),
                                                Numbers.value(limits.high(), signed),
                                                sentences.methodAxis(by))));
    }

    /** Without axis and dots: the scale stands above all. */
    private Optional<BarChartSpec> bars(Explanation explanation) {
        ChartOptions options =
                ChartOptions.of(by).withOrder(why.orderProperty().get()).withTop(events, 2);
        return new ExplanationCharts(explanation, messages).behaviours(options).map(b -> b.withoutAgreement()
                .withoutAxis());
    }
}
