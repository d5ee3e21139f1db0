package reclens.session;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import reclens.domain.EditedHistory;
import reclens.domain.HistoryWindow;
import reclens.domain.Interaction;
import reclens.domain.NotFoundException;
import reclens.domain.Problem;
import reclens.domain.Recommendation;
import reclens.domain.SeenPolicy;
import reclens.domain.UsageException;
import reclens.domain.UserHistory;

/**
 * What would be recommended if the history were another one. The edit is to the history that inference reads, not to what the model
 * was trained on. Safe for several threads.
 */
public final class WhatIf {
    private final Workspace workspace;
    private final SeenPolicy seen;
    private volatile Scored latest; // edits come one after the other on the same history

    private record Scored(UserHistory history, ScoredHistory scored) {}

    public WhatIf(Workspace workspace, SeenPolicy seen) {
        this.workspace = workspace;
        this.seen = seen;
    }

    /**
     * @param top length of the two lists
     * @throws UsageException when the edit leaves no event, or changes an event's type that the model does not read
     * @throws NotFoundException when the model does not know an item that the edit puts in, or none of what is left
     */
    public WhatIfResult compare(EditedHistory edited, int top) {
        EditedHistory history = readable(edited);
        check(history);
        ScoredHistory before = unedited(history.before());
        ScoredHistory after = history.isEdited() ? ScoredHistory.of(workspace, seen, history.after()) : before;
        List<Recommendation> best = after.top(top);
        List<Recommendation> bestBefore = before.top(top);
        return new WhatIfResult(
                history,
                before.window(),
                after.window(),
                bestBefore,
                best,
                changes(before, after, bestBefore, best),
                slidIn(history, before.window(), after.window()),
                slidOut(history, before.window(), after.window()));
    }

    /** Why the type of an event cannot be changed; empty where it can. */
    public Optional<String> typeRefusal() {
        if (!workspace.model().card().traits().readsHistory()) {
            return Optional.of("the model reads fields of user and item, not the history");
        }
        return readsTypes()
                ? Optional.empty()
                : Optional.of("the model reads which item an event was about, not which type of event it was");
    }

    /** Types of event in which the model knows an item, in the order of the data; all types of the data where it reads none. */
    public List<String> types(String item) {
        List<String> all = workspace.log().eventTypes();
        return readsTypes() ? all.stream().filter(type -> knows(item, type)).toList() : all;
    }

    private boolean readsTypes() {
        return workspace.model().card().traits().tokens().size() > 0;
    }

    private boolean knows(String item, String type) {
        return workspace
                .model()
                .card()
                .traits()
                .tokens()
                .index(new Interaction(0, item, type, null).token())
                .isPresent();
    }

    /** Gives new events that have no type of their own one in which the model knows their item. */
    private EditedHistory readable(EditedHistory edited) {
        if (!readsTypes()) {
            return edited;
        }
        List<Interaction> events = new ArrayList<>(edited.after().events());
        List<EditedHistory.Entry> entries = new ArrayList<>(edited.entries());
        for (int e = 0; e < entries.size(); e++) {
            EditedHistory.Entry entry = entries.get(e);
            Interaction event = entry.event();
            boolean put = entry.change() == EditedHistory.Change.INSERTED || isReplaced(edited, entry);
            if (put && !knows(event.item(), event.event())) {
                List<String> types = types(event.item());
                if (!types.isEmpty()) {
                    Interaction typed = new Interaction(event.position(), event.item(), types.get(0), event.time());
                    events.set(entry.after(), typed);
                    entries.set(e, new EditedHistory.Entry(entry.change(), entry.before(), entry.after(), typed));
                }
            }
        }
        return new EditedHistory(edited.before(), new UserHistory(edited.after().user(), events), entries);
    }

    private static boolean isReplaced(EditedHistory edited, EditedHistory.Entry entry) {
        return entry.change() == EditedHistory.Change.CHANGED
                && !edited.before()
                        .events()
                        .get(entry.before())
                        .item()
                        .equals(entry.event().item());
    }

    private void check(EditedHistory edited) {
        if (edited.after().size() == 0) {
            throw new UsageException(Problem.of("the edit leaves no event")
                    .expected("at least one of " + edited.before().size() + " events to stay")
                    .fix("keep or insert an event"));
        }
        for (EditedHistory.Entry entry : edited.entries()) {
            if (entry.change() == EditedHistory.Change.INSERTED || entry.change() == EditedHistory.Change.CHANGED) {
                checkNew(edited, entry);
            }
        }
    }

    private void checkNew(EditedHistory edited, EditedHistory.Entry entry) {
        Interaction event = entry.event();
        if (workspace.vocabulary().index(event.item()).isEmpty()) {
            throw Explainer.unknownItem(workspace, event.item());
        }
        boolean typed = entry.change() == EditedHistory.Change.CHANGED
                && !edited.before().events().get(entry.before()).event().equals(event.event());
        Optional<String> refusal = typed ? typeRefusal() : Optional.empty();
        if (refusal.isPresent()) {
            throw new UsageException(Problem.of("the type of an event cannot be changed: " + refusal.get())
                    .at("position " + entry.before()));
        }
        if (readsTypes() && !knows(event.item(), event.event())) {
            List<String> types = types(event.item());
            throw new NotFoundException(Problem.of("the model does not know '" + event.token() + "'")
                    .expected(
                            types.isEmpty()
                                    ? "an item that it knows in some type of event"
                                    : "for this item one of the types " + String.join(", ", types)));
        }
    }

    private ScoredHistory unedited(UserHistory history) {
        Scored known = latest;
        if (known == null || known.history != history) {
            known = new Scored(history, ScoredHistory.of(workspace, seen, history));
            latest = known;
        }
        return known.scored;
    }

    private static List<WhatIfResult.Change> changes(
            ScoredHistory before, ScoredHistory after, List<Recommendation> bestBefore, List<Recommendation> best) {
        Set<Integer> were = indices(bestBefore);
        Set<Integer> are = indices(best);
        List<WhatIfResult.Change> changes = new ArrayList<>();
        best.forEach(now -> changes.add(
                new WhatIfResult.Change(before.recommendation(now.index()), now, !were.contains(now.index()), false)));
        bestBefore.stream()
                .filter(then -> !are.contains(then.index()))
                .forEach(then ->
                        changes.add(new WhatIfResult.Change(then, after.recommendation(then.index()), false, true)));
        return changes;
    }

    private static Set<Integer> indices(List<Recommendation> items) {
        Set<Integer> indices = new HashSet<>();
        items.forEach(r -> indices.add(r.index()));
        return indices;
    }

    /** Events that nobody moved, that were outside the window for their age, and are in it now. */
    private static List<Integer> slidIn(EditedHistory history, HistoryWindow before, HistoryWindow after) {
        return history.entries().stream()
                .filter(e -> e.change() == EditedHistory.Change.KEPT)
                .filter(e -> e.before() < before.start() && after.indexOf(e.after()) >= 0)
                .map(EditedHistory.Entry::before)
                .toList();
    }

    private static List<Integer> slidOut(EditedHistory history, HistoryWindow before, HistoryWindow after) {
        return history.entries().stream()
                .filter(e -> e.after() != EditedHistory.NONE && e.before() != EditedHistory.NONE)
                .filter(e -> before.indexOf(e.before()) >= 0 && after.indexOf(e.after()) < 0)
                .map(EditedHistory.Entry::before)
                .sorted()
                .toList();
    }
}
