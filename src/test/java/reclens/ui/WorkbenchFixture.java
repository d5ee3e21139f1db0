package reclens.ui;

import java.util.ArrayList;
import java.util.List;
import reclens.ui.selection.SelectionModel;
import reclens.ui.task.TaskRunner;
import reclens.ui.workbench.Workbench;

/** A workbench on the synthetic shop, for tests of view models without a toolkit. */
public final class WorkbenchFixture implements AutoCloseable {
    public final WindowThread window = new WindowThread();
    public final SelectionModel selection = new SelectionModel();
    public final List<Throwable> faults = new ArrayList<>();
    public final Workbench workbench;
    private final TaskRunner runner = new TaskRunner(window);

    public WorkbenchFixture() {
        workbench = new Workbench(runner, selection, faults::add);
    }

    /** Opens the synthetic shop and waits for the first explanation and the attention. */
    public WorkbenchFixture open(int users) {
        workbench.show(SyntheticWorkspace.of(users));
        window.runUntil(() -> workbench.attentionProperty().get() != null
                && workbench.explanationProperty().get() != null
                && !workbench.checkingProperty().get());
        return this;
    }

    @Override
    public void close() {
        runner.close();
    }
}
