package reclens.ui.log;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import javafx.collections.ListChangeListener;
import reclens.session.Workspace;
import reclens.ui.UiText;
import reclens.ui.dialog.FaultText;
import reclens.ui.task.RunningTask;
import reclens.ui.task.TaskRunner;

/** Writes into the log what happens to workspaces and tasks, and what the program warns of. The details hold what messages say, never the data itself. */
public final class LogKeeper implements AutoCloseable {
    private final EventLog log = new EventLog();
    private final Consumer<LogRecord> warnings;

    public LogKeeper(TaskRunner runner) {
        warnings = logged -> runner.onWindow(() -> warned(logged));
        Warnings.listen(warnings);
        runner.tasks().addListener((ListChangeListener<RunningTask>) change -> {
            while (change.next()) {
                change.getRemoved().stream()
                        .filter(task -> task.isCancelled() && !task.quiet())
                        .forEach(task ->
                                log.add(LogEntry.Level.INFORMATION, UiText.format("log.cancelled", task.title())));
            }
        });
    }

    public EventLog log() {
        return log;
    }

    /** Keeps a fault as the dialog tells it, with all that the dialog hides behind its Details, before it is told. */
    public Consumer<Throwable> before(Consumer<Throwable> teller) {
        return fault -> {
            FaultText text = FaultText.of(fault);
            log.add(LogEntry.Level.ERROR, text.line(), text.details());
            teller.accept(fault);
        };
    }

    /** @param open null when a workspace was closed */
    public void opened(Workspace open) {
        if (open == null) {
            return;
        }
        log.add(LogEntry.Level.INFORMATION, UiText.format("log.opened", open.title()));
        List<String> notices = new ArrayList<>(open.notices());
        open.model().card().assumptions().stream()
                .filter(a -> !notices.contains(a))
                .forEach(notices::add);
        notices.forEach(notice -> log.add(LogEntry.Level.WARNING, UiText.phrase(notice)));
    }

    private void warned(LogRecord logged) {
        String message = new SimpleFormatter().formatMessage(logged);
        Throwable cause = logged.getThrown();
        boolean severe = logged.getLevel().intValue() >= Level.SEVERE.intValue();
        log.add(
                severe ? LogEntry.Level.ERROR : LogEntry.Level.WARNING,
                FaultText.sentence(UiText.phrase(message)),
                cause == null ? "" : FaultText.of(cause).details());
    }

    /** Listens to the warnings of the program no more. */
    @Override
    public void close() {
        Warnings.leave(warnings);
    }

    /** @param file where the report is */
    public void exported(String file) {
        log.add(LogEntry.Level.INFORMATION, UiText.format("export.done", file));
    }
}
