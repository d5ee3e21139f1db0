package reclens.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import reclens.domain.DataException;
import reclens.domain.Problem;

/** Writes files so that a failure leaves the old file as it was: a temporary file beside the target, then a move. */
public final class AtomicFiles {
    private AtomicFiles() {}

    /** Writes to a stream that it need not close. */
    @FunctionalInterface
    public interface IoConsumer<T> {
        void accept(T target) throws IOException;
    }

    /**
     * Writes a file; its folder is made when missing.
     *
     * @throws DataException when it cannot be written; the target is then as it was before
     */
    public static void write(Path target, IoConsumer<OutputStream> content) {
        Path absolute = target.toAbsolutePath();
        Path temporary = null;
        try {
            Files.createDirectories(absolute.getParent());
            // Not a file of createTempFile: that one would stay closed to everybody else.
            temporary = absolute.resolveSibling("." + absolute.getFileName() + "." + UUID.randomUUID() + ".tmp");
            try (FileChannel channel =
                    FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
                content.accept(out);
                out.flush();
                channel.force(true);
            }
            move(temporary, absolute);
            temporary = null;
        } catch (IOException e) {
            throw new DataException(
                    Problem.of("cannot be written: " + e.getMessage()).at(target.toString()), e);
        } finally {
            deleteQuietly(temporary);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void deleteQuietly(Path temporary) {
        if (temporary == null) {
            return;
        }
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            // The write has failed already and says why; what is left is a hidden file that harms nobody.
            temporary.toFile().deleteOnExit();
        }
    }
}
