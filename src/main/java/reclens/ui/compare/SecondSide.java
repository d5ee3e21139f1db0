package reclens.ui.compare;

import java.util.Optional;
import reclens.domain.ComparedWith;
import reclens.explanation.Method;
import reclens.session.Workspace;
import reclens.ui.selection.SelectionModel;

/** What the selection is compared with, one for each kind. Null and empty: not chosen yet. */
final class SecondSide {
    int item;
    String user = "";
    String model;

    SecondSide(int item) {
        this.item = item;
    }

    void forget() {
        item = SelectionModel.NONE;
        user = "";
        model = null;
    }

    /** In words that outlast the workspace. */
    ComparedWith words(Workspace open, Kind kind, Method method) {
        return new ComparedWith(
                kind.key(),
                open == null || item == SelectionModel.NONE
                        ? ""
                        : open.vocabulary().id(item),
                user,
                Optional.ofNullable(model),
                method == null ? "" : method.key()); // the box clears its value for a moment
    }

    /** Takes up what was chosen before; what the data no longer has stays as it is. */
    void take(Workspace open, ComparedWith with) {
        open.vocabulary().index(with.item()).ifPresent(index -> item = index);
        user = open.log().indexOfUser(with.user()).isPresent() ? with.user() : user;
        model = with.model().orElse(model);
    }
}
