package reclens.ui.shell;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import reclens.domain.ComparedWith;
import reclens.domain.Viewpoint;
import reclens.session.LastSession;
import reclens.session.OpenedWorkspace;
import reclens.session.OwnFiles;
import reclens.session.Preferences;
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
import reclens.ui.trust.TrustPage;
import reclens.ui.workbench.EditedHistories;
import reclens.ui.workbench.ModelChoices;
import reclens.ui.workbench.Reading;
import reclens.ui.workbench.Workbench;

/** What the frame can do: open, go elsewhere, remember. */
public final class ShellViewModel {
    private final Workbench workbench;
    private final EditedHistories edits;
    private final SelectionSteps steps;
    private final DialogService dialogs;
    private final Preferences preferences;
    private final ChosenModels choices;
    private final ObjectProperty<Screen> screen = new SimpleObjectProperty<>(this, "screen", Screen.WHY);
    private final ObjectProperty<TrustPage> trustPage = new SimpleObjectProperty<>(this, "trustPage", TrustPage.USER);
    private final ObservableList<Preferences.Recent> recent = FXCollections.observableArrayList();
    private final BooleanProperty welcome = new SimpleBooleanProperty(this, "welcome", false);
    private final BooleanProperty presenting = new SimpleBooleanProperty(this, "presenting", false);
    private final ObjectProperty<ComparedWith> compared =
            new SimpleObjectProperty<>(this, "compared", ComparedWith.NONE);
    private final ReadOnlyObjectWrapper<SavedSession> offered = new ReadOnlyObjectWrapper<>(this, "offered");
    private final SessionKeeper sessions;
    private final ReadOnlyBooleanWrapper cutShort = new ReadOnlyBooleanWrapper(this, "cutShort", false);
    private final ReadOnlyBooleanWrapper openingFirst = new ReadOnlyBooleanWrapper(this, "openingFirst", false);
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(this, "open", false);

    public ShellViewModel(Workbench workbench, DialogService dialogs, Preferences preferences) {
        this.workbench = workbench;
        this.edits = new EditedHistories(workbench);
        this.steps = new SelectionSteps(workbench);
        this.dialogs = dialogs;
        this.choices = new ChosenModels(dialogs);
        this.preferences = preferences;
        recent.setAll(preferences.recent());
        open.bind(workbench.workspaceProperty().isNotNull());
        workbench.workspaceProperty().addListener((p, was, now) -> welcome.set(false));
        screen.addListener((p, was, now) -> welcome.set(false));
        StringProperty screenId =
                new SimpleStringProperty(this, "screenId", screen.get().id());
        screenId.addListener((p, was, now) -> Screen.of(now).ifPresent(screen::set));
        screen.addListener((p, was, now) -> screenId.set(now.id()));
        StringProperty pageId =
                new SimpleStringProperty(this, "pageId", trustPage.get().id());
        pageId.addListener((p, was, now) -> TrustPage.of(now).ifPresent(trustPage::set));
        trustPage.addListener((p, was, now) -> pageId.set(now.id()));
        sessions = new SessionKeeper(workbench, screenId, pageId, new LastSession(preferences.folder()));
        sessions.keepEdits(edits);
        sessions.keepCompared(compared);
        workbench.workspaceProperty().addListener((p, was, now) -> compared.set(ComparedWith.NONE));
    }

    /** Keeps what is open, and brings it back. */
    public SessionKeeper sessions() {
        return sessions;
    }

    /** Whether the session that was brought back had ended with a crash. */
    ReadOnlyBooleanProperty cutShortProperty() {
        return cutShort.getReadOnlyProperty();
    }

    void dismissCutShort() {
        cutShort.set(false);
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

    /** What the selection is compared with. */
    ObjectProperty<ComparedWith> comparedProperty() {
        return compared;
    }

    public ObjectProperty<Screen> screenProperty() {
        return screen;
    }

    /** The page of Trust that is shown. */
    ObjectProperty<TrustPage> trustPageProperty() {
        return trustPage;
    }

    /** Shows a user before the last event, and what the model made of it. */
    void openHeldOut() {
        workbench.heldOutProperty().set(true);
        trustPage.set(TrustPage.HIT);
        screen.set(Screen.TRUST);
    }

    /** To the next user, item or event. */
    SelectionSteps steps() {
        return steps;
    }

    ObservableList<Preferences.Recent> recent() {
        return recent;
    }

    /** Whether a workspace is open. */
    ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    Workbench workbench() {
        return workbench;
    }

    /** What the user told of models whose files do not. */
    ModelChoices choices() {
        return choices;
    }

    /** What the histories were edited to. */
    EditedHistories edits() {
        return edits;
    }

    Preferences preferences() {
        return preferences;
    }

    DialogService dialogs() {
        return dialogs;
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
        workbench.open(known, reading(known, Viewpoint.NONE), this::remember, fault -> choose(known, fault));
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
                opened -> {
                    remember(opened);
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

    /** Asks for a file and writes what is open into it. */
    void saveSession() {
        sessions.now().map(SavedSession::ended).ifPresent(session -> {
            String title =
                    workbench.workspace().title() + " " + session.viewpoint().user();
            String name = title.strip().replaceAll("[^\\p{Alnum}._-]+", "-") + SavedSession.ENDING;
            dialogs.chooseTarget(UiText.get("session.save"), name, FileKind.SESSION)
                    .ifPresent(target -> workbench
                            .runner()
                            .startQuietly(
                                    Lane.FILES,
                                    UiText.get("session.save"),
                                    (progress, cancellation) -> {
                                        session.write(target);
                                        return target;
                                    },
                                    written -> {},
                                    workbench.faults()));
        });
    }

    /** Whether the workspace that the application starts with is still being read. */
    ReadOnlyBooleanProperty openingFirstProperty() {
        return openingFirst.getReadOnlyProperty();
    }

    void closeWorkspace() {
        choices.forget();
        workbench.show(null);
    }

    /** Whether the selected recommendation is being presented, in place of everything else. */
    BooleanProperty presentingProperty() {
        return presenting;
    }

    /** Whether the welcome page lies over what is open. */
    BooleanProperty welcomeProperty() {
        return welcome;
    }

    /** Forgets recent workspaces that are gone, in the background. */
    void pruneRecent() {
        workbench
                .runner()
                .startQuietly(
                        Lane.FILES,
                        "",
                        (progress, cancellation) -> {
                            preferences.pruneRecent();
                            return preferences.recent();
                        },
                        recent::setAll,
                        fault -> {});
    }

    void forgetRecent() {
        preferences.forgetRecent();
        recent.clear();
        savePreferences();
    }

    void savePreferences() {
        workbench.runner().inBackground(Lane.FILES, preferences::save);
    }

    private void remember(Workspace opened) {
        choices.keep(opened.source());
        opened.source().folder().ifPresent(folder -> {
            preferences.addRecent(
                    folder,
                    opened.title(),
                    StatusViewModel.modelName(opened.provenance().modelType()),
                    System.currentTimeMillis());
            recent.setAll(preferences.recent());
            savePreferences();
        });
    }
}
