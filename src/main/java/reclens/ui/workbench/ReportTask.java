package reclens.ui.workbench;

import java.nio.file.Path;
import reclens.domain.UserHistory;
import reclens.report.ReportOptions;
import reclens.session.Explainer;
import reclens.session.ReportExporter;
import reclens.session.Workspace;
import reclens.ui.UiText;
import reclens.ui.task.Lane;

/** Makes the report of the selected item in the background. */
public final class ReportTask {
    private ReportTask() {}

    /** @param done run when the file is written; of a fault the workbench tells */
    public static void start(Workbench workbench, Path target, ReportOptions options, Runnable done) {
        Workspace open = workbench.workspace();
        UserHistory events = workbench.historyProperty().get();
        Explainer engine = workbench.explainer();
        int item = workbench.selection().itemProperty().get();
        long seed = workbench.seed();
        workbench
                .runner()
                .start(
                        Lane.MODEL,
                        UiText.get("task.export"),
                        (progress, cancellation) -> {
                            new ReportExporter(open, engine)
                                    .export(events, item, options, seed, target, progress, cancellation);
                            return target;
                        },
                        written -> {
                            workbench.logging().exported(written.toString());
                            done.run();
                        },
                        workbench.faults());
    }
}
