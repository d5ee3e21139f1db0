package reclens.ui.whatif;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import reclens.domain.EditedHistory;
import reclens.domain.Recommendation;
import reclens.explanation.Counterfactual;
import reclens.session.WhatIfResult;
import reclens.text.Numbers;
import reclens.ui.UiText;
import reclens.ui.control.Badge;
import reclens.ui.control.Card;
import reclens.ui.icon.EventMark;
import reclens.ui.icon.Icons;
import reclens.ui.whatif.FoundCounterfactual.Status;

/** The smallest set of events found that takes the first item off its rank, and the button that takes it out. */
final class CounterfactualCard extends VBox {
    private static final int EVENTS_SHOWN = 4;

    private final WhatIfViewModel model;
    private final Badge badge = new Badge();
    private final Label sentence = new Label();
    private final VBox events = new VBox(4);
    private final VBox facts = new VBox(6);
    private final Button apply = new Button();
    private final Button search = new Button(UiText.get("whatif.cf.search"), Icons.of("mdi2m-magnify", 16));
    private final Label note = new Label();
    private Counterfactual shown;

    CounterfactualCard(WhatIfViewModel model) {
        this.model = model;
        Card card = new Card(UiText.get("whatif.cf"));
        card.getStyleClass().add("card-accent");
        card.hint().setText(UiText.get("whatif.cf.hint"));
        card.hintBelow(); // beside title and badge it would be cut
        sentence.setWrapText(true);
        sentence.getStyleClass().add("cf-sentence");
        sentence.setMinHeight(USE_PREF_SIZE);
        note.setWrapText(true);
        note.getStyleClass().add("hint");
        note.setMinHeight(USE_PREF_SIZE);
        apply.setMinWidth(USE_PREF_SIZE);
        apply.setOnAction(e -> model.counterfactual().apply());
        search.setMinWidth(USE_PREF_SIZE);
        search.setOnAction(e -> model.searchCounterfactual());
        HBox buttons = new HBox(8, apply, search);
        VBox content = new VBox(8, sentence, events, facts, buttons, note);
        card.content(content).tools(badge);
        getChildren().add(card);
        setMinHeight(USE_PREF_SIZE);
        model.counterfactual().foundProperty().addListener((p, was, now) -> show(now));
        show(model.counterfactual().foundProperty().get());
    }

    private void show(FoundCounterfactual found) {
        Status status = found.status();
        boolean there = status == Status.FOUND || status == Status.APPLIED;
        boolean holds = found.holdsInTheTimeline();
        set(badge, there || status == Status.SEARCHING);
        if (there) {
            badge.show(
                    holds ? Badge.Tone.GOOD : Badge.Tone.CAUTION,
                    UiText.get(holds ? "whatif.cf.rerun" : "whatif.cf.window-only"));
        } else if (status == Status.SEARCHING) {
            badge.show(Badge.Tone.BUSY, UiText.get("whatif.cf.searching.badge"));
        }
        sentence.setText(sentence(found));
        set(events, there);
        set(facts, there);
        if (there && found.set() != shown) { // applied or taken back, it is the same set
            shown = found.set();
            events.getChildren().setAll(events(found));
            facts.getChildren().setAll(facts(found));
        }
        set(apply, there);
        apply.setDisable(status == Status.APPLIED);
        apply.setText(UiText.get(status == Status.APPLIED ? "whatif.cf.applied" : "whatif.cf.apply"));
        apply.setGraphic(Icons.of(status == Status.APPLIED ? "mdi2c-check" : "mdi2p-playlist-remove", 16));
        set(search, status == Status.STALE || status == Status.APPLIED);
        note.setText(there ? note(found, holds) : "");
        set(note, there);
    }

    private static void set(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private static String sentence(FoundCounterfactual found) {
        return switch (found.status()) {
            case NONE -> UiText.get("whatif.cf.none");
            case SEARCHING -> UiText.format("whatif.cf.searching", found.item());
            case FOUND, APPLIED ->
                UiText.format(
                        found.events().size() == 1 ? "whatif.cf.found.one" : "whatif.cf.found.other",
                        count(found.events().size()),
                        count(found.read()),
                        found.item());
            case STALE -> UiText.get("whatif.cf.stale");
            case NOT_FOUND ->
                UiText.format(
                        "whatif.cf.not-found", found.item(), count(found.set().forwards()));
            case NO_HISTORY -> UiText.get("whatif.cf.no-history");
        };
    }

    private static String count(int number) {
        return Numbers.count(number);
    }

    private List<Node> events(FoundCounterfactual found) {
        List<Node> nodes = new ArrayList<>();
        found.events().stream().limit(EVENTS_SHOWN).map(this::event).forEach(nodes::add);
        int rest = found.events().size() - EVENTS_SHOWN;
        if (rest > 0) {
            Label more = new Label(UiText.plural("whatif.cf.more", rest, count(rest)));
            more.getStyleClass().add("second-line");
            nodes.add(more);
        }
        return nodes;
    }

    private Node event(EditedHistory.Entry entry) {
        EventMark mark = new EventMark(18);
        mark.show(entry.event().event());
        Label title = new Label(
                entry.before() == EditedHistory.NONE
                        ? TimelineRows.title(model.catalog(), entry.event().item())
                        : UiText.format(
                                "whatif.cf.event",
                                Integer.toString(entry.before()),
                                TimelineRows.title(
                                        model.catalog(), entry.event().item())));
        title.setMinWidth(0);
        HBox box = new HBox(8, mark, title);
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().add("boxed-event");
        return box;
    }

    private List<Node> facts(FoundCounterfactual found) {
        List<Node> nodes = new ArrayList<>();
        WhatIfResult removed = found.removed();
        Recommendation first = removed.before().get(0);
        Recommendation top = removed.after().get(0);
        WhatIfResult.Change old = removed.changes().stream()
                .filter(c -> c.before().index() == first.index())
                .findFirst()
                .orElseThrow();
        nodes.add(fact("whatif.cf.new-top", TimelineRows.title(model.catalog(), top.item())));
        if (top.index() != first.index()) {
            nodes.add(fact(
                    "whatif.cf.lead", Numbers.signed(top.score() - old.after().score())));
        }
        nodes.add(fact("whatif.cf.forwards", count(found.set().forwards())));
        return nodes;
    }

    private static Node fact(String key, String value) {
        Label name = new Label(UiText.get(key));
        name.getStyleClass().add("second-line");
        name.setMinWidth(USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label number = new Label(value);
        number.setMinWidth(0);
        HBox line = new HBox(8, name, gap, number);
        line.setAlignment(Pos.BASELINE_LEFT);
        return line;
    }

    private String note(FoundCounterfactual found, boolean holds) {
        if (!holds) {
            return UiText.get("whatif.cf.note.slid");
        }
        return UiText.get(found.events().size() == 1 ? "whatif.cf.note.one" : "whatif.cf.note.many");
    }
}
