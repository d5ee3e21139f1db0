package reclens.ui.log;

import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.transformation.FilteredList;
import reclens.ui.UiText;

/** The entries from a level on, and their words. */
final class LogViewModel {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final EventLog log;
    private final ObjectProperty<LogEntry.Level> level =
            new SimpleObjectProperty<>(this, "level", LogEntry.Level.INFORMATION);
    private final FilteredList<LogEntry> shown;

    LogViewModel(EventLog log) {
        this.log = log;
        shown = new FilteredList<>(log.entries());
        level.addListener((p, was, now) -> shown.setPredicate(e -> e.level().compareTo(now) >= 0));
    }

    /** The least level that is shown. */
    ObjectProperty<LogEntry.Level> levelProperty() {
        return level;
    }

    FilteredList<LogEntry> shown() {
        return shown;
    }

    static String key(LogEntry.Level level) {
        return level.name().toLowerCase(java.util.Locale.ROOT);
    }

    static String name(LogEntry.Level level) {
        return UiText.get("log.level." + key(level));
    }

    static String time(LogEntry entry) {
        return TIME.format(entry.time());
    }

    /** The shown entries as text, one after the other with their details. */
    String text() {
        return shown.stream()
                .map(e -> UiText.format("log.line", time(e), name(e.level()), e.text())
                        + (e.details().isEmpty()
                                ? ""
                                : "\n" + e.details().stripTrailing().indent(4).stripTrailing()))
                .collect(Collectors.joining("\n"));
    }

    void clear() {
        log.clear();
    }

    void read() {
        log.read();
    }
}
