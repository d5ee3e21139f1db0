package reclens.session;

import reclens.domain.AttentionTrace;
import reclens.domain.CancellationToken;
import reclens.domain.ProgressListener;
import reclens.domain.SeenPolicy;
import reclens.domain.UserHistory;
import reclens.explanation.Explanation;

/** Recommends and explains on an open workspace. Safe for several threads. */
public final class Explainer {
    private final Workspace workspace;
    private final SeenPolicy seen;

    public Explainer(Workspace workspace, SeenPolicy seen) {
        this.workspace = workspace;
        this.seen = seen;
    }

    public Explainer(Workspace workspace) {
        this(workspace, workspace.seen());
    }

    /** @throws reclens.domain.NotFoundException when the model knows no item of the history */
    public RecommendationList recommend(UserHistory history, int top) {
        throw new UnsupportedOperationException("landing within the hour " + workspace.title() + seen);
    }

    /** Attention of all layers and heads for the events that the model reads. */
    public AttentionTrace attention(UserHistory history) {
        throw new UnsupportedOperationException("landing within the hour");
    }

    public Explanation explain(ExplainRequest request, ProgressListener progress, CancellationToken cancellation) {
        throw new UnsupportedOperationException("landing within the hour");
    }
}
