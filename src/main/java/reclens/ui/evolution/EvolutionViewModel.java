package reclens.ui.evolution;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import reclens.chart.EventLabel;
import reclens.chart.SharesSpec;
import reclens.domain.Catalog;
import reclens.domain.RecLensException;
import reclens.domain.Recommendation;
import reclens.domain.UserHistory;
import reclens.session.Evolution;
import reclens.session.HistoryEvolution;
import reclens.session.HistoryEvolution.Point;
import reclens.session.Workspace;
import reclens.text.EvolutionSentence;
import reclens.text.Messages;
import reclens.text.Numbers;
import reclens.text.RichText;
import reclens.text.Sentences;
import reclens.ui.UiText;
import reclens.ui.dialog.FaultText;
import reclens.ui.task.Lane;
import reclens.ui.task.LatestWins;
import reclens.ui.workbench.Workbench;

/** Runs the model after each event of the selected user's history while the view is in sight, and holds the shown point. */
public final class EvolutionViewModel {
    private static final int NONE = -1;

    private final Workbench workbench;
    private final Messages messages = UiText.messages();
    private final Sentences sentences = new Sentences(messages);
    private final EvolutionSentence words = new EvolutionSentence(messages);
    private final LatestWins running;
    private final ObservableList<String> features = FXCollections.observableArrayList();
    private final ObservableList<EvolutionRow> rows = FXCollections.observableArrayList();
    private final StringProperty feature = new SimpleStringProperty(this, "feature");
    private final IntegerProperty point = new SimpleIntegerProperty(this, "point", NONE);
    private final BooleanProperty playing = new SimpleBooleanProperty(this, "playing");
    private final ReadOnlyObjectWrapper<HistoryEvolution> evolution = new ReadOnlyObjectWrapper<>(this, "evolution");
    private final ReadOnlyObjectWrapper<SharesSpec> recommended = new ReadOnlyObjectWrapper<>(this, "recommended");
    private final ReadOnlyObjectWrapper<SharesSpec> attended = new ReadOnlyObjectWrapper<>(this, "attended");
    private final ReadOnlyObjectWrapper<RichText> sentence =
            new ReadOnlyObjectWrapper<>(this, "sentence", RichText.plain(""));
    private final ReadOnlyStringWrapper moment = new ReadOnlyStringWrapper(this, "moment", "");
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper(this, "note", "");
    private Evolution engine;
    private EvolutionCharts charts;
    private boolean active;
    private boolean stale = true;

    public EvolutionViewModel(Workbench workbench) {
        this.workbench = workbench;
        this.running = new LatestWins(workbench.runner(), Lane.MODEL, 0);
        workbench.workspaceProperty().addListener((p, was, now) -> open(now));
        workbench.historyProperty().addListener((p, was, now) -> refresh());
        feature.addListener((p, was, now) -> refresh());
        point.addListener((p, was, now) -> showPoint());
        open(workbench.workspace());
    }

    /** What items can be grouped by; empty without a workspace. */
    ObservableList<String> features() {
        return features;
    }

    /** What items are grouped by; null without a workspace. */
    StringProperty featureProperty() {
        return feature;
    }

    /** Index of the shown point; negative while there is none. */
    IntegerProperty pointProperty() {
        return point;
    }

    /** Whether the point moves on by itself. */
    BooleanProperty playingProperty() {
        return playing;
    }

    /** Null until computed. */
    ReadOnlyObjectProperty<HistoryEvolution> evolutionProperty() {
        return evolution.getReadOnlyProperty();
    }

    /** Null until computed. */
    ReadOnlyObjectProperty<SharesSpec> recommendedProperty() {
        return recommended.getReadOnlyProperty();
    }

    /** Null until computed. */
    ReadOnlyObjectProperty<SharesSpec> attendedProperty() {
        return attended.getReadOnlyProperty();
    }

    /** The recommendations at the shown point. */
    ObservableList<EvolutionRow> rows() {
        return rows;
    }

    ReadOnlyObjectProperty<RichText> sentenceProperty() {
        return sentence.getReadOnlyProperty();
    }

    /** Which event the shown point stands after. */
    ReadOnlyStringProperty momentProperty() {
        return moment.getReadOnlyProperty();
    }

    /** Why there are no charts; empty where there are. */
    ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    static String featureName(String feature) {
        return EvolutionCharts.name(feature);
    }

    /** Nothing is computed while the view is out of sight. */
    void setActive(boolean now) {
        active = now;
        if (!active) {
            playing.set(false);
        } else if (stale) {
            refresh();
        }
    }

    /** Plays from the shown point, or from the first one when the last one is shown; stops when it plays. */
    void togglePlaying() {
        if (playing.get() || size() < 2) {
            playing.set(false);
            return;
        }
        if (point.get() >= size() - 1) {
            point.set(0);
        }
        playing.set(true);
    }

    /** Moves on by one point while it plays; stops at the end. */
    void step() {
        if (!playing.get()) {
            return;
        }
        if (point.get() < size() - 1) {
            point.set(point.get() + 1);
        }
        if (point.get() >= size() - 1) {
            playing.set(false);
        }
    }

    private int size() {
        return evolution.get() == null ? 0 : evolution.get().points().size();
    }

    private void open(Workspace workspace) {
        engine = workspace == null ? null : new Evolution(workspace);
        String was = feature.get();
        List<String> offered = engine == null ? List.of() : engine.features();
        features.setAll(offered);
        feature.set(offered.contains(was) ? was : offered.isEmpty() ? null : offered.get(0));
        refresh();
    }

    private void refresh() {
        running.cancel();
        clear();
        stale = true;
        UserHistory history = workbench.historyProperty().get();
        if (!active || engine == null || history == null || feature.get() == null) {
            return;
        }
        stale = false;
        if (engine.refusal().isPresent()) {
            note.set(UiText.format(
                    "evolution.refused", UiText.phrase(engine.refusal().get())));
            return;
        }
        note.set(UiText.get("evolution.running"));
        Evolution mine = engine;
        String by = feature.get();
        Catalog catalog = workbench.workspace().catalog();
        running.submit(
                UiText.get("task.evolution"),
                (progress, cancellation) -> mine.of(history, by, progress, cancellation),
                found -> show(found, catalog),
                this::failed);
    }

    private void clear() {
        playing.set(false);
        charts = null;
        evolution.set(null);
        recommended.set(null);
        attended.set(null);
        point.set(NONE);
        rows.clear();
        note.set("");
    }

    private void show(HistoryEvolution found, Catalog catalog) {
        note.set("");
        charts = new EvolutionCharts(found, catalog, messages);
        recommended.set(charts.recommended());
        attended.set(charts.attended());
        evolution.set(found); // last: controls that follow it may set the point
        point.set(start(found));
    }

    /** The selected event's point, else the last one, which is what the other views show. */
    private int start(HistoryEvolution found) {
        int selected = workbench.selection().event();
        return IntStream.range(0, found.points().size())
                .filter(p -> found.points().get(p).position() == selected)
                .findFirst()
                .orElse(found.points().size() - 1);
    }

    private void failed(Throwable fault) {
        if (fault instanceof RecLensException known) {
            note.set(FaultText.oneLine(known.problem()));
        } else {
            note.set("");
            workbench.faults().accept(fault);
        }
    }

    private void showPoint() {
        int at = point.get();
        if (charts == null || at < 0 || at >= size()) {
            rows.clear();
            sentence.set(RichText.plain(""));
            moment.set("");
            return;
        }
        HistoryEvolution now = evolution.get();
        Point shown = now.points().get(at);
        EventLabel label = charts.label(shown);
        moment.set(UiText.format(
                now.sampled() ? "evolution.moment.sampled" : "evolution.moment",
                Integer.toString(at + 1),
                Integer.toString(size()),
                label.text(),
                charts.seriesName(shown.eventGroup())));
        Catalog catalog = workbench.workspace().catalog();
        sentence.set(words.of(
                now.history().events().get(shown.position()),
                catalog,
                now.measure().name().toLowerCase(Locale.ROOT),
                lead(recommended.get(), at),
                lead(attended.get(), at)));
        rows.setAll(IntStream.range(0, shown.items().size())
                .mapToObj(i -> row(shown.items().get(i), shown.itemGroups()[i], catalog))
                .toList());
    }

    /** The series with the largest share; the sum of the other values only where no series has any. */
    private static EvolutionSentence.Lead lead(SharesSpec spec, int at) {
        return spec.series().stream()
                .filter(s -> s.shares()[at] > 0)
                .max(Comparator.comparing((SharesSpec.Series s) -> s.kind() != SharesSpec.Kind.OTHER)
                        .thenComparing(s -> s.shares()[at]))
                .map(s -> new EvolutionSentence.Lead(s.name(), s.shares()[at]))
                .orElse(null);
    }

    private EvolutionRow row(Recommendation item, int group, Catalog catalog) {
        List<String> values = catalog.item(item.item()).features().getOrDefault(feature.get(), List.of());
        return new EvolutionRow(
                item.rank(),
                sentences.title(item.item(), catalog),
                Numbers.score(item.score()),
                String.join(", ", values),
                charts.token(group));
    }
}
