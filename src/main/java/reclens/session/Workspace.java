package reclens.session;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import reclens.domain.CancellationToken;
import reclens.domain.Catalog;
import reclens.domain.HistoryWindow;
import reclens.domain.InteractionLog;
import reclens.domain.ItemVocabulary;
import reclens.domain.NotFoundException;
import reclens.domain.Problem;
import reclens.domain.Provenance;
import reclens.domain.SeenPolicy;
import reclens.domain.TimeOrder;
import reclens.domain.UserHistory;
import reclens.domain.UserTable;
import reclens.inference.ModelCard;
import reclens.inference.ModelInput;
import reclens.inference.RankableScores;
import reclens.inference.RecommenderModel;

/**
 * An open workspace: model, catalogue, histories. Immutable; opening another one leaves this one as it is.
 *
 * @param source where it was opened from
 * @param title shown in the window and on reports
 * @param provenance model, file, digest, application
 * @param model ready to run
 * @param vocabulary item ids to model indices
 * @param userVocabulary user ids to model indices; empty for models that read histories
 * @param catalog titles and features
 * @param log events of all users
 * @param users what else is known of the users
 * @param seen whether items of the history may be recommended again
 * @param startUser the user whom the workspace names to start with
 * @param trainedOrder how events of equal or close times were sorted when the model was trained; empty where the checkpoint
 *     does not tell
 * @param notices what the user should know: skipped lines, unknown items, assumptions; one sentence each
 */
public record Workspace(
        WorkspaceSource source,
        String title,
        Provenance provenance,
        RecommenderModel model,
        ItemVocabulary vocabulary,
        ItemVocabulary userVocabulary,
        Catalog catalog,
        InteractionLog log,
        UserTable users,
        SeenPolicy seen,
        Optional<String> startUser,
        Optional<TimeOrder> trainedOrder,
        List<String> notices)
        implements AutoCloseable {

    /** An open workspace is equal to itself alone: comparing the events of two takes as long as reading them. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    /** The user to select first: the one that the workspace names if the history has it, else the first; empty without users. */
    public Optional<String> firstUser() {
        return startUser.filter(user -> log.indexOfUser(user).isPresent()).or(() -> log.users().stream()
                .findFirst());
    }

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

    /** The model's indices of the events' items, in their order; unknown items are left out. */
    int[] knownItems(UserHistory history) {
        return history.events().stream()
                .map(event -> vocabulary.index(event.item()))
                .filter(OptionalInt::isPresent)
                .mapToInt(OptionalInt::getAsInt)
                .toArray();
    }

    /** Whether the model knows what it reads: an event of the window, or the user where it reads users. */
    boolean canScore(HistoryWindow window) {
        return model.card().traits().readsHistory()
                ? !window.isEmpty() || window.dropped() != HistoryWindow.NONE
                : userVocabulary.index(window.history().user()).isPresent();
    }

    /**
     * Scores of all items for a window, and which of them may be ranked.
     *
     * @throws NotFoundException as {@link #input}
     */
    RankableScores rankable(HistoryWindow window, SeenPolicy policy) {
        return rankable(model.scores(input(window)), window, policy);
    }

    /**
     * As {@link #rankable(HistoryWindow, SeenPolicy)}, for scores that are not the model's.
     *
     * @param scores of all items, changed in place; negative infinity where an index is no item
     */
    RankableScores rankable(float[] scores, HistoryWindow window, SeenPolicy policy) {
        return RankableScores.of(scores, vocabulary.size(), policy, takenIn(window), knownItems(window.history()));
    }

    /** Indices of the model that are items of this data. */
    BitSet rankableItems() {
        BitSet items = new BitSet();
        items.set(0, Math.min(vocabulary.size(), model.card().itemCount()));
        model.card().unrankable().forEach(items::clear);
        return items;
    }

    /** The model's indices of the items that it may rank: any of them can be explained. */
    public int[] explainable() {
        return rankableItems().stream().toArray();
    }

    /** Items that a policy leaves out of the recommendations for a window. */
    BitSet excluded(HistoryWindow window, SeenPolicy policy) {
        return RankableScores.excluded(policy, takenIn(window), knownItems(window.history()));
    }

    /**
     * Scores of some items alone, as {@link #rankable} has them.
     *
     * @param items of {@link #rankableItems()}
     */
    float[] scores(HistoryWindow window, SeenPolicy policy, int[] items) {
        ModelInput input = input(window);
        float[] scores = model.scores(input, List.of(input), items, new CancellationToken())[0];
        if (policy == SeenPolicy.ZERO) {
            BitSet seen = RankableScores.excluded(SeenPolicy.EXCLUDE, new int[0], knownItems(window.history()));
            for (int i = 0; i < items.length; i++) {
                scores[i] = seen.get(items[i]) ? 0 : scores[i];
            }
        }
        return scores;
    }

    /** Items of the window, with the event that the model takes in and drops unread. */
    private int[] takenIn(HistoryWindow window) {
        if (window.dropped() == HistoryWindow.NONE) {
            return window.items();
        }
        OptionalInt dropped =
                vocabulary.index(window.history().events().get(window.dropped()).item());
        return IntStream.concat(Arrays.stream(window.items()), dropped.stream()).toArray();
    }

    /** The part of a history that the model reads. */
    public HistoryWindow window(UserHistory history) {
        ModelCard card = model.card();
        return HistoryWindow.of(
                history,
                vocabulary,
                card.windowLength(),
                card.padding(),
                card.traits().dropsOldest(),
                event -> !readsTokens() || tokens().index(event.token()).isPresent());
    }

    /**
     * What the model is run on for a history.
     *
     * @throws NotFoundException when the model knows no item of it, or reads fields of users and does not know this one
     */
    ModelInput input(HistoryWindow window) {
        String user = window.history().user();
        if (!model.card().traits().readsHistory()) {
            return ModelInput.of()
                    .withUser(userVocabulary
                            .index(user)
                            .orElseThrow(() -> new NotFoundException(Problem.of(
                                            "the model does not know the user '" + user + "'")
                                    .found((userVocabulary.size() - 1) + " known users")
                                    .fix("this model reads fields of the user; choose one it was trained with"))));
        }
        if (window.isEmpty() && window.dropped() == HistoryWindow.NONE) {
            throw new NotFoundException(Problem.of("the model knows none of the "
                            + window.history().size() + " items in the history of user '" + user + "'")
                    .fix("check that model, vocabulary and history belong together"));
        }
        ModelInput input = ModelInput.of(window.items());
        return readsTokens() ? input.withTokens(tokens(window)) : input;
    }

    private ItemVocabulary tokens() {
        return model.card().traits().tokens();
    }

    private boolean readsTokens() {
        return tokens().size() > 0;
    }

    /** Token indices [n] of a window, which holds only events whose token the model knows. */
    private int[] tokens(HistoryWindow window) {
        return IntStream.range(0, window.length())
                .map(i -> tokens().index(window.event(i).token()).orElseThrow())
                .toArray();
    }

    @Override
    public void close() {
        model.close();
    }
}
