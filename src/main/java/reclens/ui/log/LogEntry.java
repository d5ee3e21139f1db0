package reclens.ui.log;

import java.time.LocalTime;

/**
 * Something that happened.
 *
 * @param time by the clock of this computer
 * @param text one line
 * @param details the rest; may be empty
 */
public record LogEntry(LocalTime time, Level level, String text, String details) {
    /** How much it matters, least first. */
    public enum Level {
        INFORMATION,
        WARNING,
        ERROR
    }
}
