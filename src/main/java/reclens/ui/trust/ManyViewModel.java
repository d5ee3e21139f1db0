package reclens.ui.trust;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import reclens.domain.RecLensException;
import reclens.session.MethodStudy;
import reclens.session.Workspace;
import reclens.text.Numbers;
import reclens.text.Sentences;
import reclens.ui.UiText;
import reclens.ui.dialog.FaultText;
import reclens.ui.task.Lane;
import reclens.ui.task.RunningTask;
import reclens.ui.task.TaskSlot;
import reclens.ui.workbench.Workbench;

/** Measures the methods over many users on request; what was found is forgotten with the model and the seed it was found for. */
final class ManyViewModel {
    static final List<Integer> USERS = List.of(20, 50, 100, 200, 500);

    private final Workbench workbench;
    private final StudyTables tables;
    private final ObjectProperty<Integer> users = new SimpleObjectProperty<>(this, "users", 100);
    private final BooleanProperty randomised = new SimpleBooleanProperty(this, "randomised", false);
    private final ReadOnlyObjectWrapper<Found> found = new ReadOnlyObjectWrapper<>(this, "found");
    private final TaskSlot running;
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper(this, "note", "");
    private String refused = "";

    /**
     * @param users of whom the methods were measured
     * @param plantedNote how many planted causes there were; why there is no table where there is none
     */
    record Found(int users, long seed, StudyTable methods, Optional<StudyTable> planted, String plantedNote) {}

    ManyViewModel(Workbench workbench, Sentences sentences) {
        this.workbench = workbench;
        this.tables = new StudyTables(sentences);
        workbench.workspaceProperty().addListener((p, was, now) -> forget());
        workbench.seedProperty().addListener((p, was, now) -> forget());
        running = new TaskSlot(workbench.runner(), this::say);
        say();
    }

    /** How many users are drawn by the next run. */
    ObjectProperty<Integer> usersProperty() {
        return users;
    }

    /** Whether the next run holds the methods against permuted models too. */
    BooleanProperty randomisedProperty() {
        return randomised;
    }

    /** Null until there are results. */
    ReadOnlyObjectProperty<Found> foundProperty() {
        return found.getReadOnlyProperty();
    }

    /** Null while nothing runs. */
    ReadOnlyObjectProperty<RunningTask> runningProperty() {
        return running.taskProperty();
    }

    /** What the results are of; without results why, and what to do. */
    ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    String seed() {
        return Long.toString(workbench.seed());
    }

    void run() {
        Workspace open = workbench.workspace();
        if (open == null) {
            return;
        }
        forget();
        int count = users.get();
        boolean permuted = randomised.get();
        long seed = workbench.seed();
        running.put(workbench
                .runner()
                .start(
                        Lane.STUDIES,
                        UiText.get("task.many"),
                        (progress, cancellation) -> MethodStudy.of(open, count, permuted, seed, progress, cancellation),
                        study -> {
                            if (workbench.workspace() == open && workbench.seed() == seed) {
                                found.set(tables(study, permuted));
                                say();
                            }
                        },
                        this::failed));
        say();
    }

    void cancel() {
        running.cancel();
    }

    /** Both tables as lines of text; empty without results. */
    List<List<String>> numbers() {
        List<List<String>> lines = new ArrayList<>();
        if (found.get() != null) {
            lines.addAll(found.get().methods().numbers());
            found.get().planted().ifPresent(planted -> {
                lines.add(List.of(""));
                lines.addAll(planted.numbers());
            });
        }
        return lines;
    }

    private Found tables(MethodStudy study, boolean permuted) {
        return new Found(
                study.faithfulness().users(),
                study.faithfulness().seed(),
                tables.of(study.faithfulness(), permuted),
                study.planted().map(tables::of),
                study.planted()
                        .map(p -> UiText.format(
                                "many.planted.note",
                                Numbers.count(p.explained()),
                                Numbers.count(p.planted()),
                                Numbers.count(p.users())))
                        .orElse(UiText.get("many.planted.none")));
    }

    private void failed(Throwable fault) {
        if (fault instanceof RecLensException known) {
            refused = FaultText.oneLine(known.problem());
            say();
        } else {
            workbench.faults().accept(fault);
        }
    }

    private void forget() {
        cancel();
        refused = "";
        found.set(null);
        say();
    }

    private void say() {
        if (running.isTaken()) {
            note.set(UiText.get("many.running"));
        } else if (found.get() != null) {
            note.set(UiText.format(
                    "many.sentence",
                    Numbers.count(found.get().users()),
                    Long.toString(found.get().seed())));
        } else {
            note.set(refused.isEmpty() ? UiText.get("many.none") : refused);
        }
    }
}
