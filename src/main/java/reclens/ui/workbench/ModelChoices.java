package reclens.ui.workbench;

import reclens.session.WorkspaceSource;

/** What the user tells of models whose files do not. Call on the window's thread. */
public interface ModelChoices {
    /** The source with what was chosen for it before. */
    WorkspaceSource known(WorkspaceSource source);

    /**
     * Asks for what the files do not tell, and keeps the answer for {@link #known}.
     *
     * @return false when the fault asks for nothing, or the user does not answer
     */
    boolean ask(WorkspaceSource source, Throwable fault);
}
