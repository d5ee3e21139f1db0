package reclens.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import reclens.domain.AttentionTrace;
import reclens.domain.CancellationToken;
import reclens.domain.Problem;
import reclens.domain.ProgressListener;
import reclens.domain.UsageException;
import reclens.domain.UserHistory;
import reclens.exchange.ExplanationDocument;
import reclens.explanation.Explanation;
import reclens.explanation.Method;
import reclens.session.ExplainRequest;
import reclens.session.Explainer;
import reclens.session.Workspace;

@Command(
        name = "explain",
        description = "Which events and product features drove the top items, or one item.",
        mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
    static final String DEFAULT_METHODS = "attention,rollout,leave_one_out";

    @ParentCommand
    private RecLensCommand root;

    @Mixin
    private OpenOptions open;

    @Mixin
    private HistoryOptions options;

    @Mixin
    private OutputOptions output;

    @Option(names = "--user", required = true, paramLabel = "U", description = "user id")
    private String user;

    @Option(names = "--item", paramLabel = "I", description = "explain this item instead of the top ones")
    private String item;

    @Option(names = "--top", paramLabel = "K", defaultValue = "1", description = "explain the top K items (default 1)")
    private int top;

    @Option(
            names = "--method",
            paramLabel = "M,...",
            defaultValue = DEFAULT_METHODS,
            completionCandidates = MethodKeys.class,
            description = "${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE})")
    private String methods;

    @Option(names = "--attention", description = "add the attention of all layers and heads")
    private boolean attention;

    @Option(
            names = "--contrast",
            paramLabel = "I",
            description = "explain the difference to this item: why the one rather than the other")
    private String contrast;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "1", description = "seed of the random orders")
    private long seed;

    @Override
    public Integer call() {
        Arguments.atLeastOne("--top", top);
        List<Method> chosen = Arguments.methods(methods);
        try (Workspace workspace = open.open(root.console())) {
            UserHistory history = options.history(workspace, user);
            Explainer explainer = options.explainer(workspace);
            List<Explanation> explanations = new ArrayList<>();
            int other = contrast == null ? ExplainRequest.NONE : explainer.indexOfItem(contrast);
            int[] targets = targets(explainer, history, other);
            for (int index : targets) {
                explanations.add(explainer.explain(
                        new ExplainRequest(history, index, chosen, true, false, seed, other),
                        ProgressListener.NONE,
                        new CancellationToken()));
            }
            Optional<AttentionTrace> trace =
                    attention ? Optional.of(explainer.attention(history, targets)) : Optional.empty();
            root.console()
                    .result(
                            output.json
                                    ? ExplanationDocument.write(explanations, trace, workspace.vocabulary())
                                    : ExplanationText.write(explanations),
                            output.file);
            return 0;
        }
    }

    /** @param other the item to contrast with, which is not contrasted with itself */
    private int[] targets(Explainer explainer, UserHistory history, int other) {
        int[] targets = item != null
                ? new int[] {explainer.indexOfItem(item)}
                : explainer.recommend(history, top).items().stream()
                        .mapToInt(r -> r.index())
                        .filter(index -> index != other)
                        .toArray();
        if (targets.length == 0 || targets[0] == other) {
            throw new UsageException(Problem.of("an item cannot be contrasted with itself")
                    .at("--contrast")
                    .expected("an item other than the explained one")
                    .found("'" + contrast + "'"));
        }
        return targets;
    }

    /** Names of the methods for the help. */
    static final class MethodKeys implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(Method.values()).map(Method::key).iterator();
        }
    }
}
