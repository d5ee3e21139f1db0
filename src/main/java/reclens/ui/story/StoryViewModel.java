package reclens.ui.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import reclens.chart.Tokens;
import reclens.explanation.Verdict;
import reclens.session.Story;
import reclens.session.StorySearch;
import reclens.session.Workspace;
import reclens.text.Numbers;
import reclens.text.Sentences;
import reclens.ui.UiText;
import reclens.ui.task.Lane;
import reclens.ui.task.RunningTask;
import reclens.ui.task.TaskSlot;
import reclens.ui.workbench.Workbench;

/** Stories, best first, while they are being found. */
final class StoryViewModel {
    private final Workbench workbench;
    private final Sentences sentences = new Sentences(UiText.messages());
    private final ObservableList<Story> stories = FXCollections.observableArrayList();
    private final ObjectProperty<Integer> users = new SimpleObjectProperty<>(this, "users", 100);
    private final TaskSlot running;
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper(this, "state", "");
    private final BooleanProperty refused = new SimpleBooleanProperty(this, "refused", false);
    private final BooleanProperty untried = new SimpleBooleanProperty(this, "untried", false);
    private ConcurrentLinkedQueue<Story> arriving = new ConcurrentLinkedQueue<>();
    private boolean completed;

    StoryViewModel(Workbench workbench) {
        this.workbench = workbench;
        workbench.workspaceProperty().addListener((p, was, now) -> forget());
        running = new TaskSlot(workbench.runner(), this::ended);
        forget();
    }

    /** What the number of users is of. */
    StringBinding usersTextProperty() {
        return Bindings.createStringBinding(
                () -> UiText.format("story.users", Long.toString(workbench.seed())), workbench.seedProperty());
    }

    static List<Integer> userChoices() {
        return List.of(20, 50, 100, 200, 500);
    }

    /** How many users to look at. */
    ObjectProperty<Integer> usersProperty() {
        return users;
    }

    /** Best first. */
    ObservableList<Story> stories() {
        return stories;
    }

    /** Null while nothing runs. */
    ReadOnlyObjectProperty<RunningTask> runningProperty() {
        return running.taskProperty();
    }

    /** How many were found, and what to do next. */
    ReadOnlyStringProperty stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Whether the open model has no stories to look for. */
    BooleanProperty refusedProperty() {
        return refused;
    }

    /** Whether stories can be looked for and were not yet. */
    BooleanProperty untriedProperty() {
        return untried;
    }

    void search() {
        cancel();
        Workspace open = workbench.workspace();
        if (open == null || refused.get()) {
            return;
        }
        stories.clear();
        completed = false;
        int many = users.get();
        long seed = workbench.seed();
        ConcurrentLinkedQueue<Story> queue = new ConcurrentLinkedQueue<>();
        arriving = queue;
        RunningTask task = workbench
                .runner()
                .start(
                        Lane.STUDIES,
                        UiText.get("task.stories"),
                        (progress, cancellation) -> {
                            new StorySearch(open).search(many, seed, queue::add, progress, cancellation);
                            return many;
                        },
                        done -> {
                            completed = true;
                            say();
                        },
                        workbench.faults());
        running.put(task);
        // Each report of progress brings what was found since the last one.
        task.fractionProperty().addListener((p, was, now) -> {
            if (queue == arriving) {
                take();
            }
        });
        say();
    }

    void cancel() {
        running.cancel();
    }

    private void ended() {
        take();
        say();
    }

    /** Selects the user of a story. */
    void open(Story story) {
        workbench.heldOutProperty().set(false);
        workbench.selection().userProperty().set(story.user());
    }

    String title(String item) {
        Workspace open = workbench.workspace();
        return open == null ? item : sentences.title(item, open.catalog());
    }

    String verdict(Verdict verdict) {
        return sentences.verdictName(verdict);
    }

    static String tone(Verdict verdict) {
        return Tokens.verdictToken(verdict);
    }

    static String counterfactual(Story story) {
        return story.counterfactual() == 0
                ? Numbers.MISSING
                : UiText.plural("story.events", story.counterfactual(), Integer.toString(story.counterfactual()));
    }

    private void forget() {
        cancel();
        arriving = new ConcurrentLinkedQueue<>();
        stories.clear();
        completed = false;
        Workspace open = workbench.workspace();
        refused.set(open == null || !open.model().card().traits().readsHistory());
        say();
    }

    private void take() {
        List<Story> all = new ArrayList<>(stories);
        Story next = arriving.poll();
        boolean any = next != null;
        while (next != null) {
            all.add(next);
            next = arriving.poll();
        }
        if (any) {
            all.sort(Comparator.comparingDouble(Story::value).reversed());
            stories.setAll(all);
            say();
        }
    }

    private void say() {
        String key = workbench.workspace() == null
                ? "story.closed"
                : refused.get()
                        ? "story.refused"
                        : running.isTaken()
                                ? "story.running"
                                : stories.isEmpty()
                                        ? completed ? "story.none" : "story.start"
                                        : completed ? "story.done" : "story.stopped";
        untried.set("story.start".equals(key));
        state.set(UiText.format(key, Numbers.count(stories.size())));
    }
}
