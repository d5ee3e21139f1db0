package reclens.ui.shell;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import reclens.session.Workspace;
import reclens.session.WorkspaceModels;
import reclens.session.WorkspaceSource;
import reclens.ui.task.Lane;
import reclens.ui.workbench.Workbench;

/** The models of the open workspace, and which of them is open. */
final class ModelsViewModel {
    private final ShellViewModel shell;
    private final ObservableList<String> titles = FXCollections.observableArrayList();
    private final ObjectProperty<String> chosen = new SimpleObjectProperty<>(this, "chosen");
    private String mainTitle = "";
    /** Set while the choice follows the workspace, so that it does not open anything. */
    private boolean following;

    ModelsViewModel(ShellViewModel shell) {
        this.shell = shell;
        Workbench workbench = shell.workbench();
        workbench.workspaceProperty().addListener((p, was, now) -> follow(now));
        chosen.addListener((p, was, now) -> {
            if (!following && now != null) {
                shell.opening().openModel(now, this::reset);
            }
        });
        follow(workbench.workspace());
    }

    /** What the workspace calls its main model; empty where it has no name for it. */
    String mainTitle() {
        return mainTitle;
    }

    /** Titles, the main model's empty; none or one where there is nothing to choose. */
    ObservableList<String> titles() {
        return titles;
    }

    ObjectProperty<String> chosenProperty() {
        return chosen;
    }

    /** Shows again which model is open, after another could not be opened. */
    private void reset() {
        Workspace open = shell.workbench().workspace();
        if (open != null) {
            show(titles, mainTitle, open.source().modelTitle());
        }
    }

    private void follow(Workspace open) {
        if (open == null) {
            show(List.of(), "", null);
            return;
        }
        WorkspaceSource source = open.source();
        if (titles.contains(source.modelTitle()) && titles.size() > 1) {
            show(titles, mainTitle, source.modelTitle());
        }
        shell.workbench()
                .runner()
                .startQuietly(
                        Lane.FILES,
                        "",
                        (progress, cancellation) ->
                                new Found(WorkspaceModels.titles(source), WorkspaceModels.mainTitle(source)),
                        found -> {
                            if (shell.workbench().workspace() == open) {
                                show(found.titles, found.main, source.modelTitle());
                            }
                        },
                        fault -> show(List.of(), "", null)); // the folder has gone since; what is open stays open
    }

    private record Found(List<String> titles, String main) {}

    private void show(List<String> found, String main, String title) {
        following = true;
        List<String> now = List.copyOf(found);
        if (!titles.equals(now) || !main.equals(mainTitle)) {
            mainTitle = main;
            titles.setAll(now);
        }
        // the main model may also be asked for by its own title
        chosen.set(title != null && title.equals(main) && !now.contains(title) ? "" : title);
        following = false;
    }
}
