package reclens.session;

import java.util.List;
import java.util.Optional;
import reclens.domain.DataException;
import reclens.domain.InteractionLog;
import reclens.domain.ModelChoice;
import reclens.domain.Problem;
import reclens.domain.Provenance;

/**
 * What somebody's own files hold, and what is missing.
 *
 * @param users in the history
 * @param events in the history
 * @param items different ones in the history
 * @param eventTypes in the history
 * @param times whether events have times
 * @param model the model; empty when there is none that can be run
 * @param known share of the different items of the history that the model knows, 0 to 1
 * @param indicesAssumed whether nothing but their being numbers ties items of the history to the model
 * @param choice what the checkpoint does not tell
 * @param problem what keeps the files from being opened; empty when nothing does or only the model is missing
 * @param notices what was assumed or skipped
 */
public record OwnDataReport(
        int users,
        int events,
        int items,
        List<String> eventTypes,
        boolean times,
        Optional<Provenance> model,
        double known,
        boolean indicesAssumed,
        Optional<ModelChoice> choice,
        Optional<Problem> problem,
        List<String> notices) {

    static OwnDataReport of(Workspace workspace, boolean vocabularyGiven) {
        InteractionLog log = workspace.log();
        long known = log.items().stream()
                .filter(id -> workspace.vocabulary().index(id).isPresent())
                .count();
        boolean identity = !vocabularyGiven
                && workspace.vocabulary().size() > 2
                && workspace.vocabulary().id(1).equals("1")
                && workspace.vocabulary().id(2).equals("2");
        return new OwnDataReport(
                log.userCount(),
                log.eventCount(),
                log.items().size(),
                log.eventTypes(),
                log.hasTimes(),
                Optional.of(workspace.provenance()),
                (double) known / Math.max(1, log.items().size()),
                identity,
                Optional.empty(),
                Optional.empty(),
                workspace.notices());
    }

    static OwnDataReport ofHistory(InteractionLog log, List<String> notices, Optional<DataException> fault) {
        Optional<ModelChoice> choice = fault.flatMap(DataException::choice);
        return new OwnDataReport(
                log.userCount(),
                log.eventCount(),
                log.items().size(),
                log.eventTypes(),
                log.hasTimes(),
                Optional.empty(),
                0,
                false,
                choice,
                choice.isPresent() ? Optional.empty() : fault.map(DataException::problem),
                notices);
    }

    static OwnDataReport broken(Problem problem) {
        return new OwnDataReport(
                0,
                0,
                0,
                List.of(),
                false,
                Optional.empty(),
                0,
                false,
                Optional.empty(),
                Optional.of(problem),
                List.of());
    }

    /** Whether a workspace of these files can be explained. */
    public boolean works() {
        return model.isPresent() && known > 0;
    }
}
