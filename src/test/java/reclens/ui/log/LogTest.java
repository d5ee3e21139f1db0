package reclens.ui.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import reclens.domain.DataException;
import reclens.domain.Problem;
import reclens.ui.WindowThread;
import reclens.ui.WorkbenchFixture;
import reclens.ui.task.Lane;
import reclens.ui.task.RunningTask;
import reclens.ui.task.TaskRunner;

class LogTest {
    private final EventLog log = new EventLog(() -> LocalTime.of(9, 30));
    private final LogViewModel model = new LogViewModel(log);

    @Test
    void theOldestEntriesMakeRoom() {
        for (int i = 0; i <= EventLog.MOST; i++) {
            log.add(LogEntry.Level.INFORMATION, "entry " + i);
        }
        assertThat(log.entries()).hasSize(EventLog.MOST);
        assertThat(log.entries().get(0).text()).isEqualTo("entry 1");
    }

    @Test
    void errorsAreUnreadUntilTheLogIsLookedAt() {
        log.add(LogEntry.Level.WARNING, "a line was skipped");
        log.add(LogEntry.Level.ERROR, "refused");
        assertThat(log.unreadProperty().get()).isEqualTo(1);
        log.read();
        assertThat(log.unreadProperty().get()).isZero();
    }

    @Test
    void theFilterShowsALevelAndWhatMattersMore() {
        log.add(LogEntry.Level.INFORMATION, "opened");
        log.add(LogEntry.Level.WARNING, "skipped");
        log.add(LogEntry.Level.ERROR, "refused");
        model.levelProperty().set(LogEntry.Level.WARNING);
        assertThat(model.shown()).extracting(LogEntry::text).containsExactly("skipped", "refused");
    }

    @Test
    void warningsOfTheProgramAreKeptWithTheirCause() {
        WindowThread window = new WindowThread();
        try (TaskRunner runner = new TaskRunner(window);
                LogKeeper keeper = new LogKeeper(runner)) {
            Logger.getLogger("reclens.session")
                    .log(Level.WARNING, "the session cannot be kept", new IOException("full"));
            Logger.getLogger("reclens.session").info("nothing to worry about");
            Logger.getLogger("elsewhere").warning("of others");
            window.runUntil(() -> !keeper.log().entries().isEmpty());
            assertThat(keeper.log().entries()).singleElement().satisfies(entry -> {
                assertThat(entry.level()).isEqualTo(LogEntry.Level.WARNING);
                assertThat(entry.text()).isEqualTo("The session cannot be kept");
                assertThat(entry.details()).contains("java.io.IOException: full");
            });
        }
    }

    @Test
    void warningsFromBeforeTheWindowWaitForIt() {
        WindowThread window = new WindowThread();
        try (TaskRunner runner = new TaskRunner(window)) {
            new LogKeeper(runner).close(); // nobody listens now, not even what another test left behind
        }
        Logger.getLogger("reclens.session").warning("the last session cannot be read");
        try (TaskRunner runner = new TaskRunner(window);
                LogKeeper keeper = new LogKeeper(runner)) {
            window.runUntil(() -> !keeper.log().entries().isEmpty());
            assertThat(keeper.log().entries().get(0).text()).isEqualTo("The last session cannot be read");
        }
    }

    @Test
    void copiesWhatIsShownWithItsDetails() {
        log.add(LogEntry.Level.INFORMATION, "opened");
        log.add(LogEntry.Level.ERROR, "refused", "Expected: a\nFound: b");
        model.levelProperty().set(LogEntry.Level.ERROR);
        assertThat(model.text()).isEqualTo("09:30:00  Error: refused\n    Expected: a\n    Found: b");
    }

    @Test
    void aFaultIsKeptWithTheWholeProblemAndToldToo() {
        List<Throwable> told = new ArrayList<>();
        try (TaskRunner runner = new TaskRunner(new WindowThread())) {
            LogKeeper keeper = new LogKeeper(runner);
            DataException fault = new DataException(Problem.of("wrong shape")
                    .at("item_emb.weight")
                    .expected("[11, 64]")
                    .found("[10, 64]"));
            keeper.before(told::add).accept(fault);
            assertThat(told).containsExactly(fault);
            LogEntry entry = keeper.log().entries().get(0);
            assertThat(entry.level()).isEqualTo(LogEntry.Level.ERROR);
            assertThat(entry.text()).isEqualTo("Wrong shape: item_emb.weight");
            assertThat(entry.details()).contains("[11, 64]").contains("[10, 64]");
        }
    }

    @Test
    void aCancelledTaskIsKept() {
        WindowThread window = new WindowThread();
        try (TaskRunner runner = new TaskRunner(window)) {
            LogKeeper keeper = new LogKeeper(runner);
            RunningTask task = runner.start(
                    Lane.FILES,
                    "Exporting",
                    (progress, cancellation) -> {
                        while (true) {
                            cancellation.check();
                            Thread.sleep(5);
                        }
                    },
                    done -> {},
                    fault -> {});
            task.cancel();
            window.runUntil(() -> runner.tasks().isEmpty());
            assertThat(keeper.log().entries()).extracting(LogEntry::text).containsExactly("Cancelled: Exporting");
        }
    }

    @Test
    void anOpenedWorkspaceIsKept() {
        try (WorkbenchFixture fixture = new WorkbenchFixture().open(5)) {
            assertThat(fixture.workbench.logging().log().entries().get(0).text())
                    .isEqualTo("Opened " + fixture.workbench.workspace().title());
        }
    }
}
