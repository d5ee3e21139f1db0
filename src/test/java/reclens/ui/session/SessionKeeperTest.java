package reclens.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reclens.domain.HistoryEdit;
import reclens.domain.Viewpoint;
import reclens.domain.WindowPlace;
import reclens.explanation.Method;
import reclens.session.HistoryEditor;
import reclens.session.LastSession;
import reclens.session.SavedSession;
import reclens.session.WorkspaceSource;
import reclens.ui.WorkbenchFixture;
import reclens.ui.selection.HeadChoice;
import reclens.ui.workbench.EditedHistories;

class SessionKeeperTest {
    @TempDir
    Path home;

    private final WorkbenchFixture fixture = new WorkbenchFixture();
    private final StringProperty screen = new SimpleStringProperty("why");
    private final StringProperty page = new SimpleStringProperty("");
    private LastSession last;
    private SessionKeeper keeper;

    @BeforeEach
    void open() {
        last = new LastSession(home);
        keeper = new SessionKeeper(fixture.workbench, screen, page, last);
        fixture.open(20);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private Viewpoint kept() {
        return last.read().map(SavedSession::viewpoint).orElse(Viewpoint.NONE);
    }

    @Test
    void aChangeIsWrittenDownAMomentLater() {
        fixture.selection.userProperty().set("u0007");
        fixture.selection.methodProperty().set(Method.ROLLOUT);
        screen.set("attention");
        fixture.window.runUntil(() -> kept().user().equals("u0007")
                && !kept().item().isEmpty()
                && kept().method().equals("rollout")
                && kept().screen().equals("attention"));
        assertThat(last.read().orElseThrow().source())
                .isEqualTo(WorkspaceSource.folder(Path.of("synthetic").toAbsolutePath()));
    }

    @Test
    void whatIsWrittenWhileRunningNamesTheProcess() {
        assertThat(keeper.now().orElseThrow().process())
                .isEqualTo(ProcessHandle.current().pid());
    }

    @Test
    void theEndIsWrittenAtOnce() {
        fixture.selection.eventProperty().set(2);
        keeper.end();
        assertThat(kept().event()).isEqualTo(2);
        assertThat(last.read().orElseThrow().process()).isZero();
    }

    @Test
    void nothingIsKeptOfNoWorkspace() {
        fixture.workbench.show(null);
        assertThat(keeper.now()).isEmpty();
    }

    @Test
    void bringsBackUserMethodHeadEventAndScreen() {
        keeper.restore(session(new Viewpoint("attention", "", "u0009", false, "", 4, "rollout", 0, "1"), Map.of()));
        assertThat(fixture.selection.userProperty().get()).isEqualTo("u0009");
        assertThat(fixture.selection.methodProperty().get()).isEqualTo(Method.ROLLOUT);
        assertThat(fixture.selection.layerProperty().get()).isZero();
        assertThat(fixture.selection.headProperty().get()).isEqualTo(HeadChoice.of(1));
        assertThat(fixture.selection.event()).isEqualTo(4);
        assertThat(screen.get()).isEqualTo("attention");
    }

    @Test
    void bringsBackTheHeldOutEventAndThePageOfItsView() {
        fixture.workbench.heldOutProperty().set(true);
        page.set("hit");
        SavedSession held = keeper.now().orElseThrow();
        int whole =
                fixture.workbench.workspace().history(held.viewpoint().user()).size();
        fixture.workbench.heldOutProperty().set(false);
        page.set("");

        keeper.restore(held);

        assertThat(fixture.workbench.heldOutEventProperty().get().position()).isEqualTo(whole - 1);
        assertThat(fixture.workbench.historyProperty().get().size()).isEqualTo(whole - 1);
        assertThat(page.get()).isEqualTo("hit");
    }

    @Test
    void editsMadeBeforeTheHeldOutEventComeBackWithIt() {
        EditedHistories edits = new EditedHistories(fixture.workbench);
        keeper.keepEdits(edits);
        fixture.workbench.heldOutProperty().set(true);
        edits.change(history -> history.remove(3));
        SavedSession held = keeper.now().orElseThrow();
        edits.change(HistoryEditor::undo);
        fixture.workbench.heldOutProperty().set(false);
        assertThat(keeper.now().orElseThrow().edits()).isEmpty();

        keeper.restore(held);

        assertThat(edits.edits()).containsExactly(new HistoryEdit.Remove(3));
    }

    @Test
    void whatTheDataNoLongerHasStaysAsItIs() {
        String user = fixture.selection.userProperty().get();
        keeper.restore(
                session(new Viewpoint("why", "tea", "gone", false, "gone", 100_000, "tea-leaves", 70, "70"), Map.of()));
        assertThat(fixture.selection.userProperty().get()).isEqualTo(user);
        assertThat(fixture.selection.headProperty().get()).isEqualTo(HeadChoice.MEAN);
    }

    @Test
    void editsAndTheWindowsPlaceAreKeptToo() {
        Edits edits = new Edits();
        keeper.keepEdits(edits);
        keeper.keepPlace(() -> Optional.of(new WindowPlace(1, 2, 1280, 800, false)));
        edits.all.set(Map.of("u0001", List.of(new HistoryEdit.Remove(3))));
        fixture.window.runUntil(
                () -> last.read().filter(s -> !s.edits().isEmpty()).isPresent());
        SavedSession read = last.read().orElseThrow();
        assertThat(read.edits()).isEqualTo(edits.all.get());
        assertThat(read.window()).contains(new WindowPlace(1, 2, 1280, 800, false));
        edits.all.set(Map.of());
        keeper.restore(read);
        assertThat(edits.all.get()).isEqualTo(read.edits());
    }

    private static SavedSession session(Viewpoint at, Map<String, List<HistoryEdit>> edits) {
        return new SavedSession(WorkspaceSource.folder(Path.of("synthetic")), at, edits, Optional.empty(), 0);
    }

    private static final class Edits implements KeptEdits {
        private final SimpleObjectProperty<Map<String, List<HistoryEdit>>> all = new SimpleObjectProperty<>(Map.of());

        @Override
        public Observable changes() {
            return all;
        }

        @Override
        public Map<String, List<HistoryEdit>> editsByUser() {
            return all.get();
        }

        @Override
        public void restore(Map<String, List<HistoryEdit>> edits) {
            all.set(edits);
        }
    }
}
