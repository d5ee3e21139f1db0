package reclens.ui.trust;

import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import reclens.chart.ChartNumbers;
import reclens.chart.CurveSpec;
import reclens.chart.ExplanationCharts;
import reclens.explanation.Explanation;
import reclens.explanation.Faithfulness;
import reclens.explanation.Method;
import reclens.explanation.OrderCurve;
import reclens.session.Explainer;
import reclens.text.Messages;
import reclens.text.Sentences;
import reclens.ui.UiText;
import reclens.ui.task.Lane;
import reclens.ui.task.LatestWins;
import reclens.ui.workbench.Workbench;

/**
 * The curve of the chosen method beside its baselines, and the areas under them. Deletion comes with every explanation; insertion is
 * computed when it is asked for, for all methods at once.
 */
final class TrustCurves {
    private final Workbench workbench;
    private final BooleanSupplier inSight;
    private final Messages messages = UiText.messages();
    private final Sentences sentences;
    private final LatestWins inserting;
    private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(this, "kind", Kind.DELETION);
    private final ReadOnlyObjectWrapper<CurveSpec> curve = new ReadOnlyObjectWrapper<>(this, "curve");
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper(this, "note", "");
    private final ObservableList<Area> areas = FXCollections.observableArrayList();
    private Explanation shown;
    private Method chosen;
    private List<Integer> known = List.of();
    private Explanation insertionOf;
    private Map<Method, OrderCurve> insertion = Map.of();

    /** Which way the events go. */
    enum Kind {
        DELETION,
        INSERTION
    }

    /**
     * One area under a curve.
     *
     * @param zero where 0 is between the lowest of them (0) and the largest (1)
     * @param share where the value is
     * @param role style class of the bar
     */
    record Area(String name, double value, double zero, double share, String role) {}

    /** @param inSight whether anyone would see what is computed */
    TrustCurves(Workbench workbench, Sentences sentences, BooleanSupplier inSight) {
        this.workbench = workbench;
        this.sentences = sentences;
        this.inSight = inSight;
        this.inserting = new LatestWins(workbench.runner(), Lane.MODEL, 0);
        kind.addListener((p, was, now) -> refresh());
    }

    ObjectProperty<Kind> kindProperty() {
        return kind;
    }

    /** Null where there is none; {@link #noteProperty} says why. */
    ReadOnlyObjectProperty<CurveSpec> curveProperty() {
        return curve.getReadOnlyProperty();
    }

    ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    /** Areas under the curves, that of the chosen method first. */
    ObservableList<Area> areas() {
        return areas;
    }

    /** The points of the curves as lines of text, headings first. */
    List<List<String>> numbers() {
        return curve.get() == null ? List.of() : ChartNumbers.rounded(messages).of(curve.get());
    }

    /**
     * Shows the curve of an explanation, or why there is none yet.
     *
     * @param method the chosen one
     * @param causes events that are known to have caused the recommendation; empty where none are
     */
    void show(Explanation explanation, Method method, List<Integer> causes) {
        if (!MethodRuns.same(shown, explanation)) {
            inserting.cancel();
        }
        shown = explanation;
        chosen = method;
        known = causes;
        refresh();
    }

    void clear() {
        inserting.cancel();
        shown = null;
        none("");
    }

    private void none(String words) {
        curve.set(null);
        areas.clear();
        note.set(words);
    }

    private void refresh() {
        if (shown == null) {
            return;
        }
        Faithfulness f = shown.faithfulness(chosen).orElse(null);
        if (f == null || f.curve().length < 2) {
            boolean never =
                    shown.refusals().containsKey(chosen) || shown.window().isEmpty();
            none(UiText.get(never ? "trust.curve.none" : "trust.curve.waiting"));
        } else if (kind.get() == Kind.DELETION) {
            note.set("");
            curve.set(charts().deletion(chosen, known).orElse(null));
            showAreas(f.deletionAuc(), f.recencyAuc(), f.randomAucQ05(), f.randomAucMean(), "trust.area.random.low");
        } else {
            showInsertion();
        }
    }

    private ExplanationCharts charts() {
        return new ExplanationCharts(shown, messages);
    }

    private void showInsertion() {
        OrderCurve found = MethodRuns.same(insertionOf, shown) ? insertion.get(chosen) : null;
        if (found != null) {
            note.set("");
            curve.set(charts().insertion(chosen, found, known));
            showAreas(
                    found.auc(),
                    found.recencyAuc(),
                    found.randomAucQ95(),
                    found.randomAucMean(),
                    "trust.area.random.high");
        } else if (insertionOf == shown) { // it was computed, and is not among what came
            none(UiText.get("trust.curve.none"));
        } else {
            none(UiText.get("trust.curve.working"));
            insert();
        }
    }

    private void insert() {
        Explainer engine = workbench.explainer();
        if (engine == null || !inSight.getAsBoolean()) {
            return;
        }
        Explanation explanation = shown;
        long seed = workbench.seed();
        inserting.submit(
                UiText.get("task.insertion"),
                (progress, cancellation) -> engine.insertion(explanation, seed, cancellation),
                found -> {
                    insertionOf = explanation;
                    insertion = found;
                    refresh();
                },
                workbench.faults());
    }

    private void showAreas(double own, double recency, double random, double mean, String randomKey) {
        double low =
                Math.min(0, DoubleStream.of(own, recency, random, mean).min().orElse(0));
        double high =
                Math.max(0, DoubleStream.of(own, recency, random, mean).max().orElse(0));
        DoubleUnaryOperator place = value -> high > low ? (value - low) / (high - low) : 0;
        double zero = place.applyAsDouble(0);
        areas.setAll(
                new Area(sentences.methodInSentence(chosen), own, zero, place.applyAsDouble(own), "meter-chosen"),
                new Area(
                        messages.get("chart.curve.recency"),
                        recency,
                        zero,
                        place.applyAsDouble(recency),
                        "meter-recency"),
                new Area(UiText.get(randomKey), random, zero, place.applyAsDouble(random), "meter-other"),
                new Area(messages.get("chart.curve.mean"), mean, zero, place.applyAsDouble(mean), "meter-other"));
    }
}
