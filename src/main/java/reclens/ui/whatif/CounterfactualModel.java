package reclens.ui.whatif;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import reclens.domain.CancellationToken;
import reclens.domain.EditedHistory;
import reclens.domain.HistoryEdit;
import reclens.domain.Recommendation;
import reclens.explanation.Counterfactual;
import reclens.session.Explainer;
import reclens.session.WhatIf;
import reclens.session.WhatIfResult;
import reclens.session.Workspace;
import reclens.ui.UiText;
import reclens.ui.task.Lane;
import reclens.ui.task.LatestWins;
import reclens.ui.whatif.FoundCounterfactual.Status;
import reclens.ui.workbench.EditedHistories;
import reclens.ui.workbench.Workbench;

/**
 * Looks for the smallest set of events whose removal takes the item on rank 1 off it, and takes it out on request. A search
 * starts by itself for an unedited history only: an edit must not wait for it.
 */
final class CounterfactualModel {
    private final Workbench workbench;
    private final EditedHistories edits;
    private final LatestWins searching;
    private final ReadOnlyObjectWrapper<FoundCounterfactual> found =
            new ReadOnlyObjectWrapper<>(this, "found", FoundCounterfactual.none(Status.NONE, ""));

    CounterfactualModel(Workbench workbench, EditedHistories edits) {
        this.workbench = workbench;
        this.edits = edits;
        this.searching = new LatestWins(workbench.runner(), Lane.MODEL, 0);
    }

    ReadOnlyObjectProperty<FoundCounterfactual> foundProperty() {
        return found.getReadOnlyProperty();
    }

    void clear() {
        searching.cancel();
        found.set(FoundCounterfactual.none(Status.NONE, ""));
    }

    /** To be called before every run of the model on an edited history: the search must not be in its way. */
    void makeWay(EditedHistory edited) {
        FoundCounterfactual now = found.get();
        if (now.status() == Status.SEARCHING) {
            searching.cancel();
            found.set(now.with(Status.STALE));
        } else if (now.of() != null && now.set().found()) {
            found.set(now.with(
                    edited.equals(now.of())
                            ? Status.FOUND
                            : TimelineRows.removed(edited, origins(now)) ? Status.APPLIED : Status.STALE));
        } else if (now.of() != null && !edited.equals(now.of())) {
            found.set(now.with(Status.STALE));
        }
    }

    private static Set<Integer> origins(FoundCounterfactual now) {
        return now.events().stream().map(EditedHistory.Entry::before).collect(Collectors.toSet());
    }

    /** Follows new ranks: searches where the history is unedited, for the item on its first rank. */
    void follow(WhatIfResult result) {
        if (result.history().isEdited()) {
            if (found.get().status() == Status.NONE) {
                found.set(FoundCounterfactual.none(Status.STALE, ""));
            }
        } else if (found.get().of() == null
                || !found.get().of().before().equals(result.history().before())) {
            search(result);
        }
    }

    /** Searches for the item that is on rank 1 of the shown history. */
    void search(WhatIfResult result) {
        Workspace workspace = workbench.workspace();
        if (workspace == null || result.after().isEmpty()) {
            return;
        }
        Recommendation first = result.after().get(0);
        String title = UiText.title(first.item(), workspace.catalog());
        if (!workspace.model().card().traits().readsHistory()) {
            found.set(FoundCounterfactual.none(Status.NO_HISTORY, title));
            return;
        }
        found.set(FoundCounterfactual.none(Status.SEARCHING, title));
        Explainer engine = workbench.explainer();
        WhatIf again = new WhatIf(workspace, workspace.seen());
        searching.submit(
                UiText.get("task.counterfactual"),
                (progress, cancellation) -> search(result, first, title, engine, again, cancellation),
                found::set,
                fault -> {
                    found.set(FoundCounterfactual.none(Status.NONE, ""));
                    workbench.faults().accept(fault);
                });
    }

    private static FoundCounterfactual search(
            WhatIfResult result,
            Recommendation first,
            String title,
            Explainer engine,
            WhatIf again,
            CancellationToken cancellation) {
        EditedHistory history = result.history();
        Counterfactual set = engine.counterfactual(history.after(), first.index(), cancellation);
        if (!set.found()) {
            return new FoundCounterfactual(
                    Status.NOT_FOUND,
                    title,
                    set,
                    history,
                    List.of(),
                    result.windowAfter().length(),
                    null);
        }
        List<EditedHistory.Entry> events = history.entries().stream()
                .filter(e -> Arrays.stream(set.removed()).anyMatch(p -> p == e.after()))
                .toList();
        List<HistoryEdit> removals = Arrays.stream(set.removed())
                .<HistoryEdit>mapToObj(HistoryEdit.Remove::new)
                .toList();
        return new FoundCounterfactual(
                Status.FOUND,
                title,
                set,
                history,
                events,
                result.windowAfter().length(),
                again.compare(EditedHistory.of(history.after(), removals), WhatIfViewModel.TOP));
    }

    /** Takes the found events out of the timeline, as one change. */
    void apply() {
        FoundCounterfactual now = found.get();
        if (now.status() == Status.FOUND) {
            edits.change(editor -> editor.removeAll(now.set().removed()));
        }
    }
}
