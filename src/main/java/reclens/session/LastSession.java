package reclens.session;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import reclens.domain.RecLensException;

/**
 * The session that the next start brings back, in the user's folder beside the preferences. It is written while the window
 * is in use, so that a crash loses nothing. Safe for several threads.
 */
public final class LastSession {
    private static final Logger LOG = Logger.getLogger("reclens.session");

    private final Path file;
    /** Stands while a session is being brought back: when that ends the program, the next start must not try again. */
    private final Path attempt;

    private boolean complained;

    public LastSession(Path home) {
        this.file = home.resolve("last" + SavedSession.ENDING);
        this.attempt = home.resolve("restoring");
    }

    /** The session, where there is one that can be read; one that cannot is no reason not to start. */
    public synchronized Optional<SavedSession> read() {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(SavedSession.read(file));
        } catch (RecLensException fault) {
            LOG.log(Level.WARNING, () -> "the last session cannot be read: " + fault.getMessage());
            return Optional.empty();
        }
    }

    /** Whether nothing was ever kept: the first start. */
    public synchronized boolean isNone() {
        return !Files.exists(file);
    }

    /** Whether bringing the session back ended the program last time; then it must not be tried again by itself. */
    public synchronized boolean endedAnAttempt() {
        return Files.exists(attempt);
    }

    /** Like {@link #read}, for a start: empty too when the attempt before this one ended the program. */
    public synchronized Optional<SavedSession> readForStart() {
        if (endedAnAttempt()) {
            LOG.warning("bringing the last session back ended the program; it is not tried again by itself");
            delete(attempt);
            return Optional.empty();
        }
        Optional<SavedSession> found = read();
        found.ifPresent(session -> mark());
        return found;
    }

    /** The attempt of {@link #readForStart} has come to its end, well or badly. */
    public synchronized void attempted() {
        delete(attempt);
    }

    /** Writes the session; a folder that cannot be written is told once, in the log. */
    public synchronized void write(SavedSession session) {
        try {
            session.write(file);
            complained = false;
        } catch (RecLensException fault) {
            if (!complained) {
                LOG.log(Level.WARNING, () -> "the session cannot be kept: " + fault.getMessage());
            }
            complained = true;
        }
    }

    private void mark() {
        try {
            Files.createFile(attempt);
        } catch (java.io.IOException e) {
            LOG.log(Level.FINE, "no mark of the attempt", e);
        }
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (java.io.IOException e) {
            LOG.log(Level.FINE, "the mark of the attempt stays", e);
        }
    }
}
