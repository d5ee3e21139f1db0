package reclens.session;

import java.util.List;
import java.util.Optional;
import reclens.domain.CancellationToken;
import reclens.domain.NotFoundException;
import reclens.domain.ProgressListener;
import reclens.domain.Viewpoint;
import reclens.explanation.Method;

/**
 * A workspace with what its first user gets, so that a window can show both at once.
 *
 * @param first of the user to show, {@link Workspace#firstUser()} where nothing else was asked for; empty when there is none or the model knows no item of the history
 */
public record OpenedWorkspace(Workspace workspace, Optional<Answer> first) {

    /**
     * What {@link WorkspaceOpener#open} gives and throws, and the answer for the user and the item of a viewpoint; where the
     * data does not have them, for the first user or the best item.
     */
    public static OpenedWorkspace open(
            WorkspaceSource source,
            Viewpoint at,
            int top,
            List<Method> methods,
            long seed,
            ProgressListener progress,
            CancellationToken cancellation) {
        Workspace workspace = new WorkspaceOpener().open(source, progress, cancellation);
        try {
            Optional<String> user = Optional.of(at.user())
                    .filter(id -> workspace.log().indexOfUser(id).isPresent())
                    .or(workspace::firstUser);
            int item = user.filter(at.user()::equals).isPresent() ? known(workspace, at.item()) : ExplainRequest.NONE;
            return new OpenedWorkspace(workspace, user.map(id -> new Explainer(workspace)
                    .answer(
                            at.heldOut() ? workspace.history(id).heldOut() : workspace.history(id),
                            item,
                            top,
                            methods,
                            seed,
                            cancellation)));
        } catch (NotFoundException unknown) {
            return new OpenedWorkspace(workspace, Optional.empty());
        } catch (RuntimeException | Error fault) {
            workspace.close();
            throw fault;
        }
    }

    /** The model's index of an item that it may rank; {@link ExplainRequest#NONE} for every other id. */
    private static int known(Workspace workspace, String item) {
        int index = workspace.vocabulary().index(item).orElse(ExplainRequest.NONE);
        return index > 0 && workspace.rankableItems().get(index) ? index : ExplainRequest.NONE;
    }
}
