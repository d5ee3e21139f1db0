package reclens.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import reclens.domain.CancellationToken;
import reclens.domain.ProgressListener;
import reclens.domain.UserHistory;
import reclens.explanation.Attribution;
import reclens.explanation.Method;
import reclens.session.ExplainRequest;
import reclens.session.Explainer;
import reclens.session.Workspace;
import reclens.session.WorkspaceOpener;
import reclens.session.WorkspaceSource;

/**
 * Milliseconds that each method takes to explain the top recommendation, the scores of the whole catalogue included: median and
 * 90% quantile over users with a full window, verdicts left out. Run with {@code java -cp ... reclens.bench.MethodsBenchmark
 * [WORKSPACE [USERS]]}.
 */
public final class MethodsBenchmark {
    private static final List<Method> SLOW = List.of(Method.FLOW, Method.SHAPLEY);
    private static final int WARM_UP = 5;

    private MethodsBenchmark() {}

    public static void main(String[] args) {
        Path folder = Path.of(args.length > 0 ? args[0] : "sample-data/shop");
        int count = args.length > 1 ? Integer.parseInt(args[1]) : 30;
        PrintStream out = System.out;
        try (Workspace workspace = new WorkspaceOpener()
                .open(WorkspaceSource.folder(folder), ProgressListener.NONE, new CancellationToken())) {
            Explainer explainer = new Explainer(workspace);
            List<UserHistory> users = workspace.log().users().stream()
                    .map(workspace::history)
                    .filter(h ->
                            workspace.window(h).length() == workspace.window(h).modelLength())
                    .limit(count)
                    .toList();
            out.printf(
                    "%s, %d users, %d cores%n",
                    folder, users.size(), Runtime.getRuntime().availableProcessors());
            out.printf("%-28s %9s %9s%n", "method", "median ms", "90% ms");
            for (Method method : Method.values()) {
                print(out, method.key(), explainer, users, List.of(method));
            }
            List<Method> together = Arrays.stream(Method.values())
                    .filter(m -> !SLOW.contains(m))
                    .toList();
            print(out, "all but flow and shapley", explainer, users, together);
        }
    }

    private static void print(
            PrintStream out, String name, Explainer explainer, List<UserHistory> users, List<Method> methods) {
        for (int i = 0; i < Math.min(WARM_UP, users.size()); i++) {
            run(explainer, users.get(i), methods);
        }
        double[] millis = new double[users.size()];
        double[] further = new double[users.size()];
        String detail = "";
        for (int i = 0; i < millis.length; i++) {
            long start = System.nanoTime();
            Optional<Attribution> found = run(explainer, users.get(i), methods);
            millis[i] = (System.nanoTime() - start) / 1e6;
            for (String key : List.of("steps", "forwards", "error")) {
                if (methods.size() == 1
                        && found.isPresent()
                        && found.get().details().get(key) instanceof Number n) {
                    further[i] = n.doubleValue();
                    detail = key;
                }
            }
        }
        Arrays.sort(millis);
        Arrays.sort(further);
        out.printf(
                "%-28s %9.2f %9.2f%s%n",
                name,
                millis[millis.length / 2],
                millis[millis.length * 9 / 10],
                detail.isEmpty() ? "" : "   " + detail + ": median " + further[further.length / 2]);
    }

    private static Optional<Attribution> run(Explainer explainer, UserHistory history, List<Method> methods) {
        int top = explainer.recommend(history, 1).items().get(0).index();
        return explainer
                .explain(
                        new ExplainRequest(history, top, methods, false, false, 1),
                        ProgressListener.NONE,
                        new CancellationToken())
                .attribution(methods.get(0));
    }
}
