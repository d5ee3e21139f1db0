package reclens.session;

import java.nio.file.Path;
import java.util.List;
import reclens.domain.AttentionTrace;
import reclens.domain.CancellationToken;
import reclens.domain.ProgressListener;
import reclens.domain.UserHistory;
import reclens.explanation.Explanation;
import reclens.explanation.Method;
import reclens.files.AtomicFiles;
import reclens.report.ReportOptions;
import reclens.report.ReportWriter;

/** Makes the PNG report of one recommendation, the same from the window and from the command line. */
public final class ReportExporter {
    /** What a report shows: the bars of leave-one-out and, as dots, where attention and rollout agree. */
    public static final List<Method> METHODS = List.of(Method.ATTENTION, Method.ROLLOUT, Method.LEAVE_ONE_OUT);

    /** Of the random orders that the verdict compares with, unless another one is given. */
    public static final long SEED = 1;

    private final Workspace workspace;
    private final Explainer explainer;

    public ReportExporter(Workspace workspace, Explainer explainer) {
        this.workspace = workspace;
        this.explainer = explainer;
    }

    /**
     * Explains an item and writes the report, atomically.
     *
     * @param itemIndex the model's index of the item
     * @param seed of the random orders that the verdict compares with
     * @throws reclens.domain.DataException when the file cannot be written
     */
    public void export(
            UserHistory history,
            int itemIndex,
            ReportOptions options,
            long seed,
            Path target,
            ProgressListener progress,
            CancellationToken cancellation) {
        Explanation explanation = explain(history, itemIndex, seed, progress, cancellation);
        AttentionTrace trace = explainer.attention(history, new int[] {itemIndex});
        byte[] png = ReportWriter.png(
                explanation, trace, options.withUserLabel(workspace.users().label(history.user())));
        cancellation.check();
        AtomicFiles.write(target, out -> out.write(png));
    }

    Explanation explain(
            UserHistory history, int itemIndex, long seed, ProgressListener progress, CancellationToken cancellation) {
        return explainer.explain(
                new ExplainRequest(history, itemIndex, METHODS, true, true, seed), progress, cancellation);
    }
}
