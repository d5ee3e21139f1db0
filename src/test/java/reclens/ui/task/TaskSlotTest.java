package reclens.ui.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reclens.ui.WindowThread;

class TaskSlotTest {
    private final WindowThread window = new WindowThread();
    private final TaskRunner runner = new TaskRunner(window);
    private final AtomicInteger emptied = new AtomicInteger();
    private final TaskSlot slot = new TaskSlot(runner, emptied::incrementAndGet);
    private final CountDownLatch go = new CountDownLatch(1);

    @AfterEach
    void close() {
        go.countDown();
        runner.close();
    }

    private RunningTask start() {
        return runner.start(
                Lane.STUDIES,
                "t",
                (progress, cancellation) -> {
                    go.await();
                    return 1;
                },
                result -> {},
                fault -> {});
    }

    @Test
    void isEmptyAgainWhenTheTaskEnds() {
        slot.put(start());
        assertThat(slot.isTaken()).isTrue();
        go.countDown();
        window.runUntil(() -> !slot.isTaken());
        assertThat(emptied).hasValue(1);
    }

    @Test
    void isEmptyAgainWhenTheTaskIsCancelledElsewhere() {
        RunningTask task = start();
        slot.put(task);
        task.cancel();
        go.countDown();
        window.runUntil(() -> !slot.isTaken());
        assertThat(emptied).hasValue(1);
    }

    @Test
    void isEmptyAtOnceWhenCancelledHere() {
        RunningTask task = start();
        slot.put(task);
        slot.cancel();
        assertThat(slot.isTaken()).isFalse();
        assertThat(task.isCancelled()).isTrue();
        assertThat(emptied).hasValue(1);
    }

    @Test
    void theNextTaskCancelsTheOneBefore() {
        RunningTask before = start();
        RunningTask next = start();
        slot.put(before);
        slot.put(next);
        assertThat(before.isCancelled()).isTrue();
        assertThat(next.isCancelled()).isFalse();
        assertThat(slot.taskProperty().get()).isSameAs(next);
    }

    @Test
    void cancellingNothingTellsNobody() {
        slot.cancel();
        assertThat(emptied).hasValue(0);
    }
}
