package reclens.session;

import java.util.List;
import java.util.Optional;
import reclens.domain.Catalog;
import reclens.domain.DataException;
import reclens.domain.InteractionLog;
import reclens.domain.ModelChoice;
import reclens.domain.Problem;
import reclens.domain.Provenance;
import reclens.domain.UserTable;
import reclens.files.HistoryFile;

/**
 * What somebody's own files hold, and what is missing.
 *
 * @param history what the history holds; empty when it cannot be read
 * @param items what the catalogue holds; empty when there is none
 * @param users what the table of users holds; empty when there is none
 * @param model the model; empty when there is none that can be run
 * @param known share of the different items of the history that the model knows, 0 to 1
 * @param indicesAssumed whether nothing but their being numbers ties items of the history to the model
 * @param choice what the checkpoint does not tell
 * @param problem what keeps the files from being opened; empty when nothing does or only the model is missing
 * @param leftOut what keeps the settings of the model from being read, where they were left out for it
 * @param badLines whether skipping malformed lines of the history would mend the problem
 * @param notices what was assumed or skipped
 */
public record OwnDataReport(
        Optional<Events> history,
        Optional<Table> items,
        Optional<Table> users,
        Optional<Provenance> model,
        double known,
        boolean indicesAssumed,
        Optional<ModelChoice> choice,
        Optional<Problem> problem,
        Optional<Problem> leftOut,
        boolean badLines,
        List<String> notices) {

    /**
     * What a history holds.
     *
     * @param items different ones
     * @param types of its events
     * @param times whether events have times
     */
    public record Events(int users, int events, int items, List<String> types, boolean times) {
        static Events of(InteractionLog log) {
            return new Events(log.userCount(), log.eventCount(), log.items().size(), log.eventTypes(), log.hasTimes());
        }
    }

    /**
     * What a table of items or users holds.
     *
     * @param rows number of them
     * @param features names of its columns that describe, titles and numbers left out
     * @param listed share of the items or users of the history that it lists, 0 to 1
     */
    public record Table(int rows, List<String> features, double listed) {}

    static OwnDataReport of(Workspace workspace, UserTable users, boolean vocabularyGiven) {
        InteractionLog log = workspace.log();
        boolean identity = !vocabularyGiven
                && workspace.vocabulary().size() > 2
                && workspace.vocabulary().id(1).equals("1")
                && workspace.vocabulary().id(2).equals("2");
        return new OwnDataReport(
                Optional.of(Events.of(log)),
                items(workspace.catalog(), log),
                users(users, log),
                Optional.of(workspace.provenance()),
                share(log.items(), id -> workspace.vocabulary().index(id).isPresent()),
                identity,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                workspace.notices());
    }

    static OwnDataReport ofHistory(HistoryFile read, Catalog catalog, UserTable users, Optional<DataException> fault) {
        Optional<ModelChoice> choice = fault.flatMap(DataException::choice);
        return new OwnDataReport(
                Optional.of(Events.of(read.log())),
                items(catalog, read.log()),
                users(users, read.log()),
                Optional.empty(),
                0,
                false,
                choice,
                choice.isPresent() ? Optional.empty() : fault.map(DataException::problem),
                Optional.empty(),
                false,
                read.notices());
    }

    /** @param rest what is left without the malformed lines; that they are skipped is not true yet, so it is not said */
    static OwnDataReport withBadLines(HistoryFile rest, Problem problem) {
        return new OwnDataReport(
                Optional.of(Events.of(rest.log())),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                false,
                Optional.empty(),
                Optional.of(problem),
                Optional.empty(),
                true,
                List.of());
    }

    static OwnDataReport broken(Problem problem) {
        return new OwnDataReport(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                false,
                Optional.empty(),
                Optional.of(problem),
                Optional.empty(),
                false,
                List.of());
    }

    /** What was found after settings had been left out. */
    OwnDataReport leavingOut(Problem settings) {
        return new OwnDataReport(
                history,
                items,
                users,
                model,
                known,
                indicesAssumed,
                choice,
                problem,
                Optional.of(settings),
                badLines,
                notices);
    }

    private static Optional<Table> items(Catalog catalog, InteractionLog log) {
        return catalog.size() == 0
                ? Optional.empty()
                : Optional.of(new Table(catalog.size(), catalog.features(), share(log.items(), catalog::lists)));
    }

    private static Optional<Table> users(UserTable users, InteractionLog log) {
        return users.rows().isEmpty()
                ? Optional.empty()
                : Optional.of(new Table(
                        users.rows().size(), users.features(), share(log.users(), users.rows()::containsKey)));
    }

    private static double share(List<String> ids, java.util.function.Predicate<String> there) {
        return (double) ids.stream().filter(there).count() / Math.max(1, ids.size());
    }

    /** Whether a workspace of these files can be explained. */
    public boolean works() {
        return model.isPresent() && known > 0;
    }
}
