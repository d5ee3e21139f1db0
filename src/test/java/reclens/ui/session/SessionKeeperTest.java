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
import reclens.session.LastSession;
import reclens.session.SavedSession;
import reclens.session.WorkspaceSource;
import reclens.ui.WorkbenchFixture;
import reclens.ui.selection.HeadChoice;

class SessionKeeperTest {
    @TempDir
    Path home;

    private final WorkbenchFixture fixture = new WorkbenchFixture();
    private final StringProperty screen = new SimpleStringProperty("why");
    private LastSession last;
    private SessionKeeper keeper;

    @BeforeEach
    void open() {
        last = new LastSession(home);
        keeper = new SessionKeeper(fixture.workbench, screen, last);
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
        keeper.restore(session(new Viewpoint("attention", "u0009", "", 4, "rollout", 0, "1"), Map.of()));
        assertThat(fixture.selection.userProperty().get()).isEqualTo("u0009");
        assertThat(fixture.selection.methodProperty().get()).isEqualTo(Method.ROLLOUT);
        assertThat(fixture.selection.layerProperty().get()).isZero();
        assertThat(fixture.selection.headProperty().get()).isEqualTo(HeadChoice.of(1));
        assertThat(fixture.selection.event()).isEqualTo(4);
        assertThat(screen.get()).isEqualTo("attention");
    }

    @Test
    void whatTheDataNoLongerHasStaysAsItIs() {
        String user = fixture.selection.userProperty().get();
        keeper.restore(session(new Viewpoint("why", "gone", "gone", 100_000, "tea-leaves", 70, "70"), Map.of()));
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
