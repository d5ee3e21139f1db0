package reclens.session;

import java.util.List;
import java.util.Optional;
import reclens.domain.CancellationToken;
import reclens.domain.NotFoundException;
import reclens.domain.ProgressListener;
import reclens.explanation.Method;

/**
 * A workspace with what its first user gets, so that a window can show both at once.
 *
 * @param first of {@link Workspace#firstUser()}; empty when there is none or the model knows no item of the history
 */
public record OpenedWorkspace(Workspace workspace, Optional<Answer> first) {

    /** What {@link WorkspaceOpener#open} gives and throws, and the first answer. */
    public static OpenedWorkspace open(
            WorkspaceSource source,
            int top,
            List<Method> methods,
            long seed,
            ProgressListener progress,
            CancellationToken cancellation) {
        Workspace workspace = new WorkspaceOpener().open(source, progress, cancellation);
        try {
            return new OpenedWorkspace(workspace, workspace.firstUser().map(user -> new Explainer(workspace)
                    .answer(workspace.history(user), top, methods, seed, cancellation)));
        } catch (NotFoundException unknown) {
            return new OpenedWorkspace(workspace, Optional.empty());
        } catch (RuntimeException | Error fault) {
            workspace.close();
            throw fault;
        }
    }
}
