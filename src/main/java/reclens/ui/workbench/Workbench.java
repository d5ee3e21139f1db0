package reclens.ui.workbench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleLongProperty;
import reclens.domain.AttentionTrace;
import reclens.domain.HistoryWindow;
import reclens.domain.Interaction;
import reclens.domain.Recommendation;
import reclens.domain.UserHistory;
import reclens.domain.Viewpoint;
import reclens.explanation.Explanation;
import reclens.explanation.Method;
import reclens.session.Answer;
import reclens.session.ExplainRequest;
import reclens.session.Explainer;
import reclens.session.OpenedWorkspace;
import reclens.session.RecommendationList;
import reclens.session.Workspace;
import reclens.session.WorkspaceSource;
import reclens.ui.UiText;
import reclens.ui.log.LogKeeper;
import reclens.ui.selection.HeadChoice;
import reclens.ui.selection.SelectionModel;
import reclens.ui.task.Lane;
import reclens.ui.task.LatestWins;
import reclens.ui.task.RunningTask;
import reclens.ui.task.TaskRunner;
import reclens.ui.task.Work;

/**
 * Holds the open workspace and follows the selection: user, then recommendations and attention, then the explanation of the
 * selected item, first without and then with its faithfulness. All properties change on the window's thread.
 */
public final class Workbench {
    /** The methods of every explanation, in the order in which the window offers them. */
    public static final List<Method> METHODS =
            List.of(Method.LEAVE_ONE_OUT, Method.LEAVE_ONE_OUT_MASK, Method.ATTENTION, Method.ROLLOUT);

    static final int TOP = 10;

    private static final long REST_MILLIS = 40;
    private static final long FRAME_MILLIS = 50;

    private final TaskRunner runner;
    private final SelectionModel selection;
    private final Consumer<Throwable> faults;
    private final LatestWins recommending;
    private final LatestWins attending;
    private final LatestWins explaining;
    private final ReadOnlyObjectWrapper<Workspace> workspace = new ReadOnlyObjectWrapper<>(this, "workspace");
    private final ReadOnlyObjectWrapper<UserHistory> history = new ReadOnlyObjectWrapper<>(this, "history");
    private final ReadOnlyObjectWrapper<HistoryWindow> window = new ReadOnlyObjectWrapper<>(this, "window");
    private final ReadOnlyObjectWrapper<RecommendationList> recommendations =
            new ReadOnlyObjectWrapper<>(this, "recommendations");
    private final ReadOnlyObjectWrapper<AttentionTrace> attention = new ReadOnlyObjectWrapper<>(this, "attention");
    private final ReadOnlyObjectWrapper<Explanation> explanation = new ReadOnlyObjectWrapper<>(this, "explanation");
    private final ReadOnlyBooleanWrapper checking = new ReadOnlyBooleanWrapper(this, "checking");
    private final BooleanProperty heldOut = new SimpleBooleanProperty(this, "heldOut", false);
    private final ReadOnlyObjectWrapper<Interaction> heldOutEvent = new ReadOnlyObjectWrapper<>(this, "heldOutEvent");
    private final LongProperty seed = new SimpleLongProperty(this, "seed", 1);
    private final LogKeeper logging;
    private final FurtherMethods further;
    private Explainer explainer;
    /** Of the first user, while a workspace that brings it is shown. */
    private Answer prepared;
    /** To be selected in place of the first recommendation. */
    private int wanted = SelectionModel.NONE;
    /** Of the item that is being selected, where it is known already. */
    private Explanation answered;
    /** On the screen, and to be checked when its frames are drawn; null when nothing waits. */
    private Explanation waiting;

    /** @param faults told of everything that goes wrong, on the window's thread */
    public Workbench(TaskRunner runner, SelectionModel selection, Consumer<Throwable> faults) {
        this.runner = runner;
        this.selection = selection;
        this.logging = new LogKeeper(runner);
        this.faults = logging.before(faults);
        this.recommending = new LatestWins(runner, Lane.MODEL, REST_MILLIS);
        this.attending = new LatestWins(runner, Lane.MODEL, 0);
        this.explaining = new LatestWins(runner, Lane.MODEL, 0);
        this.further = new FurtherMethods(this, this.faults);
        workspace.addListener((p, was, now) -> logging.opened(now));
        selection.userProperty().addListener((p, was, now) -> followUser(now));
        selection.itemProperty().addListener((p, was, now) -> followItem(now.intValue()));
        heldOut.addListener((p, was, now) -> followUser(selection.userProperty().get()));
        seed.addListener((p, was, now) -> {
            int item = selection.itemProperty().get();
            followUser(selection.userProperty().get());
            wanted = item;
        });
    }

    /** Of everything random in an explanation: orders to compare with, samples. A change explains anew. */
    public LongProperty seedProperty() {
        return seed;
    }

    public long seed() {
        return seed.get();
    }

    /**
     * Whether users are shown at their held-out event: the history ends before the last event, which is then known to have
     * followed. Stays for the next users until it is turned off.
     */
    public BooleanProperty heldOutProperty() {
        return heldOut;
    }

    /** The event that is held out; null when none is, also for a user who has but one. */
    public ReadOnlyObjectProperty<Interaction> heldOutEventProperty() {
        return heldOutEvent.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Workspace> workspaceProperty() {
        return workspace.getReadOnlyProperty();
    }

    public Workspace workspace() {
        return workspace.get();
    }

    /** Of the selected user; null when none. */
    public ReadOnlyObjectProperty<UserHistory> historyProperty() {
        return history.getReadOnlyProperty();
    }

    /** The part of the history that the model reads; null when no user is selected. */
    public ReadOnlyObjectProperty<HistoryWindow> windowProperty() {
        return window.getReadOnlyProperty();
    }

    /** Null until computed. */
    public ReadOnlyObjectProperty<RecommendationList> recommendationsProperty() {
        return recommendations.getReadOnlyProperty();
    }

    /** Of the selected user's window; null until computed. */
    public ReadOnlyObjectProperty<AttentionTrace> attentionProperty() {
        return attention.getReadOnlyProperty();
    }

    /** Of the selected item; null until computed. Comes twice: at once, and again with its faithfulness. */
    public ReadOnlyObjectProperty<Explanation> explanationProperty() {
        return explanation.getReadOnlyProperty();
    }

    /** Whether the faithfulness of the shown explanation is still being computed. */
    public ReadOnlyBooleanProperty checkingProperty() {
        return checking.getReadOnlyProperty();
    }

    public SelectionModel selection() {
        return selection;
    }

    /** Told of everything that goes wrong; tells the user. */
    public Consumer<Throwable> faults() {
        return faults;
    }

    public LogKeeper logging() {
        return logging;
    }

    public TaskRunner runner() {
        return runner;
    }

    /** Opens another workspace in the background. Until it is open, and when it fails, the present one stays. */
    public void open(WorkspaceSource source, Consumer<Workspace> opened) {
        open(source, Reading.of(source, Viewpoint.NONE, seed()), opened, faults);
    }

    /**
     * As {@link #open(WorkspaceSource, Consumer)}, with the reading done by {@code reading} and {@code failed} told of a fault in
     * place of everybody.
     */
    public RunningTask open(
            WorkspaceSource source,
            Work<OpenedWorkspace> reading,
            Consumer<Workspace> opened,
            Consumer<Throwable> failed) {
        Path shown = source.folder().or(source::model).orElse(Path.of(""));
        return runner.start(
                Lane.FILES,
                UiText.format("task.open", String.valueOf(shown.getFileName())),
                reading,
                ready -> {
                    prepared = ready.first().orElse(null);
                    show(ready.workspace());
                    prepared = null;
                    opened.accept(ready.workspace());
                },
                failed);
    }

    /** Shows an open workspace and selects its first user. */
    public void show(Workspace next) {
        recommending.cancel();
        attending.cancel();
        explaining.cancel();
        further.forget();
        Workspace before = workspace.get();
        selection.userProperty().set("");
        heldOut.set(false);
        explainer = next == null ? null : new Explainer(next);
        workspace.set(next);
        if (next != null) {
            // The last layer is the one whose output is compared with the items.
            selection.layerProperty().set(Math.max(0, next.model().card().layers() - 1));
            selection.headProperty().set(HeadChoice.MEAN);
        }
        if (before != null) {
            // A pass that still runs must end before its weights are released.
            // Studies have been cancelled by those who started them, who follow the workspace.
            runner.afterBoth(Lane.STUDIES, Lane.MODEL, before::close);
        }
        if (next != null) {
            heldOut.set(prepared != null
                    && prepared.history().size()
                            < next.history(prepared.history().user()).size());
            Optional.ofNullable(prepared)
                    .map(answer -> answer.history().user())
                    .or(next::firstUser)
                    .ifPresent(selection.userProperty()::set);
        }
    }

    /** Releases the model after what still runs. */
    public void close() {
        logging.close();
        show(null);
    }

    private void followUser(String user) {
        wanted = SelectionModel.NONE;
        selection.itemProperty().set(SelectionModel.NONE);
        selection.clearEvent();
        recommending.cancel();
        attending.cancel();
        recommendations.set(null);
        attention.set(null);
        Workspace open = workspace.get();
        if (open == null || user.isEmpty()) {
            heldOutEvent.set(null);
            window.set(null);
            history.set(null);
            return;
        }
        UserHistory whole = open.history(user);
        UserHistory events = shown(user);
        heldOutEvent.set(events.size() < whole.size() ? whole.events().get(events.size()) : null);
        boolean ready = prepared != null && prepared.history().equals(events);
        if (ready) {
            events = prepared.history(); // the very one of its explanation, or nothing could be added to that
        }
        window.set(open.window(events));
        history.set(events);
        if (ready) {
            showAnswer(prepared);
            return;
        }
        Explainer engine = explainer;
        long random = seed();
        UserHistory read = events;
        recommending.submit(
                UiText.get("task.recommend"),
                (progress, cancellation) -> engine.answer(read, TOP, METHODS, random, cancellation),
                this::showAnswer,
                faults);
    }

    /** The history of a user as it is shown: whole, or without the event that is held out. */
    public UserHistory shown(String user) {
        UserHistory whole = workspace.get().history(user);
        return heldOut.get() ? whole.heldOut() : whole;
    }

    private void showAnswer(Answer answer) {
        attention.set(answer.attention());
        recommendations.set(answer.recommendations());
        answered = answer.explanation().orElse(null);
        if (answered != null) {
            selection.itemProperty().set(answered.target().index());
        }
        answered = null;
        if (wanted != SelectionModel.NONE) {
            selection.itemProperty().set(wanted);
        }
    }

    /** Models that read fields of user and item have another matrix for every item. */
    private boolean attentionFollowsTheItem() {
        return !workspace.get().model().card().traits().readsHistory();
    }

    private void attendTo(UserHistory events, int item) {
        Explainer engine = explainer;
        attending.submit(
                UiText.get("task.attention"),
                (progress, cancellation) -> engine.attention(events, new int[] {item}),
                attention::set,
                faults);
    }

    private void followItem(int item) {
        explaining.cancel();
        waiting = null;
        checking.set(false);
        UserHistory events = history.get();
        if (item == SelectionModel.NONE || events == null) {
            explanation.set(null);
            return;
        }
        if (answered != null) {
            showAndCheck(answered);
            return;
        }
        if (attentionFollowsTheItem()) {
            attendTo(events, item);
        }
        Explainer engine = explainer;
        ExplainRequest request = new ExplainRequest(events, item, METHODS, false, false, seed());
        explaining.submit(
                UiText.get("task.explain"),
                (progress, cancellation) -> engine.explain(request, progress, cancellation),
                this::showAndCheck,
                faults);
    }

    private void showAndCheck(Explanation quick) {
        waiting = quick;
        explanation.set(quick);
        checking.set(true);
        // The picture first: the check would take the second core from the frames that draw it.
        runner.later(FRAME_MILLIS, () -> {
            if (quick == waiting) {
                waiting = null;
                check(quick);
            }
        });
    }

    private void check(Explanation quick) {
        Explainer engine = explainer;
        long random = seed();
        explaining.submit(
                UiText.get("task.check"),
                (progress, cancellation) -> engine.check(quick, random, progress, cancellation),
                full -> {
                    Explanation shown = explanation.get(); // further methods may have been added meanwhile
                    explanation.set(shown != null && FurtherMethods.same(full, shown) ? full.with(shown) : full);
                    checking.set(false);
                },
                fault -> {
                    checking.set(false);
                    faults.accept(fault);
                });
    }

    /** Adds what was computed for the shown explanation on demand. */
    public void add(Explanation further) {
        Explanation shown = explanation.get();
        if (shown != null && FurtherMethods.same(shown, further)) {
            explanation.set(shown.with(further));
        }
    }

    /** Methods beyond {@link #METHODS}, computed when they are chosen. */
    public FurtherMethods further() {
        return further;
    }

    /** Of the open workspace; null when there is none. Its passes belong on {@link Lane#MODEL}. */
    public Explainer explainer() {
        return explainer;
    }

    /** The selected recommendation; null when none of the list is selected. */
    public Recommendation selectedRecommendation() {
        RecommendationList list = recommendations.get();
        return list == null ? null : list.of(selection.itemProperty().get()).orElse(null);
    }
}
