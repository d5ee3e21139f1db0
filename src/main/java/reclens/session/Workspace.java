package reclens.session;

import java.util.List;
import reclens.domain.Catalog;
import reclens.domain.HistoryWindow;
import reclens.domain.InteractionLog;
import reclens.domain.ItemVocabulary;
import reclens.domain.NotFoundException;
import reclens.domain.Problem;
import reclens.domain.Provenance;
import reclens.domain.SeenPolicy;
import reclens.domain.UserHistory;
import reclens.domain.UserTable;
import reclens.inference.ModelCard;
import reclens.inference.RecommenderModel;

/**
 * An open workspace: model, catalogue, histories. Immutable; opening another one leaves this one as it is.
 *
 * @param source where it was opened from
 * @param title shown in the window and on reports
 * @param provenance model, file, digest, application
 * @param model ready to run
 * @param vocabulary item ids to model indices
 * @param catalog titles and features
 * @param log events of all users
 * @param users what else is known of the users
 * @param seen whether items of the history may be recommended again
 * @param notices what the user should know: skipped lines, unknown items, assumptions; one sentence each
 */
public record Workspace(
        WorkspaceSource source,
        String title,
        Provenance provenance,
        RecommenderModel model,
        ItemVocabulary vocabulary,
        Catalog catalog,
        InteractionLog log,
        UserTable users,
        SeenPolicy seen,
        List<String> notices)
        implements AutoCloseable {

    /** @throws NotFoundException when there is no such user */
    public UserHistory history(String user) {
        int index = log.indexOfUser(user)
                .orElseThrow(() -> new NotFoundException(Problem.of("no user '" + user + "'")
                        .found(log.userCount() + " users: "
                                + String.join(
                                        ", ", log.users().stream().limit(3).toList())
                                + (log.userCount() > 3 ? ", ..." : ""))
                        .fix("give one of the user ids of the history file")));
        return log.history(index);
    }

    /** The part of a history that the model reads. */
    public HistoryWindow window(UserHistory history) {
        ModelCard card = model.card();
        return HistoryWindow.of(
                history,
                vocabulary,
                card.windowLength(),
                card.padding(),
                card.traits().dropsOldest());
    }

    @Override
    public void close() {
        model.close();
    }
}
