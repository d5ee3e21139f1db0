package reclens.ui.workbench;

import reclens.domain.Viewpoint;
import reclens.session.OpenedWorkspace;
import reclens.session.WorkspaceSource;
import reclens.ui.task.Work;

/** The work of opening a workspace, up to what the first look at it shows. */
public final class Reading {
    private Reading() {}

    /** Reads a workspace and works out what the user of a viewpoint gets; of {@link Viewpoint#NONE} the first user. */
    public static Work<OpenedWorkspace> of(WorkspaceSource source, Viewpoint at, long seed) {
        return (progress, cancellation) ->
                OpenedWorkspace.open(source, at, Workbench.TOP, Workbench.METHODS, seed, progress, cancellation);
    }
}
