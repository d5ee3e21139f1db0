package reclens.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import reclens.files.AtomicFiles;

/** Standard output for results, standard error for messages. */
final class Console {
    private final PrintStream out;
    private final PrintStream err;
    private final AtomicBoolean saidCancelled = new AtomicBoolean();

    Console(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Writes a result to standard output, or atomically to a file. */
    void result(String text, Path file) {
        if (file == null) {
            out.println(text);
            return;
        }
        AtomicFiles.write(file, stream -> {
            stream.write(text.getBytes(StandardCharsets.UTF_8));
            stream.write('\n');
        });
    }

    /** A message for the person at the terminal. */
    void note(String message) {
        err.println(message);
    }

    /** Says that the command was cancelled, once. */
    void cancelled() {
        if (!saidCancelled.getAndSet(true)) {
            note("reclens: cancelled");
        }
    }

    PrintStream errors() {
        return err;
    }
}
