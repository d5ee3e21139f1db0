package reclens.cli;

import picocli.CommandLine.Option;
import reclens.domain.Problem;
import reclens.domain.SeenPolicy;
import reclens.domain.UsageException;
import reclens.domain.UserHistory;
import reclens.session.Explainer;
import reclens.session.Workspace;

/** How much of a history is read, and whether seen items may be recommended again. */
final class HistoryOptions {
    @Option(names = "--before", paramLabel = "P", description = "only the events before position P are the history")
    private Integer before;

    @Option(names = "--seen", paramLabel = "POLICY", description = "exclude, exclude-window, include or zero")
    private String seen;

    /** @throws UsageException when the position is out of range */
    UserHistory history(Workspace workspace, String user) {
        UserHistory whole = workspace.history(user);
        if (before == null) {
            return whole;
        }
        if (before < 1 || before > whole.size()) {
            throw new UsageException(Problem.of("position out of range")
                    .at("--before")
                    .expected("1 to " + whole.size() + ", the number of events of user '" + user + "'")
                    .found(before.toString()));
        }
        return whole.before(before);
    }

    Explainer explainer(Workspace workspace) {
        return seen == null ? new Explainer(workspace) : new Explainer(workspace, SeenPolicy.parse(seen));
    }

    SeenPolicy seen(Workspace workspace) {
        return seen == null ? workspace.seen() : SeenPolicy.parse(seen);
    }
}
