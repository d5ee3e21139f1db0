package reclens.ui;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import reclens.chart.Fonts;
import reclens.domain.CancellationToken;
import reclens.domain.ProgressListener;
import reclens.domain.RecLensException;
import reclens.inference.Engine;
import reclens.session.OpenedWorkspace;
import reclens.session.SavedSession;
import reclens.ui.icon.Icons;
import reclens.ui.shell.StartArguments;
import reclens.ui.workbench.Reading;

/** Opens the first workspace while the toolkit starts: the one reads files, the other makes a window, each on its core. */
final class EarlyOpening {
    private final CompletableFuture<StartArguments.Start> start = new CompletableFuture<>();
    private final CompletableFuture<OpenedWorkspace> workspace = new CompletableFuture<>();
    private final CancellationToken cancellation = new CancellationToken();
    private volatile ProgressListener listener = (stage, fraction) -> {};

    /**
     * Starts at once.
     *
     * @param first finds out what to open; it may read files
     * @param seed of what is random in the first explanation
     */
    EarlyOpening(Supplier<StartArguments.Start> first, long seed) {
        Engine.loadUndisturbed();
        inBackground("reclens-warm-up", EarlyOpening::warmUp);
        inBackground("reclens-early-opening", () -> {
            try {
                start.complete(first.get());
            } catch (RuntimeException | Error fault) {
                start.complete(StartArguments.Start.NOTHING);
                throw fault;
            }
            start.join().opened().ifPresent(found -> read(found, seed));
        });
    }

    /** What the window would otherwise make on its own thread. */
    private static void warmUp() {
        Engine.warmUp();
        Icons.warmUp();
        Fonts.get();
    }

    private void read(SavedSession first, long seed) {
        try {
            workspace.complete(Reading.of(first.source(), first.viewpoint(), seed)
                    .run((stage, fraction) -> listener.progress(stage, fraction), cancellation));
        } catch (Exception | Error fault) {
            workspace.completeExceptionally(fault);
        }
    }

    /** What is being opened. Waits until that is known, for as long as one small file takes. */
    StartArguments.Start start() {
        return start.join();
    }

    private static void inBackground(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((t, fault) -> {}); // the opening meets the same fault, and reports it
        thread.start();
    }

    /** Waits for the workspace; the opening ends when {@code token} is cancelled. */
    OpenedWorkspace await(ProgressListener progress, CancellationToken token) {
        listener = (stage, fraction) -> {
            if (token.isCancelled()) {
                cancellation.cancel();
            }
            progress.progress(stage, fraction);
        };
        try {
            return workspace.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RecLensException known) {
                throw known;
            }
            throw e;
        }
    }
}
