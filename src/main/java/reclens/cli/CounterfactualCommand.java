package reclens.cli;

import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import reclens.domain.CancellationToken;
import reclens.domain.Catalog;
import reclens.domain.Recommendation;
import reclens.domain.UserHistory;
import reclens.exchange.CounterfactualDocument;
import reclens.explanation.Counterfactual;
import reclens.session.Explainer;
import reclens.session.Workspace;

@Command(
        name = "counterfactual",
        description = "The smallest set of events found whose removal takes the item off rank 1.",
        mixinStandardHelpOptions = true)
final class CounterfactualCommand implements Callable<Integer> {
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

    @Option(names = "--item", paramLabel = "I", description = "the item on rank 1 (default: whichever it is)")
    private String item;

    @Override
    public Integer call() {
        try (Workspace workspace = open.open(root.console())) {
            UserHistory history = options.history(workspace, user);
            Explainer explainer = options.explainer(workspace);
            Recommendation target = item == null
                    ? explainer.recommend(history, 1).items().get(0)
                    : explainer.recommendation(history, explainer.indexOfItem(item));
            if (target.rank() != 1) {
                root.console()
                        .note("the item " + target.item() + " is "
                                + (target.rank() == 0 ? "left out of the ranking" : "on rank " + target.rank())
                                + ", not on rank 1; nothing was looked for");
            }
            Counterfactual found = explainer.counterfactual(history, target.index(), new CancellationToken());
            root.console()
                    .result(
                            output.json
                                    ? CounterfactualDocument.write(
                                            user,
                                            options.seen(workspace).key(),
                                            target,
                                            found,
                                            workspace.catalog(),
                                            workspace.vocabulary())
                                    : text(target, found, history, workspace),
                            output.file);
            return 0;
        }
    }

    private static String text(Recommendation target, Counterfactual found, UserHistory history, Workspace workspace) {
        Catalog catalog = workspace.catalog();
        String title = catalog.item(target.item()).title();
        if (!found.found()) {
            return "no set of events found whose removal takes " + title + " off rank 1 (" + found.forwards()
                    + " runs of the model)";
        }
        String events = Arrays.stream(found.removed())
                .mapToObj(p -> "  #" + p + "  "
                        + catalog.item(history.events().get(p).item()).title())
                .collect(Collectors.joining(System.lineSeparator()));
        return "smallest set found whose removal takes " + title + " off rank 1 (" + found.forwards()
                + " runs of the model):" + System.lineSeparator() + events + System.lineSeparator() + "rank 1 is then "
                + catalog.item(workspace.vocabulary().id(found.newTop())).title();
    }
}
