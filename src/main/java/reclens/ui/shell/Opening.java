package reclens.ui.shell;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import reclens.domain.Viewpoint;
import reclens.session.OpenedWorkspace;
import reclens.session.OwnFiles;
import reclens.session.SavedSession;
import reclens.session.Workspace;
import reclens.session.WorkspaceSource;
import reclens.ui.UiText;
import reclens.ui.dialog.DialogService;
import reclens.ui.dialog.FileKind;
import reclens.ui.session.SessionKeeper;
import reclens.ui.task.Lane;
import reclens.ui.task.RunningTask;
import reclens.ui.task.Work;
import reclens.ui.workbench.ModelChoices;
import reclens.ui.workbench.Reading;
import reclens.ui.workbench.Workbench;

/**
 * Opens workspaces, further models and sessions, wherever they come from, and asks what their files do not tell. What cannot be
 * opened leaves the present workspace open.
 */
public final class Opening {
    private final Workbench workbench;
    private final DialogService dialogs;
    private final SessionKeeper sessions;
    private final RecentWorkspaces recent;
    private final ChosenModels choices;
    private final ReadOnlyBooleanWrapper cutShort = new ReadOnlyBooleanWrapper(this, "cutShort", false);
    private final ReadOnlyBooleanWrapper openingFirst = new ReadOnlyBooleanWrapper(this, "openingFirst", false);
    private final ReadOnlyObjectWrapper<SavedSession> offered = new ReadOnlyObjectWrapper<>(this, "offered");

    /** @param sessions brings back what a session says once its workspace is open */
    Opening(Workbench workbench, DialogService dialogs, SessionKeeper sessions, RecentWorkspaces recent) {
        this.workbench = workbench;
        this.dialogs = dialogs;
        this.sessions = sessions;
        this.recent = recent;
        this.choices = new ChosenModels(dialogs);
    }

    /** Whether the session that was brought back had ended with a crash. */
    ReadOnlyBooleanProperty cutShortProperty() {
        return cutShort.getReadOnlyProperty();
    }

    void dismissCutShort() {
        cutShort.set(false);
    }

    /** Whether the workspace that the application starts with is still being read. */
    ReadOnlyBooleanProperty openingFirstProperty() {
        return openingFirst.getReadOnlyProperty();
    }

    /** The session that ended in the middle and was not brought back by itself; null when there is none, or it was answered. */
    public ReadOnlyObjectProperty<SavedSession> offeredProperty() {
        return offered.getReadOnlyProperty();
    }

    /** Asks whether to bring a session back; it is asked until it is answered, whatever is opened meanwhile. */
    public void offer(SavedSession session) {
        offered.set(session);
    }

    void takeOffered() {
        SavedSession session = offered.get();
        offered.set(null);
        openSession(session);
    }

    /** The next start is not to ask again; the welcome page still brings it back. */
    void leaveOffered() {
        SavedSession ended = offered.get().ended();
        offered.set(null);
        if (workbench.workspace() == null) { // or what is open has been kept in its place
            sessions.keep(ended);
        }
    }

    /** What the user told of models whose files do not. */
    ModelChoices choices() {
        return choices;
    }

    void chooseWorkspace() {
        dialogs.chooseFolder(UiText.get("open.workspace")).ifPresent(this::openFolder);
    }

    void chooseModelAndHistory() {
        Optional<Path> model = dialogs.chooseFile(UiText.get("open.model"), FileKind.CHECKPOINT);
        model.flatMap(m -> dialogs.chooseFile(UiText.get("open.history"), FileKind.HISTORY))
                .ifPresent(history -> open(OwnFiles.accompanied(WorkspaceSource.files(model.get(), history))));
    }

    void openSample() {
        StartArguments.sample()
                .ifPresentOrElse(
                        this::openFolder,
                        () -> dialogs.showMessage(UiText.get("open.sample"), UiText.get("open.sample.missing")));
    }

    void openFolder(Path folder) {
        open(WorkspaceSource.folder(folder));
    }

    public void open(WorkspaceSource source) {
        WorkspaceSource known = choices.known(source);
        workbench.open(known, reading(known, Viewpoint.NONE), this::opened, fault -> choose(known, fault));
    }

    private Work<OpenedWorkspace> reading(WorkspaceSource source, Viewpoint at) {
        return Reading.of(source, at, workbench.seed());
    }

    /**
     * Another model of the open workspace, for the same user.
     *
     * @param failed run when it could not be opened, before the user is told
     */
    void openModel(String title, Runnable failed) {
        Workspace now = workbench.workspace();
        if (now == null || now.source().modelTitle().equals(title)) {
            return;
        }
        WorkspaceSource source = choices.known(now.source().withModelTitle(title));
        String user = workbench.selection().userProperty().get();
        workbench.open(
                source,
                reading(
                        source,
                        Viewpoint.of(
                                user,
                                workbench.heldOutProperty().get())), // or the first user would be answered for nothing
                opened -> {
                    if (opened.log().indexOfUser(user).isPresent()) {
                        workbench.selection().userProperty().set(user);
                    }
                },
                fault -> {
                    failed.run();
                    choose(source, fault);
                });
    }

    /** Offers what the files do not tell, and opens again with it; every other fault is told. */
    private void choose(WorkspaceSource source, Throwable fault) {
        if (!ChosenModels.asks(fault)) {
            workbench.faults().accept(fault);
        } else if (choices.ask(source, fault)) {
            open(source.withOverrides(Map.of()));
        }
    }

    /** Shows what is being read elsewhere already, in an empty frame until then. */
    public void openFirst(SavedSession session, Work<OpenedWorkspace> reading) {
        openingFirst.set(true);
        RunningTask task = open(session, reading);
        cutShort.set(session.wasCutShort());
        workbench.runner().tasks().addListener(new ListChangeListener<RunningTask>() {
            @Override
            public void onChanged(Change<? extends RunningTask> change) {
                if (!change.getList().contains(task)) {
                    workbench.runner().tasks().removeListener(this);
                    // After what the end of the task brings, or the welcome page would be made for a moment.
                    Platform.runLater(() -> openingFirst.set(false));
                }
            }
        });
    }

    private RunningTask open(SavedSession session, Work<OpenedWorkspace> reading) {
        return workbench.open(
                session.source(),
                reading,
                workspace -> {
                    opened(workspace);
                    sessions.restore(session);
                },
                fault -> {
                    cutShort.set(false);
                    sessions.gaveUp();
                    choose(session.source(), fault);
                });
    }

    /** Opens what a session shows. */
    public void openSession(SavedSession session) {
        open(session, reading(session.source(), session.viewpoint()));
    }

    /** Reads a {@code .reclens} file and brings back what it says. */
    void openSession(Path file) {
        readSession(String.valueOf(file.getFileName()), () -> Optional.of(SavedSession.read(file)));
    }

    /** Brings back what was kept last. */
    void restoreLast() {
        readSession("", sessions::last);
    }

    private void readSession(String name, Supplier<Optional<SavedSession>> reading) {
        workbench
                .runner()
                .startQuietly(
                        Lane.FILES,
                        UiText.format("task.open", name),
                        (progress, cancellation) -> reading.get(),
                        found -> found.ifPresentOrElse(
                                this::openSession,
                                () -> dialogs.showMessage(
                                        UiText.get("session.restore"), UiText.get("session.restore.none"))),
                        workbench.faults());
    }

    void chooseSession() {
        dialogs.chooseFile(UiText.get("session.open"), FileKind.SESSION).ifPresent(this::openSession);
    }

    void closeWorkspace() {
        choices.forget();
        workbench.show(null);
    }

    private void opened(Workspace workspace) {
        choices.keep(workspace.source());
        recent.remember(workspace);
    }
}
