package reclens.ui.session;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import reclens.domain.ComparedWith;
import reclens.domain.WindowPlace;
import reclens.explanation.Method;
import reclens.session.LastSession;
import reclens.ui.WorkbenchFixture;
import reclens.ui.workbench.EditedHistories;

/** Works on a session in a process of its own until somebody kills it. Its argument is the user's folder. */
final class KilledProcess {
    private KilledProcess() {}

    public static void main(String[] arguments) {
        WorkbenchFixture fixture = new WorkbenchFixture();
        SimpleStringProperty screen = new SimpleStringProperty("why");
        SimpleStringProperty page = new SimpleStringProperty("");
        SimpleObjectProperty<ComparedWith> compared = new SimpleObjectProperty<>(ComparedWith.NONE);
        SessionKeeper keeper =
                new SessionKeeper(fixture.workbench, screen, page, new LastSession(Path.of(arguments[0])));
        EditedHistories edits = new EditedHistories(fixture.workbench);
        keeper.keepEdits(edits);
        keeper.keepCompared(compared);
        keeper.keepPlace(() -> Optional.of(new WindowPlace(7, 8, 1280, 800, false)));
        fixture.open(8);
        fixture.selection.userProperty().set("u0004");
        fixture.selection.methodProperty().set(Method.ROLLOUT);
        edits.change(history -> history.remove(2));
        compared.set(new ComparedWith("users", "", "u0006", Optional.empty(), "rollout"));
        page.set("hit");
        screen.set("compare");
        fixture.window.runUntil(() -> false); // for as long as it lives
    }
}
