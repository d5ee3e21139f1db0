package reclens.ui.compare;

import java.util.List;
import reclens.domain.CancellationToken;
import reclens.domain.ProgressListener;
import reclens.session.Workspace;
import reclens.session.WorkspaceModels;
import reclens.session.WorkspaceOpener;
import reclens.session.WorkspaceSource;
import reclens.ui.task.Lane;
import reclens.ui.task.TaskRunner;

/** A further model of the open workspace, kept open while it is compared with. Used on the model's lane. */
final class SecondModel {
    private Workspace open;

    /** The models to compare with, by title; empty for the main one. */
    static List<String> others(WorkspaceSource source) {
        return WorkspaceModels.titles(source).stream()
                .filter(title -> !title.equals(source.modelTitle()))
                .toList();
    }

    /** Opens a model, or returns it where it is open already. */
    Workspace open(WorkspaceSource wanted, ProgressListener progress, CancellationToken cancellation) {
        if (open == null || !open.source().equals(wanted)) {
            release();
            open = new WorkspaceOpener().open(wanted, progress, cancellation);
        }
        return open;
    }

    private void release() {
        if (open != null) {
            open.close();
            open = null;
        }
    }

    /** Releases the model after what runs. */
    void close(TaskRunner runner) {
        runner.inBackground(Lane.MODEL, this::release);
    }
}
