package reclens.ui.trust;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import reclens.domain.Interaction;
import reclens.domain.PlantedCause;
import reclens.domain.UserHistory;
import reclens.explanation.Attribution;
import reclens.explanation.Explanation;
import reclens.explanation.Method;
import reclens.session.PlantedTruth;
import reclens.session.Workspace;
import reclens.text.RichText;
import reclens.text.Sentences;
import reclens.ui.UiText;
import reclens.ui.task.Lane;
import reclens.ui.task.LatestWins;
import reclens.ui.workbench.Workbench;

/** What truly caused the explained item, where the workspace knows it: of the event that is held out. */
final class PlantedModel {
    private final Workbench workbench;
    private final Sentences sentences;
    private final LatestWins reading;
    private final ReadOnlyObjectWrapper<PlantedTruth> truth = new ReadOnlyObjectWrapper<>(this, "truth");

    /**
     * What the card says.
     *
     * @param sentence what is known, or why nothing is
     * @param causes the events that could have caused it, the drawn one first; empty where nothing is known
     * @param facts name and value
     * @param canOpen whether the held-out event would show more
     */
    record Card(RichText sentence, List<Cause> causes, List<Fact> facts, boolean canOpen) {}

    /** An event that could have caused the item. */
    record Cause(int position, String type, String title, String date) {}

    record Fact(String name, String value) {}

    PlantedModel(Workbench workbench, Sentences sentences) {
        this.workbench = workbench;
        this.sentences = sentences;
        this.reading = new LatestWins(workbench.runner(), Lane.FILES, 0);
        workbench.workspaceProperty().addListener((p, was, now) -> read(now));
        read(workbench.workspace());
    }

    /** Null until it has been read. */
    ReadOnlyObjectProperty<PlantedTruth> truthProperty() {
        return truth.getReadOnlyProperty();
    }

    private void read(Workspace workspace) {
        truth.set(null);
        reading.cancel();
        if (workspace != null) {
            reading.submit(
                    UiText.get("progress.reading-causes"),
                    (progress, cancellation) -> PlantedTruth.of(workspace, cancellation),
                    truth::set,
                    fault -> {
                        truth.set(PlantedTruth.NONE);
                        workbench.faults().accept(fault);
                    });
        }
    }

    /** The cause of the explained item, where the explained item is the one that followed. */
    Optional<PlantedCause> cause(Explanation explanation) {
        Interaction event = workbench.heldOutEventProperty().get();
        return explanation == null
                        || event == null
                        || truth.get() == null
                        || !explanation.target().item().equals(event.item())
                ? Optional.empty()
                : truth.get().cause(explanation.window().history().user(), event.position());
    }

    /** Positions of the window of which one caused the explained item. */
    List<Integer> causes(Explanation explanation) {
        return cause(explanation).map(PlantedCause::valid).orElse(List.of());
    }

    Card card(Explanation explanation, Method method) {
        Optional<PlantedCause> cause = cause(explanation);
        return cause.isPresent()
                ? known(explanation, method, cause.get())
                : new Card(RichText.plain(absent()), List.of(), List.of(), canOpen());
    }

    private boolean canOpen() {
        return truth.get() != null
                && truth.get().size() > 0
                && workbench.heldOutEventProperty().get() == null;
    }

    private String absent() {
        if (truth.get() == null) {
            return UiText.get("trust.planted.reading");
        }
        if (truth.get().size() == 0) {
            return UiText.get("trust.planted.none");
        }
        if (workbench.heldOutEventProperty().get() == null) {
            return UiText.get("trust.planted.open");
        }
        UserHistory history = workbench.historyProperty().get();
        boolean known = history != null
                && truth.get().cause(history.user(), history.size()).isPresent();
        return UiText.get(known ? "trust.planted.other" : "trust.planted.unknown");
    }

    private Card known(Explanation explanation, Method method, PlantedCause cause) {
        List<Integer> positions = new ArrayList<>(List.of(cause.drawn()));
        cause.valid().stream().filter(p -> p != cause.drawn()).forEach(positions::add);
        List<Cause> causes = positions.stream()
                .map(p -> explanation.window().history().events().get(p))
                .map(e -> new Cause(
                        e.position(),
                        e.event() == null ? "" : e.event(),
                        sentences.title(e.item(), explanation.catalog()),
                        sentences.day(e, explanation.window())))
                .toList();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(UiText.get("trust.planted.rule"), cause.rule().replace('_', ' ')));
        if (!cause.feature().isEmpty()) {
            facts.add(new Fact(
                    UiText.get("trust.planted.feature"), cause.feature().replace('_', ' ') + ": " + cause.value()));
        }
        facts.add(new Fact(
                UiText.get("trust.planted.held-out"),
                UiText.format(
                        explanation.target().rank() == 1 ? "trust.planted.hit" : "trust.planted.miss",
                        Integer.toString(explanation.target().rank()))));
        Attribution attribution = explanation.attributions().get(method);
        int rank = attribution == null ? 0 : MethodRows.causeRank(explanation, attribution, cause.valid());
        String name = sentences.methodName(method);
        String found = rank == 0
                ? UiText.get("trust.planted.outside")
                : rank == 1
                        ? UiText.format("trust.planted.first", name)
                        : UiText.format("trust.planted.at", name, Integer.toString(rank));
        String lead = causes.size() == 1
                ? UiText.get("trust.planted.one")
                : UiText.format("trust.planted.several", Integer.toString(causes.size()));
        return new Card(RichText.plain(UiText.messages().sentences(lead, found)), causes, facts, false);
    }
}
