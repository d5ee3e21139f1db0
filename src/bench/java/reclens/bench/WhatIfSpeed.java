package reclens.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import reclens.domain.CancellationToken;
import reclens.domain.EditedHistory;
import reclens.domain.HistoryEdit;
import reclens.domain.ProgressListener;
import reclens.domain.UserHistory;
import reclens.explanation.Method;
import reclens.session.Explainer;
import reclens.session.WhatIf;
import reclens.session.Workspace;
import reclens.session.WorkspaceOpener;
import reclens.session.WorkspaceSource;

/**
 * How long the work behind the screens What if and Trust takes on the sample shop: an edit to new ranks, a counterfactual, all
 * measures of one recommendation. Median and 95th percentile of 200 users, warm.
 *
 * <pre>{@code
 * mvn -q -Pbench package -DskipTests
 * java -cp "target/reclens.jar:target/lib/*" reclens.bench.WhatIfSpeed
 * }</pre>
 *
 * <p>Required: an edit under 50 ms from click to screen.
 */
public final class WhatIfSpeed {
    private static final int USERS = 200;

    private WhatIfSpeed() {}

    public static void main(String[] args) {
        Path folder = Path.of(args.length > 0 ? args[0] : "sample-data/shop");
        try (Workspace workspace = new WorkspaceOpener()
                .open(WorkspaceSource.folder(folder), ProgressListener.NONE, new CancellationToken())) {
            Explainer explainer = new Explainer(workspace);
            measure("edit to new ranks", workspace, USERS, history -> {
                HistoryEdit edit = new HistoryEdit.Remove(history.size() - 1);
                new WhatIf(workspace, workspace.seen()).compare(EditedHistory.of(history, List.of(edit)), 10);
            });
            measure(
                    "counterfactual",
                    workspace,
                    USERS,
                    history -> explainer.counterfactual(history, top(explainer, history), new CancellationToken()));
            measure("E1 to E8, three methods", workspace, USERS / 10, history -> {
                Map<Method, ?> reports = explainer.trust(
                        history,
                        top(explainer, history),
                        List.of(Method.ATTENTION, Method.ROLLOUT, Method.LEAVE_ONE_OUT),
                        1,
                        new CancellationToken());
                if (reports.isEmpty()) {
                    throw new IllegalStateException("nothing measured");
                }
            });
        }
    }

    private static int top(Explainer explainer, UserHistory history) {
        return explainer.recommend(history, 1).items().get(0).index();
    }

    private interface Work {
        void on(UserHistory history);
    }

    private static void measure(String name, Workspace workspace, int users, Work work) {
        double[] millis = new double[users];
        for (int round = 0; round < 2; round++) { // the first one warms up
            for (int u = 0; u < users; u++) {
                UserHistory history = workspace.log().history(u);
                long start = System.nanoTime();
                work.on(history);
                millis[u] = (System.nanoTime() - start) / 1e6;
            }
        }
        Arrays.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "%-26s median %8.2f ms   95%% %8.2f ms   (%d users)%n",
                name,
                millis[users / 2],
                millis[users * 95 / 100],
                users);
    }
}
