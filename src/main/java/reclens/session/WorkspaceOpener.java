package reclens.session;

import reclens.domain.CancellationToken;
import reclens.domain.ProgressListener;

/** Opens workspaces. A failed open changes nothing. */
public final class WorkspaceOpener {
    /**
     * Reads and checks everything.
     *
     * @throws reclens.domain.DataException when a file is malformed or contradicts another, or a variant must be chosen
     * @throws reclens.domain.NotFoundException when there is no such folder or file
     * @throws reclens.domain.CancelledException when cancelled
     */
    public Workspace open(WorkspaceSource source, ProgressListener progress, CancellationToken cancellation) {
        throw new UnsupportedOperationException("landing within the hour");
    }
}
