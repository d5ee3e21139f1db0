package reclens.ui.log;

import java.time.LocalTime;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What happened since the start, oldest first; the oldest make room. Call on the window's thread. */
public final class EventLog {
    static final int MOST = 500;

    private final ObservableList<LogEntry> entries = FXCollections.observableArrayList();
    private final ObservableList<LogEntry> view = FXCollections.unmodifiableObservableList(entries);
    private final ReadOnlyIntegerWrapper unread = new ReadOnlyIntegerWrapper(this, "unread", 0);
    private final Supplier<LocalTime> clock;

    public EventLog() {
        this(LocalTime::now);
    }

    EventLog(Supplier<LocalTime> clock) {
        this.clock = clock;
    }

    public ObservableList<LogEntry> entries() {
        return view;
    }

    /** Errors since the log was looked at. */
    public ReadOnlyIntegerProperty unreadProperty() {
        return unread.getReadOnlyProperty();
    }

    /** @param details may be empty */
    public void add(LogEntry.Level level, String text, String details) {
        if (entries.size() == MOST) {
            entries.remove(0);
        }
        entries.add(new LogEntry(clock.get(), level, text, details));
        if (level == LogEntry.Level.ERROR) {
            unread.set(unread.get() + 1);
        }
    }

    public void add(LogEntry.Level level, String text) {
        add(level, text, "");
    }

    /** The log was looked at. */
    public void read() {
        unread.set(0);
    }

    public void clear() {
        entries.clear();
        read();
    }
}
