package reclens.ui.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reclens.ui.WindowThread;

class TaskRunnerTest {
    private final WindowThread window = new WindowThread();
    private final TaskRunner runner = new TaskRunner(window);
    private final List<Object> results = new ArrayList<>();
    private final List<Throwable> faults = new ArrayList<>();

    @AfterEach
    void close() {
        runner.close();
    }

    @Test
    void bringsTheResultBackToTheWindowsThread() {
        AtomicReference<Thread> thread = new AtomicReference<>();
        runner.start(
                Lane.FILES,
                "t",
                (p, c) -> 42,
                r -> {
                    thread.set(Thread.currentThread());
                    results.add(r);
                },
                faults::add);
        window.runUntil(() -> !results.isEmpty());
        assertThat(results).containsExactly(42);
        assertThat(thread.get()).isSameAs(Thread.currentThread());
    }

    @Test
    void bringsAFaultBack() {
        runner.start(
                Lane.FILES,
                "t",
                (p, c) -> {
                    throw new IllegalStateException("broken");
                },
                results::add,
                faults::add);
        window.runUntil(() -> !faults.isEmpty());
        assertThat(faults.get(0)).hasMessage("broken");
        assertThat(results).isEmpty();
    }

    @Test
    void listsATaskUntilItEnds() {
        CountDownLatch go = new CountDownLatch(1);
        runner.start(
                Lane.FILES,
                "reading",
                (p, c) -> {
                    go.await();
                    return 1;
                },
                results::add,
                faults::add);
        assertThat(runner.tasks()).extracting(RunningTask::title).containsExactly("reading");
        go.countDown();
        window.runUntil(() -> runner.tasks().isEmpty());
        assertThat(results).containsExactly(1);
    }

    @Test
    void showsTheNewestProgress() {
        CountDownLatch go = new CountDownLatch(1);
        RunningTask task = runner.start(
                Lane.FILES,
                "t",
                (p, c) -> {
                    p.progress("a", 0.1);
                    p.progress("b", 0.5);
                    go.await();
                    return 1;
                },
                results::add,
                faults::add);
        window.runUntil(() -> task.fractionProperty().get() == 0.5);
        assertThat(task.stageProperty().get()).isEqualTo("b");
        go.countDown();
        window.runUntil(() -> !results.isEmpty());
    }

    @Test
    void aCancelledTaskCallsNobody() {
        CountDownLatch started = new CountDownLatch(1);
        RunningTask task = runner.start(
                Lane.FILES,
                "t",
                (p, c) -> {
                    started.countDown();
                    while (true) {
                        c.check();
                        Thread.sleep(2);
                    }
                },
                results::add,
                faults::add);
        window.runUntil(() -> started.getCount() == 0);
        task.cancel();
        window.runUntil(() -> runner.tasks().isEmpty());
        assertThat(results).isEmpty();
        assertThat(faults).isEmpty();
    }

    @Test
    void ofTwoSubmissionsOnlyTheLatestArrives() {
        LatestWins latest = new LatestWins(runner, Lane.MODEL, 0);
        CountDownLatch go = new CountDownLatch(1);
        latest.submit(
                "old",
                (p, c) -> {
                    go.await();
                    return "old"; // a task that does not look at its token in time
                },
                results::add,
                faults::add);
        latest.submit("new", (p, c) -> "new", results::add, faults::add);
        go.countDown();
        window.runUntil(() -> !results.isEmpty() && runner.tasks().isEmpty());
        assertThat(results).containsExactly("new");
    }

    @Test
    void waitsUntilTheSelectionRests() {
        LatestWins latest = new LatestWins(runner, Lane.MODEL, 30);
        for (int i = 0; i < 5; i++) {
            int n = i;
            latest.submit("t", (p, c) -> n, results::add, faults::add);
        }
        window.runUntil(() -> !results.isEmpty());
        assertThat(results).containsExactly(4);
    }
}
