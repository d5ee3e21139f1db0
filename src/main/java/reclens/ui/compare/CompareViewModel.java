package reclens.ui.compare;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import reclens.domain.ComparedWith;
import reclens.domain.EditedHistory;
import reclens.domain.RecLensException;
import reclens.domain.Recommendation;
import reclens.domain.UserHistory;
import reclens.explanation.Faithfulness;
import reclens.explanation.Method;
import reclens.session.Explainer;
import reclens.session.RecommendationList;
import reclens.session.Workspace;
import reclens.session.WorkspaceSource;
import reclens.text.Sentences;
import reclens.ui.UiText;
import reclens.ui.dialog.FaultText;
import reclens.ui.selection.SelectionModel;
import reclens.ui.task.Lane;
import reclens.ui.task.LatestWins;
import reclens.ui.workbench.EditedHistories;
import reclens.ui.workbench.ModelChoices;
import reclens.ui.workbench.Workbench;

/** What is compared with what, and the result. The first side is always the selection of the other views. */
public final class CompareViewModel {
    private static final List<Method> UNSIGNED = List.of(Method.ATTENTION, Method.ROLLOUT);

    private final Workbench workbench;
    private final EditedHistories edits;
    private final ModelChoices known;
    private final LatestWins comparing;
    private final LatestWins checking;
    private final SecondModel second = new SecondModel();
    private final CompareChoices choices;
    private final Sentences sentences = new Sentences(UiText.messages());
    private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(this, "kind", Kind.ITEMS);
    private final ObjectProperty<Method> method = new SimpleObjectProperty<>(this, "method", Method.LEAVE_ONE_OUT);
    private final ObjectProperty<Boolean> byTime = new SimpleObjectProperty<>(this, "byTime", false);
    private final ReadOnlyObjectWrapper<Compared> compared = new ReadOnlyObjectWrapper<>(this, "compared");
    private final ReadOnlyObjectWrapper<Faithfulness> verdict = new ReadOnlyObjectWrapper<>(this, "verdict");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final SecondSide other;
    /** The model that the user was asked about in vain: not asked again until it is chosen again. */
    private String unanswered;

    private final ObjectProperty<ComparedWith> kept;
    private boolean taking;
    private boolean active;
    private boolean stale = true;

    /**
     * @param known what the user told of models whose files do not
     * @param kept what is compared, for as long as the window stands and beyond
     */
    public CompareViewModel(
            Workbench workbench, EditedHistories edits, ModelChoices known, ObjectProperty<ComparedWith> kept) {
        this.kept = kept;
        this.workbench = workbench;
        this.known = known;
        this.edits = edits;
        this.comparing = new LatestWins(workbench.runner(), Lane.MODEL, 0);
        this.checking = new LatestWins(workbench.runner(), Lane.MODEL, 0);
        this.choices = new CompareChoices(workbench);
        this.other = new SecondSide(workbench.selection().rivalProperty().get());
        workbench.workspaceProperty().addListener((p, was, now) -> forget());
        workbench.selection().itemProperty().addListener((p, was, now) -> refresh());
        workbench.selection().rivalProperty().addListener((p, was, now) -> whyNot(now.intValue()));
        edits.editedProperty().addListener((p, was, now) -> {
            if (kind.get() == Kind.EDIT) {
                refresh();
            }
        });
        kind.addListener((p, was, now) -> {
            if (!methods().contains(method.get())) {
                method.set(Method.LEAVE_ONE_OUT);
            }
            refresh();
        });
        method.addListener((p, was, now) -> {
            if (now != null) { // the box clears its value for a moment when its choices change
                refresh();
            }
        });
        kept.addListener((p, was, now) -> take(now));
        take(kept.get());
    }

    /** Takes up what was compared before; what the data no longer has stays as it is. */
    private void take(ComparedWith with) {
        Workspace open = workbench.workspace();
        if (taking || open == null || with.equals(ComparedWith.NONE)) {
            return;
        }
        taking = true;
        other.take(open, with);
        Kind.of(with.kind()).ifPresent(kind::set);
        methods().stream()
                .filter(m -> m.key().equals(with.method()))
                .findFirst()
                .ifPresent(method::set);
        taking = false;
        refresh();
    }

    /** Whether the view is in sight; nothing is computed while it is not. */
    void setActive(boolean now) {
        active = now;
        if (active && stale) {
            refresh();
        }
    }

    ObjectProperty<Kind> kindProperty() {
        return kind;
    }

    ObjectProperty<Method> methodProperty() {
        return method;
    }

    /** Whether behaviours stand in time order rather than by the size of the difference. */
    ObjectProperty<Boolean> byTimeProperty() {
        return byTime;
    }

    /** Null while there is nothing to compare. */
    ReadOnlyObjectProperty<Compared> comparedProperty() {
        return compared.getReadOnlyProperty();
    }

    /** Of the difference of two recommendations; null until checked, and for the other kinds. */
    ReadOnlyObjectProperty<Faithfulness> verdictProperty() {
        return verdict.getReadOnlyProperty();
    }

    /** Why there is nothing to show and what to do; empty where there is something. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    IntegerProperty eventProperty() {
        return workbench.selection().eventProperty();
    }

    CompareChoices choices() {
        return choices;
    }

    String methodName(Method which) {
        return sentences.methodName(which);
    }

    String verdictTitle(Faithfulness of) {
        return sentences.verdictTitle(of);
    }

    String verdictSentence(Faithfulness of) {
        return sentences.verdictSentence(of);
    }

    /** Methods that can be compared here: attention does not depend on the item, so two items have no difference. */
    List<Method> methods() {
        Explainer engine = workbench.explainer();
        Stream<Method> signed = Stream.of(Method.values()).filter(Method::signed);
        return Stream.concat(
                        Stream.of(Method.LEAVE_ONE_OUT),
                        Stream.concat(signed, kind.get() == Kind.ITEMS ? Stream.empty() : UNSIGNED.stream())
                                .filter(m -> m != Method.LEAVE_ONE_OUT)
                                .filter(m -> engine == null || engine.refusal(m).isEmpty()))
                .toList();
    }

    void chooseItem(int index) {
        workbench.selection().itemProperty().set(index);
    }

    void chooseOtherItem(int index) {
        other.item = index;
        refresh();
    }

    private void whyNot(int rival) {
        if (rival != SelectionModel.NONE) {
            other.item = rival;
            kind.set(Kind.ITEMS);
            refresh();
        }
    }

    void chooseUser(String user) {
        workbench.selection().userProperty().set(user);
    }

    void chooseOtherUser(String user) {
        other.user = user;
        refresh();
    }

    void chooseOtherModel(String title) {
        other.model = title;
        unanswered = null;
        refresh();
    }

    /** The second side becomes the first one. */
    void swap() {
        if (kind.get() == Kind.ITEMS && compared.get() != null) {
            other.item = compared.get().comparison().a().index();
            workbench
                    .selection()
                    .itemProperty()
                    .set(compared.get().comparison().b().index());
        } else if (kind.get() == Kind.USERS && !other.user.isEmpty()) {
            String first = workbench.selection().userProperty().get();
            String next = other.user;
            other.user = first;
            workbench.selection().userProperty().set(next);
        }
    }

    boolean canSwap() {
        return kind.get() == Kind.ITEMS || kind.get() == Kind.USERS;
    }

    private void forget() {
        other.forget();
        unanswered = null;
        second.close(workbench.runner());
        clear("");
    }

    private void clear(String why) {
        comparing.cancel();
        checking.cancel();
        compared.set(null);
        verdict.set(null);
        problem.set(why);
    }

    private void refresh() {
        if (taking) {
            return;
        }
        taking = true;
        kept.set(other.words(workbench.workspace(), kind.get(), method.get()));
        taking = false;
        stale = true;
        if (!active) {
            return;
        }
        stale = false;
        Workspace workspace = workbench.workspace();
        UserHistory history = workbench.historyProperty().get();
        int item = workbench.selection().itemProperty().get();
        if (workspace == null || history == null || item == SelectionModel.NONE) {
            clear(workspace == null ? "" : UiText.get("compare.waiting"));
            return;
        }
        if (!workspace.model().card().traits().readsHistory()) {
            clear(UiText.get("compare.no-history"));
            return;
        }
        verdict.set(null);
        checking.cancel();
        switch (kind.get()) {
            case ITEMS -> compareItems(history, item);
            case USERS -> compareUsers(history, item);
            case MODELS -> compareModels(history, item);
            case EDIT -> compareEdit(history, item);
        }
    }

    private interface Comparing {
        Compared run(Comparer comparer);
    }

    private void submit(UserHistory history, int item, Comparing work, Runnable then) {
        submit(history, item, work, then, this::refuse);
    }

    private void submit(UserHistory history, int item, Comparing work, Runnable then, Consumer<Throwable> failed) {
        Workspace workspace = workbench.workspace();
        Explainer engine = workbench.explainer();
        Method chosen = method.get();
        long seed = workbench.seed();
        comparing.submit(
                UiText.get("task.compare"),
                (progress, cancellation) ->
                        work.run(new Comparer(workspace, engine, history, item, chosen, seed, progress, cancellation)),
                result -> {
                    problem.set("");
                    compared.set(result);
                    then.run();
                },
                failed);
    }

    private void refuse(Throwable fault) {
        if (fault instanceof RecLensException known) {
            clear(FaultText.oneLine(known.problem()));
        } else {
            clear("");
            workbench.faults().accept(fault);
        }
    }

    private void compareItems(UserHistory history, int item) {
        Optional<Integer> found = rival(item);
        if (found.isEmpty()) {
            clear(UiText.get("compare.one-item"));
            return;
        }
        int rival = found.get();
        submit(history, item, comparer -> comparer.items(rival), () -> check(history, item, rival));
    }

    private void check(UserHistory history, int item, int rival) {
        Workspace workspace = workbench.workspace();
        Explainer engine = workbench.explainer();
        Method chosen = method.get();
        long seed = workbench.seed();
        checking.submit(
                UiText.get("task.check"),
                (progress, cancellation) -> new Comparer(
                                workspace, engine, history, item, chosen, seed, progress, cancellation)
                        .check(rival),
                found -> verdict.set(found.orElse(null)),
                workbench.faults());
    }

    /** The chosen rival; the best other recommendation where none is chosen. */
    private Optional<Integer> rival(int item) {
        if (other.item != SelectionModel.NONE && other.item != item) {
            return Optional.of(other.item);
        }
        RecommendationList list = workbench.recommendationsProperty().get();
        return list == null
                ? Optional.empty()
                : list.items().stream()
                        .map(Recommendation::index)
                        .filter(i -> i != item)
                        .findFirst();
    }

    private void compareUsers(UserHistory history, int item) {
        List<String> users = workbench.workspace().log().users();
        if (users.size() < 2) {
            clear(UiText.get("compare.one-user"));
            return;
        }
        if (other.user.isEmpty() || other.user.equals(history.user())) {
            int at = workbench.workspace().log().indexOfUser(history.user()).orElse(0);
            other.user = users.get((at + 1) % users.size());
        }
        UserHistory against = workbench.shown(other.user);
        submit(history, item, comparer -> comparer.users(against), () -> {});
    }

    private void compareModels(UserHistory history, int item) {
        List<String> others = choices.otherModels();
        if (others.isEmpty()) {
            clear(UiText.get("compare.one-model"));
            return;
        }
        if (other.model == null || !others.contains(other.model)) {
            other.model = others.get(0);
        }
        String title = other.model;
        WorkspaceSource source = known.known(workbench.workspace().source().withModelTitle(title));
        submit(history, item, comparer -> comparer.models(second, source), () -> {}, fault -> {
            if (!title.equals(unanswered) && known.ask(source, fault)) {
                refresh();
            } else {
                unanswered = title;
                refuse(fault);
            }
        });
    }

    private void compareEdit(UserHistory history, int item) {
        EditedHistory edited = edits.editedProperty().get();
        if (edited == null || !edited.isEdited()) {
            clear(UiText.get("compare.no-edit"));
            return;
        }
        submit(history, item, comparer -> comparer.edit(edited), () -> {});
    }
}
