package reclens.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import reclens.chart.HistogramSpec;
import reclens.domain.RecLensException;
import reclens.domain.Tensor;
import reclens.session.ModelSheet;
import reclens.session.TensorSummary;
import reclens.session.Workspace;
import reclens.text.Numbers;
import reclens.ui.UiText;
import reclens.ui.dialog.FaultText;
import reclens.ui.task.Lane;
import reclens.ui.task.LatestWins;
import reclens.ui.workbench.Workbench;

/** Reads the open model's file while the view is in sight, and goes through the values of the chosen tensor. */
final class ModelViewModel {
    private static final int BINS = 60;

    private final Workbench workbench;
    private final LatestWins reading;
    private final LatestWins counting;
    private final ObservableList<TensorRow> all = FXCollections.observableArrayList();
    private final FilteredList<TensorRow> rows = new FilteredList<>(all);
    private final ObservableList<Fact> facts = FXCollections.observableArrayList();
    private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
    private final ObjectProperty<TensorRow> selected = new SimpleObjectProperty<>(this, "selected");
    private final BooleanProperty logarithmic = new SimpleBooleanProperty(this, "logarithmic", false);
    private final ReadOnlyObjectWrapper<TensorSummary> summary = new ReadOnlyObjectWrapper<>(this, "summary");
    private final ReadOnlyObjectWrapper<HistogramSpec> histogram = new ReadOnlyObjectWrapper<>(this, "histogram");
    private final ReadOnlyStringWrapper lead = new ReadOnlyStringWrapper(this, "lead", "");
    private final ReadOnlyStringWrapper warning = new ReadOnlyStringWrapper(this, "warning", "");
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper(this, "note", "");
    private final ReadOnlyStringWrapper histogramNote = new ReadOnlyStringWrapper(this, "histogramNote", "");
    private boolean active;

    ModelViewModel(Workbench workbench) {
        this.workbench = workbench;
        this.reading = new LatestWins(workbench.runner(), Lane.CHARTS, 0);
        this.counting = new LatestWins(workbench.runner(), Lane.CHARTS, 0);
        workbench.workspaceProperty().addListener((p, was, now) -> refresh());
        filter.addListener((p, was, now) -> filter(now));
        selected.addListener((p, was, now) -> count(now));
        logarithmic.addListener((p, was, now) -> draw());
        refresh();
    }

    /** The tensors that match the filter, in the order of the file. */
    ObservableList<TensorRow> rows() {
        return rows;
    }

    /** What is known of the model; headings and lines. */
    ObservableList<Fact> facts() {
        return facts;
    }

    /** Words that name, shape or type must hold. */
    StringProperty filterProperty() {
        return filter;
    }

    /** The tensor whose values are shown; null for none. */
    ObjectProperty<TensorRow> selectedProperty() {
        return selected;
    }

    /** Whether the heights of the histogram are logarithms. */
    BooleanProperty logarithmicProperty() {
        return logarithmic;
    }

    /** Of the selected tensor; null until computed. */
    ReadOnlyObjectProperty<TensorSummary> summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /** Of the selected tensor; null until computed, and for one without finite values. */
    ReadOnlyObjectProperty<HistogramSpec> histogramProperty() {
        return histogram.getReadOnlyProperty();
    }

    /** Which model is shown. */
    ReadOnlyStringProperty leadProperty() {
        return lead.getReadOnlyProperty();
    }

    /** What is wrong with the file; empty when nothing is. */
    ReadOnlyStringProperty warningProperty() {
        return warning.getReadOnlyProperty();
    }

    /** Why there are no tensors, and what to do; empty where there are. */
    ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    /** Why there is no histogram; empty where there is. */
    ReadOnlyStringProperty histogramNoteProperty() {
        return histogramNote.getReadOnlyProperty();
    }

    /** Nothing is read while the view is out of sight, and nothing of a file is kept. */
    void setActive(boolean now) {
        if (active != now) {
            active = now;
            refresh();
        }
    }

    /** The tensors in full, headings first. */
    static List<List<String>> numbers(List<TensorRow> shown) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of(
                UiText.get("model.column.name"),
                UiText.get("model.column.shape"),
                UiText.get("model.column.dtype"),
                UiText.get("model.column.values"),
                UiText.get("model.column.bytes")));
        shown.forEach(row -> lines.add(row.cells()));
        return lines;
    }

    private void refresh() {
        reading.cancel();
        String wasSelected = selected.get() == null ? "" : selected.get().name();
        selected.set(null);
        all.clear();
        facts.clear();
        warning.set("");
        Workspace open = workbench.workspace();
        lead.set(open == null ? "" : ModelFacts.typeName(open.provenance().modelType()) + " \u00b7 " + open.title());
        if (open == null) {
            note.set(UiText.get("model.closed"));
            histogramNote.set("");
            return;
        }
        note.set(UiText.get("model.reading"));
        if (active) {
            reading.submit(
                    UiText.get("task.model"),
                    (progress, cancellation) -> ModelSheet.of(open, progress, cancellation),
                    sheet -> show(open, sheet, wasSelected),
                    failed(note::set));
        }
    }

    private void show(Workspace open, ModelSheet sheet, String wasSelected) {
        note.set("");
        warning.set(sheet.changed() ? UiText.get("model.changed") : "");
        facts.setAll(ModelFacts.of(open, sheet));
        all.setAll(sheet.checkpoint().tensors().entrySet().stream()
                .map(e -> new TensorRow(e.getKey(), e.getValue()))
                .toList());
        filter(filter.get());
        selected.set(all.stream()
                .filter(row -> row.name().equals(wasSelected))
                .findFirst()
                .orElse(all.get(0)));
    }

    private void filter(String text) {
        List<String> words = List.of(text.strip().toLowerCase(Locale.ROOT).split("\\s+"));
        rows.setPredicate(row -> row.matches(words));
        note.set(rows.isEmpty() && !all.isEmpty() ? UiText.get("model.none-matches") : all.isEmpty() ? note.get() : "");
    }

    private void count(TensorRow row) {
        counting.cancel();
        summary.set(null);
        histogram.set(null);
        if (row == null) {
            histogramNote.set(workbench.workspace() == null ? "" : UiText.get("model.histogram.none"));
            return;
        }
        histogramNote.set(UiText.format("model.histogram.counting", Numbers.count(row.values())));
        Tensor tensor = row.tensor();
        counting.submit(
                UiText.format("task.tensor", row.name()),
                (progress, cancellation) -> TensorSummary.of(tensor, BINS, progress, cancellation),
                found -> {
                    summary.set(found);
                    draw();
                },
                failed(histogramNote::set));
    }

    private Consumer<Throwable> failed(Consumer<String> told) {
        return fault -> {
            if (fault instanceof RecLensException known) {
                told.accept(FaultText.oneLine(known.problem()));
            } else {
                told.accept(UiText.get("model.failed"));
                workbench.faults().accept(fault);
            }
        };
    }

    private void draw() {
        TensorSummary found = summary.get();
        TensorRow row = selected.get();
        if (found == null || row == null) {
            return;
        }
        if (found.counts().length == 0) {
            histogram.set(null);
            histogramNote.set(UiText.get(found.count() == 0 ? "model.histogram.empty" : "model.histogram.not-finite"));
            return;
        }
        histogramNote.set("");
        histogram.set(new HistogramSpec(
                row.name(),
                UiText.format("model.histogram.subtitle", row.shape(), row.dtype()),
                UiText.get("model.histogram.x"),
                UiText.get(logarithmic.get() ? "model.histogram.y.log" : "model.histogram.y"),
                found.edges(),
                found.counts(),
                logarithmic.get(),
                found.mean(),
                UiText.format("model.histogram.mean", Numbers.significant(found.mean()))));
    }

    /** The numbers beside the histogram; empty until they are computed. */
    static List<Fact> figures(TensorSummary found) {
        if (found == null) {
            return List.of();
        }
        return List.of(
                figure("count", Numbers.count(found.count())),
                figure("mean", Numbers.significant(found.mean())),
                figure("std", Numbers.significant(found.std())),
                figure("min", Numbers.significant(found.min())),
                figure("max", Numbers.significant(found.max())),
                figure("zeros", share(found.zeros(), found.count())),
                figure("nans", share(found.nans(), found.count())),
                figure("infinite", share(found.infinite(), found.count())));
    }

    private static Fact figure(String key, String value) {
        return new Fact(UiText.get("model.figure." + key), value);
    }

    /** A count with its share; a share that would be rounded to none or all says so. */
    private static String share(long part, long all) {
        return part == 0 || all == 0
                ? "0"
                : UiText.format("model.figure.share", Numbers.count(part), Numbers.percent(part / (double) all));
    }
}
