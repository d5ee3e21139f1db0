package reclens.ui.workbench;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import reclens.domain.UserHistory;
import reclens.explanation.Explanation;
import reclens.explanation.Method;
import reclens.session.ExplainRequest;
import reclens.session.Explainer;
import reclens.text.Sentences;
import reclens.ui.UiText;
import reclens.ui.task.Lane;
import reclens.ui.task.RunningTask;
import reclens.ui.task.TaskSlot;

/**
 * Computes the methods that not every explanation holds, for the selected recommendation: at once when such a method is
 * chosen, and again for the next recommendation where it took less than a second. A slower one waits to be asked for.
 */
public final class FurtherMethods {
    private static final long QUICK_NANOS = 1_000_000_000L;

    private final Workbench workbench;
    private final Consumer<Throwable> faults;
    private final TaskSlot running;
    private final Sentences sentences = new Sentences(UiText.messages());
    private final Map<Method, Long> lastNanos = new EnumMap<>(Method.class);
    private RunningTask latest;

    FurtherMethods(Workbench workbench, Consumer<Throwable> faults) {
        this.workbench = workbench;
        this.faults = faults;
        this.running = new TaskSlot(workbench.runner(), () -> {});
        workbench.selection().methodProperty().addListener((p, was, now) -> {
            cancel();
            if (missing()) {
                compute();
            }
        });
        workbench.explanationProperty().addListener((p, was, now) -> followExplanation(was, now));
    }

    /** All methods, those of every explanation first. */
    public static List<Method> all() {
        return Stream.concat(
                        Workbench.METHODS.stream(),
                        Stream.of(Method.values()).filter(m -> !Workbench.METHODS.contains(m)))
                .toList();
    }

    /** What computes the chosen method now; null when nothing does. */
    public ReadOnlyObjectProperty<RunningTask> runningProperty() {
        return running.taskProperty();
    }

    /** Whether the chosen method was neither computed nor refused for the shown explanation. */
    public boolean missing() {
        Explanation shown = workbench.explanationProperty().get();
        Method method = workbench.selection().methodProperty().get();
        return shown != null
                && !shown.window().isEmpty()
                && !shown.attributions().containsKey(method)
                && !shown.refusals().containsKey(method);
    }

    /** Runs the chosen method for the shown explanation. */
    public void compute() {
        cancel();
        Explainer engine = workbench.explainer();
        Explanation shown = workbench.explanationProperty().get();
        UserHistory events = workbench.historyProperty().get();
        Method method = workbench.selection().methodProperty().get();
        if (engine == null || shown == null || events == null) {
            return;
        }
        ExplainRequest request =
                new ExplainRequest(events, shown.target().index(), List.of(method), true, false, workbench.seed());
        RunningTask[] mine = new RunningTask[1]; // known to its callbacks, which come later on this thread
        mine[0] = workbench
                .runner()
                .start(
                        Lane.MODEL,
                        UiText.format("task.method", sentences.methodInSentence(method)),
                        (progress, cancellation) -> {
                            long start = System.nanoTime();
                            Explanation found = engine.explain(request, progress, cancellation);
                            return Map.entry(System.nanoTime() - start, found);
                        },
                        result -> {
                            if (latest == mine[0]) {
                                latest = null;
                                lastNanos.put(method, result.getKey());
                                workbench.add(result.getValue());
                            }
                        },
                        fault -> {
                            if (latest == mine[0]) {
                                latest = null;
                                faults.accept(fault);
                            }
                        });
        latest = mine[0];
        running.put(mine[0]);
    }

    /** Stops what runs; the method then waits to be asked for. */
    public void cancel() {
        latest = null;
        running.cancel();
    }

    /** Another model may be faster or slower. */
    void forget() {
        cancel();
        lastNanos.clear();
    }

    private void followExplanation(Explanation was, Explanation now) {
        if (was != null && now != null && same(was, now)) {
            return; // its faithfulness, or another method
        }
        cancel();
        Long took = lastNanos.get(workbench.selection().methodProperty().get());
        if (missing() && (took == null || took < QUICK_NANOS)) {
            compute();
        }
    }

    /** Whether both explain the same item for the same history. */
    static boolean same(Explanation one, Explanation other) {
        return one.target().equals(other.target())
                && one.window().history() == other.window().history();
    }
}
