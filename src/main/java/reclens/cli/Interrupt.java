package reclens.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import reclens.domain.CancellationToken;

/**
 * Cancels a long command when the person at the terminal interrupts it (Ctrl-C); the exit code is then the system's 130. The
 * program waits a little for the command to end, so that a file being written is there whole or not at all.
 */
final class Interrupt implements AutoCloseable {
    private static final long MOST_SECONDS = 2;

    private final CancellationToken token = new CancellationToken();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook;

    Interrupt(Console console) {
        hook = new Thread(() -> cancel(console), "interrupt");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    CancellationToken token() {
        return token;
    }

    private void cancel(Console console) {
        token.cancel();
        console.cancelled();
        try {
            ended.await(MOST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The command has ended: leaving the program is no interruption any more. */
    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException leaving) {
            token.cancel(); // the hook runs already
        }
    }
}
