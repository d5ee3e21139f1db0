package reclens.ui.shell;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import reclens.domain.ComparedWith;
import reclens.session.LastSession;
import reclens.session.Preferences;
import reclens.session.SavedSession;
import reclens.ui.UiText;
import reclens.ui.dialog.DialogService;
import reclens.ui.dialog.FileKind;
import reclens.ui.session.SessionKeeper;
import reclens.ui.task.Lane;
import reclens.ui.trust.TrustPage;
import reclens.ui.workbench.EditedHistories;
import reclens.ui.workbench.Workbench;

/** Where the frame is: on which view and page, over which workspace; and what belongs to all views. */
public final class ShellViewModel {
    private final Workbench workbench;
    private final EditedHistories edits;
    private final SelectionSteps steps;
    private final DialogService dialogs;
    private final Preferences preferences;
    private final ObjectProperty<Screen> screen = new SimpleObjectProperty<>(this, "screen", Screen.WHY);
    private final ObjectProperty<TrustPage> trustPage = new SimpleObjectProperty<>(this, "trustPage", TrustPage.USER);
    private final RecentWorkspaces recent;
    private final Opening opening;
    private final BooleanProperty welcome = new SimpleBooleanProperty(this, "welcome", false);
    private final BooleanProperty presenting = new SimpleBooleanProperty(this, "presenting", false);
    private final ObjectProperty<ComparedWith> compared =
            new SimpleObjectProperty<>(this, "compared", ComparedWith.NONE);
    private final SessionKeeper sessions;
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(this, "open", false);

    public ShellViewModel(Workbench workbench, DialogService dialogs, Preferences preferences) {
        this.workbench = workbench;
        this.edits = new EditedHistories(workbench);
        this.steps = new SelectionSteps(workbench);
        this.dialogs = dialogs;
        this.preferences = preferences;
        this.recent = new RecentWorkspaces(preferences, workbench.runner());
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
        opening = new Opening(workbench, dialogs, sessions, recent);
        sessions.keepCompared(compared);
        workbench.workspaceProperty().addListener((p, was, now) -> compared.set(ComparedWith.NONE));
    }

    /** Opens something else. */
    public Opening opening() {
        return opening;
    }

    RecentWorkspaces recent() {
        return recent;
    }

    /** Keeps what is open, and brings it back. */
    public SessionKeeper sessions() {
        return sessions;
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

    /** Whether a workspace is open. */
    ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    Workbench workbench() {
        return workbench;
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

    /** Whether the selected recommendation is being presented, in place of everything else. */
    BooleanProperty presentingProperty() {
        return presenting;
    }

    /** Whether the welcome page lies over what is open. */
    BooleanProperty welcomeProperty() {
        return welcome;
    }

    void savePreferences() {
        workbench.runner().inBackground(Lane.FILES, preferences::save);
    }
}
