package reclens.ui.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reclens.session.Workspace;
import reclens.session.WorkspaceSource;
import reclens.ui.SyntheticModel;
import reclens.ui.SyntheticWorkspace;
import reclens.ui.WindowThread;
import reclens.ui.selection.SelectionModel;
import reclens.ui.task.TaskRunner;

class WorkbenchTest {
    private final WindowThread window = new WindowThread();
    private final TaskRunner runner = new TaskRunner(window);
    private final SelectionModel selection = new SelectionModel();
    private final List<Throwable> faults = new ArrayList<>();
    private final Workbench workbench = new Workbench(runner, selection, faults::add);

    @AfterEach
    void close() {
        runner.close();
    }

    private void showAndWait(Workspace workspace) {
        workbench.show(workspace);
        window.runUntil(() -> workbench.explanationProperty().get() != null
                && !workbench.explanationProperty().get().faithfulness().isEmpty());
    }

    @Test
    void selectsTheFirstUserAndExplainsTheFirstRecommendation() {
        showAndWait(SyntheticWorkspace.of(3));
        assertThat(selection.userProperty().get()).isEqualTo("u0001");
        assertThat(workbench.explanationProperty().get().target().rank()).isEqualTo(1);
        assertThat(faults).isEmpty();
    }

    @Test
    void readsTheAttentionOfTheSelectedUser() {
        showAndWait(SyntheticWorkspace.of(3));
        window.runUntil(() -> workbench.attentionProperty().get() != null);
        assertThat(workbench.attentionProperty().get().layers()).isEqualTo(2);
    }

    @Test
    void showsAnExplanationBeforeItsFaithfulnessIsKnown() {
        workbench.show(SyntheticWorkspace.of(3));
        window.runUntil(() -> workbench.explanationProperty().get() != null);
        assertThat(workbench.explanationProperty().get().faithfulness()).isEmpty();
        assertThat(workbench.checkingProperty().get()).isTrue();
    }

    @Test
    void followsTheSelectedItem() {
        showAndWait(SyntheticWorkspace.of(3));
        int third = workbench.recommendationsProperty().get().items().get(2).index();
        selection.itemProperty().set(third);
        window.runUntil(() -> workbench.explanationProperty().get().target().index() == third);
        assertThat(workbench.explanationProperty().get().target().rank()).isEqualTo(3);
    }

    @Test
    void anotherUserClearsTheSelectedEvent() {
        showAndWait(SyntheticWorkspace.of(3));
        selection.eventProperty().set(5);
        selection.userProperty().set("u0002");
        assertThat(selection.event()).isEqualTo(SelectionModel.NONE);
        window.runUntil(() -> workbench.recommendationsProperty().get() != null);
        assertThat(workbench.historyProperty().get().user()).isEqualTo("u0002");
    }

    @Test
    void closesTheModelThatIsNoLongerShown() {
        SyntheticModel model = new SyntheticModel(61);
        showAndWait(SyntheticWorkspace.of(3, model));
        workbench.show(SyntheticWorkspace.of(2));
        window.runUntil(model::isClosed);
        assertThat(workbench.workspace().log().userCount()).isEqualTo(2);
    }

    @Test
    void aFailedOpenLeavesTheOpenWorkspaceAsItWas(@TempDir Path empty) {
        showAndWait(SyntheticWorkspace.of(3));
        Workspace before = workbench.workspace();
        workbench.open(WorkspaceSource.folder(empty.resolve("nowhere")), w -> {});
        window.runUntil(() -> !faults.isEmpty());
        assertThat(workbench.workspace()).isSameAs(before);
        assertThat(selection.userProperty().get()).isEqualTo("u0001");
        assertThat(faults.get(0)).isInstanceOf(reclens.domain.RecLensException.class);
    }
}
