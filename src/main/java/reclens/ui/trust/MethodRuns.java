package reclens.ui.trust;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import reclens.domain.CancelledException;
import reclens.domain.UserHistory;
import reclens.explanation.Explanation;
import reclens.explanation.Method;
import reclens.session.ExplainRequest;
import reclens.session.Explainer;
import reclens.text.Sentences;
import reclens.ui.UiText;
import reclens.ui.task.Lane;
import reclens.ui.task.LatestWins;
import reclens.ui.task.RunningTask;
import reclens.ui.workbench.FurtherMethods;
import reclens.ui.workbench.Workbench;

/**
 * Computes methods for the shown recommendation: the quick ones in one go, since they share their baselines, slow ones when they
 * are asked for, one after the other so that each is shown when it is there and other work can come between.
 */
final class MethodRuns {
    private final Workbench workbench;
    private final Sentences sentences;
    private final Runnable changed;
    private final LatestWins quick;
    private final Set<Method> quickRunning = EnumSet.noneOf(Method.class);
    private final Deque<Method> queue = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<RunningTask> running = new ReadOnlyObjectWrapper<>(this, "running");
    private AtomicBoolean completed = new AtomicBoolean();
    private Explanation tried;

    /** @param changed told when other methods are running */
    MethodRuns(Workbench workbench, Sentences sentences, Runnable changed) {
        this.workbench = workbench;
        this.sentences = sentences;
        this.changed = changed;
        this.quick = new LatestWins(workbench.runner(), Lane.MODEL, 0);
        // A task that is cancelled in the status bar ends without a word.
        workbench.runner().tasks().addListener((ListChangeListener<RunningTask>) change -> {
            boolean over = running.get() != null && !workbench.runner().tasks().contains(running.get());
            if (over && !completed.get()) {
                queue.clear();
                running.set(null);
                changed.run();
            }
        });
    }

    /** The task of the slow method that is being computed; null when none is. */
    ReadOnlyObjectProperty<RunningTask> runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** All methods that run or wait for their turn. */
    Set<Method> methods() {
        Set<Method> all = EnumSet.noneOf(Method.class);
        all.addAll(quickRunning);
        all.addAll(queue);
        return all;
    }

    /** Starts the quick methods that the explanation lacks, once for each recommendation. */
    void quick(Explanation explanation) {
        UserHistory events = workbench.historyProperty().get();
        Explainer engine = workbench.explainer();
        List<Method> missing =
                missing(explanation).stream().filter(m -> !m.slow()).toList();
        if (missing.isEmpty() || events == null || same(tried, explanation)) {
            return;
        }
        tried = explanation;
        quickRunning.addAll(missing);
        ExplainRequest request =
                new ExplainRequest(events, explanation.target().index(), missing, true, false, workbench.seed());
        quick.submit(
                UiText.get("task.methods"),
                (progress, cancellation) -> engine.explain(request, progress, cancellation),
                found -> {
                    quickRunning.clear();
                    workbench.add(found);
                    changed.run();
                },
                fault -> {
                    quickRunning.clear();
                    changed.run();
                    workbench.faults().accept(fault);
                });
    }

    /** Methods that could be computed and were not. */
    List<Method> missing(Explanation explanation) {
        Explainer engine = workbench.explainer();
        return explanation == null || engine == null || explanation.window().isEmpty()
                ? List.of()
                : FurtherMethods.all().stream()
                        .filter(m -> !explanation.attributions().containsKey(m))
                        .filter(m -> !explanation.refusals().containsKey(m))
                        .filter(m -> engine.refusal(m).isEmpty())
                        .collect(Collectors.toList());
    }

    /** Computes methods one after the other. */
    void compute(List<Method> methods) {
        methods.stream().filter(m -> !queue.contains(m)).forEach(queue::add);
        if (running.get() == null) {
            next();
        }
        changed.run();
    }

    /** Stops what runs and forgets what waits. */
    void cancel() {
        queue.clear();
        quick.cancel();
        quickRunning.clear();
        tried = null;
        RunningTask task = running.get();
        running.set(null);
        if (task != null) {
            task.cancel();
        }
        changed.run();
    }

    private void next() {
        Method method = queue.peek();
        Explanation explanation = workbench.explanationProperty().get();
        UserHistory events = workbench.historyProperty().get();
        Explainer engine = workbench.explainer();
        if (method == null || explanation == null || events == null || engine == null) {
            queue.clear();
            running.set(null);
            return;
        }
        ExplainRequest request = new ExplainRequest(
                events, explanation.target().index(), List.of(method), true, false, workbench.seed());
        AtomicBoolean mineCompleted = new AtomicBoolean();
        completed = mineCompleted;
        RunningTask[] mine = new RunningTask[1]; // known to its callbacks, which come later on this thread
        mine[0] = workbench
                .runner()
                .start(
                        Lane.MODEL,
                        UiText.format("task.method", sentences.methodInSentence(method)),
                        (progress, cancellation) -> {
                            try {
                                Explanation found = engine.explain(request, progress, cancellation);
                                mineCompleted.set(true);
                                return found;
                            } catch (CancelledException cancelled) {
                                throw cancelled;
                            } catch (RuntimeException | Error fault) {
                                mineCompleted.set(true);
                                throw fault;
                            }
                        },
                        found -> ended(mine[0], method, found, null),
                        fault -> ended(mine[0], method, null, fault));
        running.set(mine[0]);
    }

    private void ended(RunningTask task, Method method, Explanation found, Throwable fault) {
        if (running.get() != task) {
            return; // cancelled meanwhile
        }
        queue.remove(method);
        running.set(null);
        if (found != null) {
            workbench.add(found);
        } else {
            workbench.faults().accept(fault);
        }
        next();
        changed.run();
    }

    static boolean same(Explanation one, Explanation other) {
        return one != null
                && other != null
                && one.target().equals(other.target())
                && one.window().history() == other.window().history();
    }
}
