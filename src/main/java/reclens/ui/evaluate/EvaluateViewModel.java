package reclens.ui.evaluate;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import reclens.chart.BarChartSpec;
import reclens.domain.RecLensException;
import reclens.evaluation.Evaluation;
import reclens.session.CommandLine;
import reclens.session.EvaluationFiles;
import reclens.session.RankingStudy;
import reclens.session.Workspace;
import reclens.ui.UiText;
import reclens.ui.dialog.FaultText;
import reclens.ui.task.Lane;
import reclens.ui.task.RunningTask;
import reclens.ui.task.TaskSlot;
import reclens.ui.workbench.Workbench;

/** Evaluates the open workspace on request; what was found is forgotten with the model it was found for. */
final class EvaluateViewModel {
    private final Workbench workbench;
    private final Choices choices = new Choices();
    private final ObservableList<MetricRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<RankingStudy> study = new ReadOnlyObjectWrapper<>(this, "study");
    private final ObjectProperty<Integer> length = new SimpleObjectProperty<>(this, "length");
    private final StringProperty metric = new SimpleStringProperty(this, "metric", "");
    private final ReadOnlyObjectWrapper<BarChartSpec> bars = new ReadOnlyObjectWrapper<>(this, "bars");
    private final TaskSlot running;
    private final ReadOnlyStringWrapper lead = new ReadOnlyStringWrapper(this, "lead", "");
    private final ReadOnlyStringWrapper protocol = new ReadOnlyStringWrapper(this, "protocol", "");
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper(this, "note", "");
    private final ReadOnlyStringWrapper hint = new ReadOnlyStringWrapper(this, "hint", "");
    private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper(this, "ready", false);
    private Choices.Plan ran;
    private String stopped = "";

    EvaluateViewModel(Workbench workbench) {
        this.workbench = workbench;
        workbench.workspaceProperty().addListener((p, was, now) -> follow(now));
        running = new TaskSlot(workbench.runner(), this::say);
        choices.onChange(changed -> say());
        length.addListener((p, was, now) -> show());
        metric.addListener((p, was, now) -> show());
        follow(workbench.workspace());
    }

    Choices choices() {
        return choices;
    }

    /** The metrics at the shown length; empty until there are results. */
    ObservableList<MetricRow> rows() {
        return rows;
    }

    /** Null until there are results. */
    ReadOnlyObjectProperty<RankingStudy> studyProperty() {
        return study.getReadOnlyProperty();
    }

    /** Length of the lists whose metrics the table shows and that are saved; null without results. */
    ObjectProperty<Integer> lengthProperty() {
        return length;
    }

    /** Name of the metric that the bars show. */
    StringProperty metricProperty() {
        return metric;
    }

    /** Null without results. */
    ReadOnlyObjectProperty<BarChartSpec> barsProperty() {
        return bars.getReadOnlyProperty();
    }

    /** Null while nothing runs. */
    ReadOnlyObjectProperty<RunningTask> runningProperty() {
        return running.taskProperty();
    }

    /** Which model is evaluated. */
    ReadOnlyStringProperty leadProperty() {
        return lead.getReadOnlyProperty();
    }

    /** How the results were made; empty without any. */
    ReadOnlyStringProperty protocolProperty() {
        return protocol.getReadOnlyProperty();
    }

    /** Why there are no results, and what to do; empty where there are. */
    ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    /** What is wrong with the choices, or that they differ from those of the results; empty otherwise. */
    ReadOnlyStringProperty hintProperty() {
        return hint.getReadOnlyProperty();
    }

    /** Whether the choices can be run. */
    ReadOnlyBooleanProperty readyProperty() {
        return ready.getReadOnlyProperty();
    }

    void run() {
        Workspace open = workbench.workspace();
        Optional<Choices.Plan> plan = choices.plan();
        if (open == null || plan.isEmpty()) {
            return;
        }
        cancel();
        forgetResults();
        stopped = UiText.get("evaluate.stopped");
        Choices.Plan mine = plan.get();
        running.put(workbench
                .runner()
                .start(
                        Lane.STUDIES,
                        UiText.get("task.evaluate"),
                        (progress, cancellation) -> RankingStudy.of(
                                open,
                                mine.request(),
                                mine.lengths(),
                                mine.order(),
                                mine.popular(),
                                progress,
                                cancellation),
                        found -> {
                            if (workbench.workspace() == open) {
                                show(found, mine);
                            }
                        },
                        this::failed));
        say();
    }

    void cancel() {
        running.cancel();
    }

    /** The results at the shown length; empty without any. */
    Optional<RankingStudy.Cutoff> shown() {
        return study.get() == null
                ? Optional.empty()
                : study.get().cutoffs().stream()
                        .filter(c -> Integer.valueOf(c.model().k()).equals(length.get()))
                        .findFirst();
    }

    /** The table in full, headings first; empty without results. */
    List<List<String>> numbers() {
        return shown().map(MetricRow::numbers).orElse(List.of());
    }

    /** The command line that gives the same figures at the shown length; empty without results. */
    String command() {
        return shown().map(cutoff -> CommandLine.evaluate(
                        workbench.workspace().source(),
                        ran.request().at(cutoff.model().k()),
                        study.get().order()))
                .orElse("");
    }

    /** What the results are called where they are saved. */
    String fileName(String ending) {
        String name = "evaluation " + workbench.workspace().title() + " " + lead.get();
        return name.strip().replaceAll("[^\\p{Alnum}]+", "-").replaceAll("-$", "") + ending;
    }

    /** Writes the results at the shown length in the background: CSV where the name says so, else JSON. */
    void save(Path target) {
        shown().ifPresent(cutoff -> {
            Evaluation saved = cutoff.model();
            workbench
                    .runner()
                    .startQuietly(
                            Lane.FILES,
                            UiText.get("task.save-evaluation"),
                            (progress, cancellation) -> {
                                EvaluationFiles.write(saved, target);
                                return target;
                            },
                            written -> hint.set(UiText.format("evaluate.saved", String.valueOf(written.getFileName()))),
                            workbench.faults());
        });
    }

    private void follow(Workspace open) {
        cancel();
        stopped = "";
        forgetResults();
        if (open != null) {
            choices.follow(open);
            String type = open.provenance().modelType();
            lead.set(UiText.orElse("model." + type, type));
        } else {
            lead.set("");
        }
        say();
    }

    private void forgetResults() {
        ran = null;
        study.set(null);
        rows.clear();
        bars.set(null);
        protocol.set("");
        length.set(null);
    }

    private void show(RankingStudy found, Choices.Plan plan) {
        ran = plan;
        study.set(found);
        List<Integer> ks = plan.lengths();
        length.set(ks.contains(10) ? Integer.valueOf(10) : ks.get(ks.size() - 1));
        if (!found.cutoffs().get(0).model().metrics().containsKey(metric.get())) {
            metric.set(MetricRow.first(found.cutoffs().get(0).model().metrics()));
        }
        protocol.set(StudyWords.of(found));
        say();
    }

    private void failed(Throwable fault) {
        stopped = fault instanceof RecLensException known
                ? FaultText.oneLine(known.problem())
                : UiText.get("evaluate.failed");
        if (!(fault instanceof RecLensException)) {
            workbench.faults().accept(fault);
        }
        say();
    }

    private void show() {
        shown().ifPresentOrElse(
                        cutoff -> {
                            rows.setAll(MetricRow.of(cutoff));
                            bars.set(metric.get().isEmpty() ? null : StudyBars.of(study.get(), cutoff, metric.get()));
                        },
                        () -> {
                            rows.clear();
                            bars.set(null);
                        });
    }

    private void say() {
        boolean open = workbench.workspace() != null;
        String problem = choices.problem();
        ready.set(open && problem.isEmpty());
        boolean differs = ran != null && choices.plan().filter(ran::equals).isEmpty();
        hint.set(!problem.isEmpty() ? problem : differs ? UiText.get("evaluate.differs") : "");
        note.set(
                study.get() != null
                        ? ""
                        : !open
                                ? UiText.get("evaluate.closed")
                                : running.isTaken()
                                        ? UiText.get("evaluate.running")
                                        : stopped.isEmpty() ? UiText.get("evaluate.start") : stopped);
    }
}
