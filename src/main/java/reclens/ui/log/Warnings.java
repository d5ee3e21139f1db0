package reclens.ui.log;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * The warnings that the program's own classes log, for the log of the window. They may come before there is a window, and on any
 * thread: what nobody listens to yet waits. One for the process, as the loggers are.
 */
public final class Warnings extends Handler {
    /** Held, or the handler would be collected with it. */
    private static final Logger OWN = Logger.getLogger("reclens");

    private static final Warnings ALL = new Warnings();
    private static final int MOST = 50;

    private final Queue<LogRecord> waiting = new ArrayDeque<>();
    private Optional<Consumer<LogRecord>> listener = Optional.empty();

    private Warnings() {
        setLevel(Level.WARNING);
    }

    /** Keeps what is logged from now on. */
    public static void keep() {
        OWN.removeHandler(ALL); // twice would tell everything twice
        OWN.addHandler(ALL);
    }

    /** Hands over what waits and what follows; one listens at a time, the last one that asked. */
    static void listen(Consumer<LogRecord> listener) {
        keep();
        ALL.handTo(listener);
    }

    /** Ends what {@link #listen} began, unless somebody else listens by now. */
    static void leave(Consumer<LogRecord> listener) {
        ALL.forget(listener);
    }

    private synchronized void handTo(Consumer<LogRecord> next) {
        listener = Optional.of(next);
        waiting.forEach(next);
        waiting.clear();
    }

    private synchronized void forget(Consumer<LogRecord> known) {
        listener = listener.filter(l -> l != known);
    }

    @Override
    public synchronized void publish(LogRecord logged) {
        if (!isLoggable(logged)) {
            return;
        }
        if (listener.isPresent()) {
            listener.get().accept(logged);
        } else if (waiting.size() < MOST) {
            waiting.add(logged);
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        OWN.removeHandler(this);
    }
}
