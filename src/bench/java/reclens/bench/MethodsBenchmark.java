package reclens.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import reclens.domain.CancellationToken;
import reclens.domain.ProgressListener;
import reclens.domain.UserHistory;
import reclens.explanation.Attribution;
import reclens.explanation.Explanation;
import reclens.explanation.FixedSteps;
import reclens.explanation.Method;
import reclens.inference.ModelInput;
import reclens.session.ExplainRequest;
import reclens.session.Explainer;
import reclens.session.Workspace;
import reclens.session.WorkspaceOpener;
import reclens.session.WorkspaceSource;

/**
 * Milliseconds that each method takes to explain the top recommendation, the scores of the whole catalogue included: median and
 * 90% quantile over users with a full window, verdicts left out. The last line has integrated gradients at STEPS steps (64) in
 * place of as many as their gap asks for; the aim is 150 ms. Run with {@code java -cp ... reclens.bench.MethodsBenchmark
 * [WORKSPACE [USERS [STEPS]]]}.
 */
public final class MethodsBenchmark {
    private static final List<Method> SLOW = List.of(Method.FLOW, Method.SHAPLEY);
    private static final int WARM_UP = 5;

    private MethodsBenchmark() {}

    public static void main(String[] args) {
        Path folder = Path.of(args.length > 0 ? args[0] : "sample-data/shop");
        int count = args.length > 1 ? Integer.parseInt(args[1]) : 30;
        int steps = args.length > 2 ? Integer.parseInt(args[2]) : 64;
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
                List<Method> alone = List.of(method);
                print(out, method.key(), users, history -> run(explainer, history, alone)
                        .attribution(method));
            }
            List<Method> together = Arrays.stream(Method.values())
                    .filter(m -> !SLOW.contains(m))
                    .toList();
            print(out, "all but flow and shapley", users, history -> {
                run(explainer, history, together);
                return Optional.empty();
            });
            List<Method> others = together.stream()
                    .filter(m -> m != Method.INTEGRATED_GRADIENTS)
                    .toList();
            print(out, "the same, fixed steps", users, history -> {
                int top = run(explainer, history, others).target().index();
                return Optional.of(FixedSteps.integratedGradients(
                        workspace.model(),
                        ModelInput.of(workspace.window(history).items()),
                        top,
                        steps));
            });
        }
    }

    private static void print(
            PrintStream out, String name, List<UserHistory> users, Function<UserHistory, Optional<Attribution>> work) {
        users.stream().limit(WARM_UP).forEach(work::apply);
        double[] millis = new double[users.size()];
        double[] further = new double[users.size()];
        String detail = "";
        for (int i = 0; i < millis.length; i++) {
            long start = System.nanoTime();
            Optional<Attribution> found = work.apply(users.get(i));
            millis[i] = (System.nanoTime() - start) / 1e6;
            for (String key : List.of("steps", "forwards", "error")) {
                if (found.isPresent() && found.get().details().get(key) instanceof Number n) {
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

    private static Explanation run(Explainer explainer, UserHistory history, List<Method> methods) {
        int top = explainer.recommend(history, 1).items().get(0).index();
        return explainer.explain(
                new ExplainRequest(history, top, methods, false, false, 1),
                ProgressListener.NONE,
                new CancellationToken());
    }
}
