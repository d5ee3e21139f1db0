package reclens.cli;

import reclens.domain.CancellationToken;

/** Cancels a long command when the person at the terminal interrupts it (Ctrl-C); the exit code is then the system's 130. */
final class Interrupt implements AutoCloseable {
    private final CancellationToken token = new CancellationToken();
    private final Thread hook;

    Interrupt(Console console) {
        hook = new Thread(
                () -> {
                    token.cancel();
                    console.note("reclens: cancelled");
                },
                "interrupt");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    CancellationToken token() {
        return token;
    }

    /** The command has ended: leaving the program is no interruption any more. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException leaving) {
            token.cancel(); // the hook runs already
        }
    }
}
