package reclens.ui.workbench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.logging.Logger;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import reclens.domain.EditedHistory;
import reclens.domain.HistoryEdit;
import reclens.domain.UsageException;
import reclens.domain.UserHistory;
import reclens.session.HistoryEditor;
import reclens.session.Workspace;
import reclens.ui.session.KeptEdits;

/**
 * The edits of histories that inference is tried on, one editor a user, with undo and redo. They live as long as the data
 * is open, whichever model of it is, and never touch the data.
 */
public final class EditedHistories implements KeptEdits {
    private static final Logger LOG = Logger.getLogger("reclens.session");

    private final Workbench workbench;
    private final Map<String, HistoryEditor> editors = new HashMap<>();
    private final ReadOnlyObjectWrapper<EditedHistory> edited = new ReadOnlyObjectWrapper<>(this, "edited");
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper(this, "canUndo");
    private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper(this, "canRedo");
    private HistoryEditor editor;

    public EditedHistories(Workbench workbench) {
        this.workbench = workbench;
        workbench.historyProperty().addListener((p, was, now) -> load(now));
        load(workbench.historyProperty().get());
    }

    /** Of the selected user; null when none is. Becomes another object with every change. */
    public ReadOnlyObjectProperty<EditedHistory> editedProperty() {
        return edited.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canUndoProperty() {
        return canUndo.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canRedoProperty() {
        return canRedo.getReadOnlyProperty();
    }

    /** Changes the history of the selected user; does nothing when none is. */
    public void change(Consumer<HistoryEditor> edit) {
        if (editor != null) {
            edit.accept(editor);
            publish();
        }
    }

    /** The edits of the selected user, in positions of the unedited history; none when nobody is selected. */
    public List<HistoryEdit> edits() {
        return editor == null ? List.of() : editor.edits();
    }

    @Override
    public Observable changes() {
        return edited;
    }

    @Override
    public Map<String, List<HistoryEdit>> editsByUser() {
        Map<String, List<HistoryEdit>> all = new HashMap<>();
        editors.forEach((user, each) -> {
            // What was edited with the last event held out has no meaning without, and the other way round.
            if (each.isEdited() && each.base().size() == workbench.shown(user).size()) {
                all.put(user, each.edits());
            }
        });
        return all;
    }

    @Override
    public void restore(Map<String, List<HistoryEdit>> kept) {
        Workspace open = workbench.workspace();
        kept.forEach((user, edits) -> {
            if (open.log().indexOfUser(user).isPresent()) {
                HistoryEditor fresh = new HistoryEditor(workbench.shown(user));
                try {
                    fresh.set(edits);
                    editors.put(user, fresh);
                } catch (UsageException e) {
                    LOG.warning("edits of the session no longer fit the data and were left out");
                }
            }
        });
        load(workbench.historyProperty().get());
    }

    private void load(UserHistory history) {
        if (workbench.workspace() == null) {
            editors.clear();
        }
        editor = history == null
                ? null
                : editors.compute(
                        history.user(),
                        (user, known) ->
                                known != null && known.base().equals(history) ? known : new HistoryEditor(history));
        publish();
    }

    private void publish() {
        canUndo.set(editor != null && editor.canUndo());
        canRedo.set(editor != null && editor.canRedo());
        edited.set(editor == null ? null : editor.edited());
    }
}
