package reclens.ui.users;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import reclens.domain.InteractionLog;
import reclens.session.Workspace;
import reclens.ui.UiText;
import reclens.ui.workbench.Workbench;

/** Users that match a search, and the selected one. */
public final class UsersViewModel {
    private final ObservableList<UserRow> all = FXCollections.observableArrayList();
    private final FilteredList<UserRow> shown = new FilteredList<>(all);
    private final StringProperty search = new SimpleStringProperty(this, "search", "");
    private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper(this, "count", "");
    private final Workbench workbench;
    private final ReadOnlyBooleanWrapper segmented = new ReadOnlyBooleanWrapper(this, "segmented", false);
    private Runnable heldOut = () -> {};

    public UsersViewModel(Workbench workbench) {
        this.workbench = workbench;
        search.addListener((p, was, now) -> filter(now));
        workbench.workspaceProperty().addListener((p, was, now) -> load(now));
        load(workbench.workspace());
    }

    /** @param action shows the selected user before the last event */
    public void onHeldOut(Runnable action) {
        heldOut = action;
    }

    /** Shows a user before the last event. */
    void openHeldOut(String user) {
        selectedProperty().set(user);
        heldOut.run();
    }

    ObservableList<UserRow> shown() {
        return shown;
    }

    StringProperty searchProperty() {
        return search;
    }

    /** "2,000", or "12 of 2,000" while searching. */
    ReadOnlyStringProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    StringProperty selectedProperty() {
        return workbench.selection().userProperty();
    }

    /** What is known of the selected user; empty when nothing is. */
    String selectedLabel() {
        Workspace open = workbench.workspace();
        return open == null ? "" : open.users().label(selectedProperty().get());
    }

    /** Whether anything is known of the users; else the column holds ids alone. */
    ReadOnlyBooleanProperty segmentedProperty() {
        return segmented.getReadOnlyProperty();
    }

    private void load(Workspace workspace) {
        search.set("");
        all.setAll(workspace == null ? List.of() : rows(workspace));
        segmented.set(all.stream().anyMatch(row -> !row.label().isEmpty()));
        filter("");
    }

    private static List<UserRow> rows(Workspace workspace) {
        InteractionLog log = workspace.log();
        List<UserRow> rows = new ArrayList<>(log.userCount());
        for (int u = 0; u < log.userCount(); u++) {
            String id = log.users().get(u);
            rows.add(new UserRow(id, workspace.users().label(id), log.eventCount(u)));
        }
        return rows;
    }

    private void filter(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        shown.setPredicate(
                wanted.isEmpty()
                        ? null
                        : row -> row.id().toLowerCase(Locale.ROOT).contains(wanted)
                                || row.label().toLowerCase(Locale.ROOT).contains(wanted));
        String total = String.format(Locale.US, "%,d", all.size());
        count.set(
                wanted.isEmpty()
                        ? total
                        : UiText.format("users.found", String.format(Locale.US, "%,d", shown.size()), total));
    }
}
