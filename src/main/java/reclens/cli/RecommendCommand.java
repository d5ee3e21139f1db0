package reclens.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import reclens.domain.Recommendation;
import reclens.domain.UserHistory;
import reclens.exchange.RecommendationsDocument;
import reclens.session.RecommendationList;
import reclens.session.Workspace;

@Command(name = "recommend", description = "The top items for a user, with scores.", mixinStandardHelpOptions = true)
final class RecommendCommand implements Callable<Integer> {
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

    @Option(names = "--top", paramLabel = "K", defaultValue = "10", description = "how many items (default 10)")
    private int top;

    @Override
    public Integer call() {
        Arguments.atLeastOne("--top", top);
        try (Workspace workspace = open.open(root.console())) {
            UserHistory history = options.history(workspace, user);
            RecommendationList list = options.explainer(workspace).recommend(history, top);
            root.console()
                    .result(
                            output.json
                                    ? RecommendationsDocument.write(
                                            user, options.seen(workspace).key(), list.items(), workspace.catalog())
                                    : text(list, workspace),
                            output.file);
            return 0;
        }
    }

    private static String text(RecommendationList list, Workspace workspace) {
        StringBuilder text =
                new StringBuilder(String.format("%4s  %8s  %11s  %s", "rank", "score", "probability", "item"));
        for (Recommendation r : list.items()) {
            text.append(String.format(
                    "%n%4d  %8.3f  %11.4f  %s  %s",
                    r.rank(),
                    r.score(),
                    r.probability(),
                    r.item(),
                    workspace.catalog().item(r.item()).title()));
        }
        return text.toString();
    }
}
