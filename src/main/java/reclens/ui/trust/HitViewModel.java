package reclens.ui.trust;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import reclens.chart.BarChartSpec;
import reclens.chart.ChartNumbers;
import reclens.chart.ChartOptions;
import reclens.chart.ExplanationCharts;
import reclens.domain.Catalog;
import reclens.domain.Interaction;
import reclens.domain.PlantedCause;
import reclens.domain.Recommendation;
import reclens.domain.UserHistory;
import reclens.explanation.Climb;
import reclens.explanation.Explanation;
import reclens.explanation.Method;
import reclens.session.Explainer;
import reclens.session.HitOrMiss;
import reclens.session.Workspace;
import reclens.text.Messages;
import reclens.text.Numbers;
import reclens.text.Sentences;
import reclens.ui.UiText;
import reclens.ui.selection.SelectionModel;
import reclens.ui.task.Lane;
import reclens.ui.task.LatestWins;
import reclens.ui.workbench.Workbench;

/** What the model got right or wrong about the event that is held out. */
final class HitViewModel {
    private static final int EVENTS = 12;

    private final Workbench workbench;
    private final PlantedModel planted;
    private final Messages messages = UiText.messages();
    private final Sentences sentences = new Sentences(messages);
    private final LatestWins asking;
    private final ReadOnlyObjectWrapper<Page> page = new ReadOnlyObjectWrapper<>(this, "page");
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper(this, "note", "");
    private boolean shown;
    private UserHistory asked;
    private HitOrMiss answer;

    /**
     * What the page shows.
     *
     * @param verdict "Hit", "In the top ten", "Miss"
     * @param tone token of the badge
     * @param sentence what followed and what was recommended
     * @param bars what tipped the balance; null where the model reads no history
     * @param barsTitle of the bars' card
     * @param actual index of the item that followed; {@link SelectionModel#NONE} where the model does not know it
     * @param best index of the item that was recommended first
     * @param facts of both items
     * @param needed what would have been needed, in a sentence
     * @param removed the events of that sentence
     * @param causes the events of which one caused what followed; empty where that is not known
     */
    record Page(
            String verdict,
            String tone,
            String sentence,
            BarChartSpec bars,
            String barsTitle,
            int actual,
            int best,
            List<PlantedModel.Fact> facts,
            String needed,
            List<PlantedModel.Cause> removed,
            List<PlantedModel.Cause> causes) {}

    HitViewModel(Workbench workbench, PlantedModel planted) {
        this.workbench = workbench;
        this.planted = planted;
        this.asking = new LatestWins(workbench.runner(), Lane.MODEL, 0);
        workbench.recommendationsProperty().addListener((p, was, now) -> ask());
        workbench.historyProperty().addListener((p, was, now) -> ask());
        planted.truthProperty().addListener((p, was, now) -> showPage());
    }

    /** Null where there is nothing to show; {@link #noteProperty} says why. */
    ReadOnlyObjectProperty<Page> pageProperty() {
        return page.getReadOnlyProperty();
    }

    ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    /** Whether the page is in sight; nothing is computed while it is not. */
    void show(boolean inSight) {
        shown = inSight;
        ask();
    }

    List<List<String>> numbers() {
        return page.get() == null || page.get().bars() == null
                ? List.of()
                : ChartNumbers.rounded(messages).of(page.get().bars());
    }

    /** Selects an item, so that every view explains it. */
    void explain(int item) {
        if (item != SelectionModel.NONE) {
            workbench.selection().itemProperty().set(item);
        }
    }

    private void ask() {
        UserHistory history = workbench.historyProperty().get();
        Interaction event = workbench.heldOutEventProperty().get();
        if (history == null || event == null) {
            asking.cancel();
            asked = null;
            answer = null;
            page.set(null);
            boolean tooShort = history != null && workbench.heldOutProperty().get();
            note.set(UiText.get(tooShort ? "hit.short" : "hit.closed"));
            return;
        }
        // After the recommendations, which every other view waits for too.
        if (history == asked) {
            return;
        }
        if (!shown || workbench.recommendationsProperty().get() == null) {
            page.set(null);
            note.set(UiText.get("hit.working"));
            return;
        }
        asked = history;
        answer = null;
        page.set(null);
        note.set(UiText.get("hit.working"));
        Explainer engine = workbench.explainer();
        Workspace open = workbench.workspace();
        long seed = workbench.seed();
        asking.submit(
                UiText.get("task.hit"),
                (progress, cancellation) -> HitOrMiss.of(open, engine, history, event, seed, progress, cancellation),
                found -> {
                    answer = found.orElse(null);
                    note.set(found.isPresent() ? "" : UiText.get("hit.nothing"));
                    showPage();
                },
                fault -> {
                    note.set(UiText.get("hit.nothing"));
                    workbench.faults().accept(fault);
                });
    }

    private void showPage() {
        if (answer == null || workbench.workspace() == null || asked == null) {
            return;
        }
        Catalog catalog = workbench.workspace().catalog();
        String followed = sentences.title(answer.event().item(), catalog);
        String best = sentences.title(answer.best().item(), catalog);
        page.set(new Page(
                UiText.get(answer.hit() ? "hit.hit" : answer.recommended() ? "hit.top" : "hit.miss"),
                answer.hit() ? "good" : answer.recommended() ? "caution" : "bad",
                sentence(followed, best),
                answer.explanation().map(this::bars).orElse(null),
                answer.explanation().map(e -> barsTitle(e, catalog)).orElse(""),
                answer.actual().map(Recommendation::index).orElse(SelectionModel.NONE),
                answer.best().index(),
                facts(followed, best),
                needed(followed),
                answer.climb()
                        .filter(Climb::found)
                        .map(c ->
                                Arrays.stream(c.removed()).mapToObj(this::event).toList())
                        .orElse(List.of()),
                causes()));
    }

    private String sentence(String followed, String best) {
        Optional<Recommendation> actual = answer.actual();
        String type = answer.event().event() == null || answer.event().event().isEmpty()
                ? UiText.get("hit.event")
                : sentences.eventName(answer.event().event()).toLowerCase(Locale.ROOT);
        if (actual.isEmpty()) {
            return UiText.format("hit.sentence.unknown", type, followed, best);
        }
        if (actual.get().rank() == 0) {
            return UiText.format("hit.sentence.excluded", type, followed, best);
        }
        String rank = Integer.toString(actual.get().rank());
        String of = Numbers.count(answer.items());
        return answer.hit()
                ? UiText.format("hit.sentence.hit", rank, of, type, followed)
                : UiText.format("hit.sentence.miss", rank, of, type, followed, best);
    }

    private BarChartSpec bars(Explanation explanation) {
        return new ExplanationCharts(explanation, messages)
                .behaviours(ChartOptions.of(Method.LEAVE_ONE_OUT).withTop(EVENTS, 2))
                .map(spec -> explanation.contrast() == null
                        ? spec
                        : spec.withAxis(barsTitle(explanation, explanation.catalog()), UiText.get("hit.bars.axis")))
                .orElse(null);
    }

    private String barsTitle(Explanation explanation, Catalog catalog) {
        String target = sentences.title(explanation.target().item(), catalog);
        return explanation.contrast() == null
                ? UiText.format("hit.bars.alone", target)
                : UiText.format(
                        "hit.bars",
                        target,
                        sentences.title(explanation.contrast().item(), catalog));
    }

    private List<PlantedModel.Fact> facts(String followed, String best) {
        List<PlantedModel.Fact> facts = new ArrayList<>();
        facts.add(new PlantedModel.Fact(UiText.get("hit.fact.followed"), followed));
        answer.actual().filter(a -> a.rank() > 0).ifPresent(a -> {
            facts.add(new PlantedModel.Fact(
                    UiText.get("hit.fact.rank"),
                    UiText.format("hit.fact.rank.of", Integer.toString(a.rank()), Numbers.count(answer.items()))));
            facts.add(new PlantedModel.Fact(UiText.get("hit.fact.score"), score(a)));
        });
        if (!answer.hit()) {
            facts.add(new PlantedModel.Fact(UiText.get("hit.fact.best"), best));
            facts.add(new PlantedModel.Fact(UiText.get("hit.fact.best.score"), score(answer.best())));
            answer.actual()
                    .ifPresent(a -> facts.add(new PlantedModel.Fact(
                            UiText.get("hit.fact.lead"),
                            Numbers.score(answer.best().score() - a.score()))));
        }
        return facts;
    }

    private static String score(Recommendation item) {
        return UiText.format("hit.fact.score.of", Numbers.score(item.score()), Numbers.percent(item.probability()));
    }

    private String needed(String followed) {
        if (answer.hit()) {
            return UiText.get("hit.needed.nothing");
        }
        if (answer.climb().isEmpty()) {
            return UiText.get("hit.needed.untried");
        }
        Climb climb = answer.climb().get();
        String goal = UiText.get(climb.goal() == 1 ? "hit.needed.goal.first" : "hit.needed.goal.ten");
        return climb.found()
                ? UiText.format(
                        climb.removed().length == 1 ? "hit.needed.found.one" : "hit.needed.found.other",
                        Integer.toString(climb.removed().length),
                        followed,
                        goal)
                : UiText.format("hit.needed.none", followed, goal, Integer.toString(climb.after()));
    }

    private List<PlantedModel.Cause> causes() {
        if (planted.truthProperty().get() == null) {
            return List.of();
        }
        return planted
                .truthProperty()
                .get()
                .cause(asked.user(), asked.size())
                .map(PlantedCause::valid)
                .orElse(List.of())
                .stream()
                .map(this::event)
                .toList();
    }

    private PlantedModel.Cause event(int position) {
        Interaction event = asked.events().get(position);
        return new PlantedModel.Cause(
                position,
                event.event() == null ? "" : event.event(),
                sentences.title(event.item(), workbench.workspace().catalog()),
                sentences.day(event, workbench.windowProperty().get()));
    }
}
