package reclens.ui.whatif;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import reclens.domain.Catalog;
import reclens.domain.EditedHistory;
import reclens.domain.RecLensException;
import reclens.session.WhatIf;
import reclens.session.WhatIfResult;
import reclens.session.Workspace;
import reclens.text.EditSentence;
import reclens.text.Numbers;
import reclens.text.RichText;
import reclens.ui.UiText;
import reclens.ui.dialog.FaultText;
import reclens.ui.selection.SelectionModel;
import reclens.ui.task.Lane;
import reclens.ui.task.LatestWins;
import reclens.ui.workbench.CatalogueSearch;
import reclens.ui.workbench.EditedHistories;
import reclens.ui.workbench.Workbench;

/** Runs the model on the edited history at every change and says what changed. */
public final class WhatIfViewModel {
    /** Length of both lists. */
    static final int TOP = 10;

    private final Workbench workbench;
    private final EditedHistories edits;
    private final CounterfactualModel counterfactual;
    private final EditSentence sentences = new EditSentence(UiText.messages());
    private final LatestWins ranking;
    private final ObservableList<TimelineRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<WhatIfResult> result = new ReadOnlyObjectWrapper<>(this, "result");
    private final ReadOnlyObjectWrapper<WhatIfResult.Change> focus = new ReadOnlyObjectWrapper<>(this, "focus");
    private final ReadOnlyObjectWrapper<RichText> sentence =
            new ReadOnlyObjectWrapper<>(this, "sentence", RichText.plain(""));
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper(this, "summary", "");
    private final ReadOnlyStringWrapper slide = new ReadOnlyStringWrapper(this, "slide", "");
    private final ReadOnlyStringWrapper cost = new ReadOnlyStringWrapper(this, "cost", "");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private WhatIf whatIf;
    private boolean active;
    private EditedHistory shown;

    public WhatIfViewModel(Workbench workbench, EditedHistories edits) {
        this.workbench = workbench;
        this.edits = edits;
        this.counterfactual = new CounterfactualModel(workbench, edits);
        this.ranking = new LatestWins(workbench.runner(), Lane.MODEL, 0);
        workbench.workspaceProperty().addListener((p, was, now) -> open(now));
        edits.editedProperty().addListener((p, was, now) -> follow());
        workbench.selection().itemProperty().addListener((p, was, now) -> say());
        workbench.explanationProperty().addListener((p, was, now) -> say());
        open(workbench.workspace());
    }

    /** Whether the view is in sight; the model is not run while it is not. */
    void setActive(boolean now) {
        active = now;
        follow();
    }

    ObservableList<TimelineRow> rows() {
        return rows;
    }

    /** Null until the model was run. */
    ReadOnlyObjectProperty<WhatIfResult> resultProperty() {
        return result.getReadOnlyProperty();
    }

    /** The selected item before and after the edit; null where there is none. */
    ReadOnlyObjectProperty<WhatIfResult.Change> focusProperty() {
        return focus.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<RichText> sentenceProperty() {
        return sentence.getReadOnlyProperty();
    }

    /** How many events and edits. */
    ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /** Which older events slid into the window; empty where none did. */
    ReadOnlyStringProperty slideProperty() {
        return slide.getReadOnlyProperty();
    }

    /** What the edit costs the selected item. */
    ReadOnlyStringProperty costProperty() {
        return cost.getReadOnlyProperty();
    }

    /** Why the edited history has no ranks; empty where it has. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    CounterfactualModel counterfactual() {
        return counterfactual;
    }

    ReadOnlyBooleanProperty canUndoProperty() {
        return edits.canUndoProperty();
    }

    ReadOnlyBooleanProperty canRedoProperty() {
        return edits.canRedoProperty();
    }

    /** Position in the unedited history of the selected event. */
    IntegerProperty selectedProperty() {
        return workbench.selection().eventProperty();
    }

    Catalog catalog() {
        return workbench.workspace() == null
                ? Catalog.EMPTY
                : workbench.workspace().catalog();
    }

    CatalogueSearch catalogueSearch() {
        return new CatalogueSearch(workbench.workspace());
    }

    void undo() {
        edits.change(editor -> editor.undo());
    }

    void redo() {
        edits.change(editor -> editor.redo());
    }

    void reset() {
        edits.change(editor -> editor.reset());
    }

    /** Takes the event out, or puts a removed one back; a new event just goes. */
    void toggle(TimelineRow row) {
        if (row.removed()) {
            edits.change(editor -> editor.restore(row.before()));
        } else {
            edits.change(editor -> editor.remove(row.after()));
        }
    }

    /** @param type its type; empty for the type of the event that it is put before */
    void insertBefore(TimelineRow row, String item, String type) {
        edits.change(editor -> editor.insert(place(row), item, type));
    }

    /** @param type its type; empty for the type of the last event */
    void insertAtEnd(String item, String type) {
        EditedHistory now = edits.editedProperty().get();
        if (now != null) {
            edits.change(editor -> editor.insert(now.after().size(), item, type));
        }
    }

    void replace(TimelineRow row, String item) {
        edits.change(editor -> editor.replace(row.after(), item));
    }

    void changeType(TimelineRow row, String type) {
        edits.change(editor -> editor.changeType(row.after(), type));
    }

    /** Takes the event to the place in front of another one; null for the end. */
    void moveBefore(TimelineRow row, TimelineRow next) {
        EditedHistory now = edits.editedProperty().get();
        if (row.removed() || now == null) {
            return;
        }
        int target = next == null ? now.after().size() : place(next);
        int to = target > row.after() ? target - 1 : target;
        edits.change(editor -> editor.move(row.after(), to));
    }

    /** One place earlier or later among the events that are left. */
    void step(TimelineRow row, int by) {
        EditedHistory now = edits.editedProperty().get();
        int to = row.after() + by;
        if (!row.removed() && now != null && to >= 0 && to < now.after().size()) {
            edits.change(editor -> editor.move(row.after(), to));
        }
    }

    /** Position in the edited history of a row; for a removed one that of the next event that is left. */
    private int place(TimelineRow row) {
        for (int i = Math.max(0, rows.indexOf(row)); i < rows.size(); i++) {
            if (!rows.get(i).removed()) {
                return rows.get(i).after();
            }
        }
        return edits.editedProperty().get().after().size();
    }

    /** Why the type of an event cannot be changed; empty where it can. */
    Optional<String> typeRefusal() {
        return whatIf == null ? Optional.of("") : whatIf.typeRefusal().map(UiText::phrase);
    }

    /** Types that an event of this item may have. */
    List<String> types(String item) {
        return whatIf == null ? List.of() : whatIf.types(item);
    }

    /** Item of an event of the timeline. */
    String item(TimelineRow row) {
        EditedHistory now = edits.editedProperty().get();
        return row.removed()
                ? now.before().events().get(row.before()).item()
                : now.after().events().get(row.after()).item();
    }

    void searchCounterfactual() {
        if (result.get() != null) {
            counterfactual.search(result.get());
        }
    }

    /** Selects an item of either list in all views. */
    void select(WhatIfResult.Change change) {
        workbench.selection().itemProperty().set(change.after().index());
    }

    private void open(Workspace workspace) {
        ranking.cancel();
        result.set(null);
        shown = null;
        counterfactual.clear();
        whatIf = workspace == null ? null : new WhatIf(workspace, workspace.seen());
    }

    private void follow() {
        EditedHistory now = edits.editedProperty().get();
        if (!active && now != null || now == shown && result.get() != null) {
            return;
        }
        EditedHistory was = shown;
        shown = now;
        if (now == null
                || was == null
                || !was.before().user().equals(now.before().user())) {
            counterfactual.clear();
            result.set(null);
        }
        if (now == null) {
            ranking.cancel();
            rows.clear();
            say();
            return;
        }
        counterfactual.makeWay(now);
        showRows(now);
        WhatIf engine = whatIf;
        ranking.submit(
                UiText.get("task.whatif"),
                (progress, cancellation) -> engine.compare(now, TOP),
                this::show,
                this::refuse);
    }

    private void show(WhatIfResult ranks) {
        problem.set("");
        if (!ranks.history().entries().equals(shown.entries())) {
            showRows(ranks.history()); // new events have the type in which the model knows their item
        }
        result.set(ranks);
        say();
        counterfactual.follow(ranks);
    }

    private void refuse(Throwable fault) {
        if (!(fault instanceof RecLensException known)) {
            workbench.faults().accept(fault);
            return;
        }
        problem.set(UiText.format("whatif.problem", FaultText.oneLine(known.problem())));
        result.set(null);
        say();
    }

    private void showRows(EditedHistory edited) {
        rows.setAll(new TimelineRows(workbench.workspace()).of(edited));
        long changes = rows.stream().filter(TimelineRow::edited).count();
        String events = UiText.plural(
                "history.events", edited.after().size(), count(edited.after().size()));
        summary.set(
                changes == 0
                        ? events
                        : UiText.messages()
                                .list(List.of(events, UiText.plural("whatif.edits", changes, count(changes)))));
    }

    private static String count(long number) {
        return Numbers.count(number);
    }

    private void say() {
        WhatIfResult ranks = result.get();
        if (ranks == null || ranks.before().isEmpty() || workbench.workspace() == null) {
            focus.set(null);
            slide.set("");
            cost.set("");
            sentence.set(RichText.plain(problem.get()));
            return;
        }
        WhatIfResult.Change chosen = chosen(ranks);
        focus.set(chosen);
        slide.set(EditWords.slides(ranks, catalog()));
        sentence.set(sentences.of(ranks.history(), catalog(), chosen.before(), chosen.after()));
        cost.set(EditWords.cost(ranks, chosen, workbench.explanationProperty().get()));
    }

    /** The selected item; the best one where that is in neither list. */
    private WhatIfResult.Change chosen(WhatIfResult ranks) {
        int item = workbench.selection().itemProperty().get();
        return ranks.changes().stream()
                .filter(c -> c.after().index() == item)
                .findFirst()
                .orElseGet(() -> ranks.changes().stream()
                        .filter(c -> c.before().index() == ranks.before().get(0).index())
                        .findFirst()
                        .orElseThrow());
    }

    /** Whether the selected item is chosen by hand rather than for want of one. */
    boolean isSelected(int index) {
        int item = workbench.selection().itemProperty().get();
        return item != SelectionModel.NONE && item == index;
    }
}
