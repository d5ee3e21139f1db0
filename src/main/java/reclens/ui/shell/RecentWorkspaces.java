package reclens.ui.shell;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import reclens.session.Preferences;
import reclens.session.Workspace;
import reclens.ui.task.Lane;
import reclens.ui.task.TaskRunner;

/** The workspaces that were open last, kept among the preferences. */
final class RecentWorkspaces {
    private final Preferences preferences;
    private final TaskRunner runner;
    private final ObservableList<Preferences.Recent> list = FXCollections.observableArrayList();

    RecentWorkspaces(Preferences preferences, TaskRunner runner) {
        this.preferences = preferences;
        this.runner = runner;
        list.setAll(preferences.recent());
    }

    /** The newest first. */
    ObservableList<Preferences.Recent> list() {
        return list;
    }

    /** Forgets recent workspaces that are gone, in the background. */
    void prune() {
        runner.startQuietly(
                Lane.FILES,
                "",
                (progress, cancellation) -> {
                    preferences.pruneRecent();
                    return preferences.recent();
                },
                list::setAll,
                fault -> {}); // a list that is too long for now hurts nobody
    }

    /** Forgets all of them. */
    void forget() {
        preferences.forgetRecent();
        list.clear();
        save();
    }

    /** Puts a workspace that was opened from a folder first. */
    void remember(Workspace opened) {
        opened.source().folder().ifPresent(folder -> {
            preferences.addRecent(
                    folder,
                    opened.title(),
                    StatusViewModel.modelName(opened.provenance().modelType()),
                    System.currentTimeMillis());
            list.setAll(preferences.recent());
            save();
        });
    }

    private void save() {
        runner.inBackground(Lane.FILES, preferences::save);
    }
}
