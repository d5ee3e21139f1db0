package reclens.ui.shell;

import java.util.List;
import reclens.session.RecommendationList;
import reclens.session.Workspace;
import reclens.ui.selection.SelectionModel;
import reclens.ui.workbench.Workbench;

/** Moves the selection from one user, recommendation or event to a neighbour. */
final class SelectionSteps {
    private final Workbench workbench;

    SelectionSteps(Workbench workbench) {
        this.workbench = workbench;
    }

    /** Selects the user {@code step} places further in the order of the data. */
    void user(int step) {
        Workspace workspace = workbench.workspace();
        if (workspace == null) {
            return;
        }
        List<String> users = workspace.log().users();
        int at = workspace
                .log()
                .indexOfUser(workbench.selection().userProperty().get())
                .orElse(0);
        workbench.selection().userProperty().set(users.get(Math.floorMod(at + step, users.size())));
    }

    /** Selects the recommendation {@code step} ranks further down; stops at both ends. */
    void recommendation(int step) {
        RecommendationList list = workbench.recommendationsProperty().get();
        if (list == null || list.items().isEmpty()) {
            return;
        }
        int item = workbench.selection().itemProperty().get();
        int at = 0;
        while (at < list.items().size() - 1 && list.items().get(at).index() != item) {
            at++;
        }
        int next = Math.max(0, Math.min(list.items().size() - 1, at + step));
        workbench.selection().itemProperty().set(list.items().get(next).index());
    }

    /** Selects the event {@code step} places later; from none to the first or the last. */
    void event(int step) {
        if (workbench.historyProperty().get() == null) {
            return;
        }
        int size = workbench.historyProperty().get().size();
        int at = workbench.selection().event();
        int next = at == SelectionModel.NONE ? (step > 0 ? 0 : size - 1) : at + step;
        if (next >= 0 && next < size) {
            workbench.selection().eventProperty().set(next);
        }
    }
}
