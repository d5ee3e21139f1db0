package reclens.cli;

import java.util.function.LongSupplier;
import reclens.domain.ProgressListener;

/** Says on standard error how far a long command is: a line for every tenth, none where it takes less than a second. */
final class PercentProgress implements ProgressListener {
    private static final long QUIET_NANOS = 1_000_000_000;

    private final Console console;
    private final String done;
    private final LongSupplier nanos;
    private final long start;
    private int said;

    /**
     * @param done what is done with the share, such as "evaluated"
     * @param nanos a clock
     */
    PercentProgress(Console console, String done, LongSupplier nanos) {
        this.console = console;
        this.done = done;
        this.nanos = nanos;
        this.start = nanos.getAsLong();
    }

    @Override
    public synchronized void progress(String stage, double fraction) {
        int tenths = (int) (fraction * 10);
        if (tenths > said && nanos.getAsLong() - start >= QUIET_NANOS) {
            said = tenths;
            console.note(done + " " + tenths * 10 + " %");
        }
    }
}
