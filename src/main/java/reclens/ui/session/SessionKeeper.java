package reclens.ui.session;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import reclens.domain.ComparedWith;
import reclens.domain.UsageException;
import reclens.domain.Viewpoint;
import reclens.domain.WindowPlace;
import reclens.explanation.Method;
import reclens.session.LastSession;
import reclens.session.SavedSession;
import reclens.session.Workspace;
import reclens.ui.selection.HeadChoice;
import reclens.ui.selection.SelectionModel;
import reclens.ui.task.Lane;
import reclens.ui.task.LatestWins;
import reclens.ui.workbench.Workbench;

/**
 * Writes down what is open a moment after every change, and brings a saved session back. A crash loses at most the last
 * {@value #REST_MILLIS} milliseconds. Call on the window's thread.
 */
public final class SessionKeeper {
    /** Long enough that walking down a list writes once, short enough that nothing is lost. */
    private static final long REST_MILLIS = 300;

    private final Workbench workbench;
    private final StringProperty screen;
    private final StringProperty page;
    private final LastSession last;
    private final LatestWins saving;
    private Supplier<Optional<WindowPlace>> place = Optional::empty;
    private KeptEdits edits;
    private ObjectProperty<ComparedWith> compared = new SimpleObjectProperty<>(this, "compared", ComparedWith.NONE);
    private boolean restoring;

    /**
     * Both names are set when a session is brought back; those that are not known are ignored.
     *
     * @param screen name of the shown view
     * @param page name of its page; empty for the first
     */
    public SessionKeeper(Workbench workbench, StringProperty screen, StringProperty page, LastSession last) {
        this.workbench = workbench;
        this.screen = screen;
        this.page = page;
        this.last = last;
        this.saving = new LatestWins(workbench.runner(), Lane.FILES, REST_MILLIS);
        SelectionModel selection = workbench.selection();
        List.of(
                        workbench.workspaceProperty(),
                        selection.userProperty(),
                        selection.itemProperty(),
                        selection.eventProperty(),
                        selection.methodProperty(),
                        selection.layerProperty(),
                        selection.headProperty(),
                        workbench.heldOutProperty(),
                        screen,
                        page)
                .forEach(this::follow);
    }

    /** Keeps the place of the window too. */
    public void keepPlace(Supplier<Optional<WindowPlace>> current, Observable... changes) {
        place = current;
        for (Observable change : changes) {
            follow(change);
        }
    }

    /** Keeps what is compared too; set when a session is brought back. */
    public void keepCompared(ObjectProperty<ComparedWith> kept) {
        compared = kept;
        follow(kept);
    }

    /** Keeps edits of histories too. */
    public void keepEdits(KeptEdits kept) {
        edits = kept;
        follow(kept.changes());
    }

    private void follow(Observable observable) {
        observable.addListener(o -> keepSoon());
    }

    private void keepSoon() {
        if (restoring) {
            return;
        }
        now().ifPresent(session -> saving.submit(
                "",
                (progress, cancellation) -> {
                    last.write(session);
                    return session;
                },
                written -> {},
                fault -> {}));
    }

    /** What is open now; empty when nothing is. */
    public Optional<SavedSession> now() {
        Workspace open = workbench.workspace();
        if (open == null) {
            return Optional.empty();
        }
        SelectionModel selection = workbench.selection();
        int item = selection.itemProperty().get();
        HeadChoice head = selection.headProperty().get();
        Viewpoint at = new Viewpoint(
                screen.get(),
                page.get(),
                selection.userProperty().get(),
                workbench.heldOutProperty().get(),
                item == SelectionModel.NONE ? "" : open.vocabulary().id(item),
                selection.event(),
                selection.methodProperty().get().key(),
                selection.layerProperty().get(),
                head.isSingle()
                        ? Integer.toString(head.index())
                        : head.kind().name().toLowerCase(java.util.Locale.ROOT),
                compared.get());
        return Optional.of(new SavedSession(
                open.source(),
                at,
                edits == null ? Map.of() : edits.editsByUser(),
                place.get(),
                ProcessHandle.current().pid()));
    }

    /** Writes at once, at the end of the program: the next start knows that nothing went wrong. */
    public void end() {
        saving.cancel();
        now().map(SavedSession::ended).ifPresent(last::write);
    }

    /** Writes down a session in place of what is open. */
    public void keep(SavedSession session) {
        workbench.runner().inBackground(Lane.FILES, () -> last.write(session));
    }

    /** The session that was kept last; reads a file. */
    public Optional<SavedSession> last() {
        return last.read();
    }

    /** Brings back what a session shows, once its workspace is open. What the data no longer has stays as it is. */
    public void restore(SavedSession session) {
        Workspace open = workbench.workspace();
        SelectionModel selection = workbench.selection();
        Viewpoint at = session.viewpoint();
        restoring = true;
        try {
            workbench.heldOutProperty().set(at.heldOut());
            if (!at.user().isEmpty() && open.log().indexOfUser(at.user()).isPresent()) {
                selection.userProperty().set(at.user());
            }
            method(at.method()).ifPresent(selection.methodProperty()::set);
            if (at.layer() >= 0 && at.layer() < open.model().card().layers()) {
                selection.layerProperty().set(at.layer());
            }
            head(at.head(), open.model().card().heads()).ifPresent(selection.headProperty()::set);
            if (edits != null && !session.edits().isEmpty()) {
                edits.restore(session.edits());
            }
            if (workbench.historyProperty().get() != null
                    && at.event() < workbench.historyProperty().get().size()) {
                selection.eventProperty().set(Math.max(SelectionModel.NONE, at.event()));
            }
            compared.set(at.compared());
            page.set(at.page());
            screen.set(at.screen());
        } finally {
            restoring = false;
        }
        keepSoon();
        last.attempted();
    }

    /** A session could not be brought back, but the program goes on. */
    public void gaveUp() {
        last.attempted();
    }

    private static Optional<Method> method(String key) {
        try {
            return key.isEmpty() ? Optional.empty() : Optional.of(Method.parse(key));
        } catch (UsageException unknown) {
            return Optional.empty();
        }
    }

    private static Optional<HeadChoice> head(String name, int heads) {
        if (name.equals("mean")) {
            return Optional.of(HeadChoice.MEAN);
        }
        if (name.equals("max")) {
            return Optional.of(HeadChoice.MAX);
        }
        try {
            int head = Integer.parseInt(name);
            return head >= 0 && head < heads ? Optional.of(HeadChoice.of(head)) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
