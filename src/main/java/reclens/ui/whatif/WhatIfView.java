package reclens.ui.whatif;

import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import reclens.ui.UiText;
import reclens.ui.chart.ChartTheme;
import reclens.ui.control.Card;
import reclens.ui.control.ChartAndTable;
import reclens.ui.control.InSight;
import reclens.ui.control.Noted;
import reclens.ui.control.RichTextFlow;
import reclens.ui.control.Segmented;
import reclens.ui.icon.Icons;
import reclens.ui.users.HasUserChooser;
import reclens.ui.users.UserChooser;

/** Timeline, ranks before and after, and what became of the selected item, side by side. */
public final class WhatIfView extends BorderPane implements HasUserChooser {
    private final WhatIfViewModel model;
    private final UserChooser chooser;
    private final TimelineView timeline;
    private final RankSlopes slopes;
    private final ScrollPane outcome;
    private final HBox body;

    public WhatIfView(WhatIfViewModel model, UserChooser chooser, ChartTheme theme) {
        this.model = model;
        this.chooser = chooser;
        timeline = new TimelineView(model);
        slopes = new RankSlopes(theme, model);
        getStyleClass().add("main-area");
        setTop(head());
        outcome = outcome();
        Card ranks = ranks();
        HBox.setHgrow(ranks, Priority.ALWAYS);
        body = new HBox(timeline, ranks, outcome);
        body.getStyleClass().add("view-body");
        setCenter(body);
        widthProperty().addListener((p, was, now) -> fit(now.doubleValue()));
        fit(1368);
        InSight.follow(this, model::setActive);
        setMinWidth(0);
    }

    @Override
    public UserChooser chooser() {
        return chooser;
    }

    private Node head() {
        Label title = new Label(UiText.get("whatif.title"));
        title.getStyleClass().add("view-title");
        title.setMinWidth(USE_PREF_SIZE);
        RichTextFlow sentence = new RichTextFlow("sentence");
        sentence.setLineSpacing(3);
        model.sentenceProperty().addListener((p, was, now) -> sentence.show(now));
        sentence.show(model.sentenceProperty().get());
        // A flow of text asks for the width of its longest line; it is to wrap in what is left instead.
        sentence.setPrefWidth(0);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        VBox words = new VBox(sentence);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        chooser.getStyleClass().add("head-chooser");
        chooser.setMinWidth(190);
        chooser.setPrefWidth(230);
        Button undo = button("mdi2u-undo", "whatif.undo", model::undo);
        undo.disableProperty().bind(model.canUndoProperty().not());
        Button redo = button("mdi2r-redo", "whatif.redo", model::redo);
        redo.disableProperty().bind(model.canRedoProperty().not());
        Button reset = button("mdi2r-restore", "whatif.reset", model::reset);
        reset.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.resultProperty().get() != null
                                && !model.resultProperty().get().history().isEdited(),
                        model.resultProperty()));
        HBox head = new HBox(12, title, chooser, words, undo, redo, reset);
        head.getStyleClass().addAll("view-head", "head-row");
        head.setAlignment(Pos.CENTER_LEFT);
        head.setMinHeight(64);
        return head;
    }

    private static Button button(String icon, String key, Runnable action) {
        Button button = new Button(UiText.get(key), Icons.of(icon, 16));
        button.setMinWidth(USE_PREF_SIZE);
        button.setTooltip(new Tooltip(UiText.get(key + ".tip")));
        button.setOnAction(e -> action.run());
        return button;
    }

    private Card ranks() {
        Segmented<RankSlopes.Scale> scale = new Segmented<RankSlopes.Scale>(UiText.get("whatif.scale"))
                .options(
                        java.util.List.of(RankSlopes.Scale.values()),
                        s -> UiText.get("whatif.scale." + s.name().toLowerCase(java.util.Locale.ROOT)));
        scale.valueProperty().bindBidirectional(slopes.scaleProperty());
        ChartAndTable both = new ChartAndTable(slopes, UiText.get("whatif.ranks"), slopes::lines);
        model.resultProperty().addListener((p, was, now) -> both.refresh());
        Card card = new Card(UiText.get("whatif.ranks"))
                .content(new Noted(
                        both, model.problemProperty(), model.problemProperty().isNotEmpty()))
                .tools(scale, both.toggle(), slopes.menuButton());
        card.hint().setText(UiText.format("whatif.ranks.hint", Integer.toString(WhatIfViewModel.TOP)));
        return card;
    }

    private ScrollPane outcome() {
        VBox cards = new VBox(new OutcomeCard(model), new CounterfactualCard(model), new MoversCard(model));
        cards.getStyleClass().add("side-cards");
        ScrollPane scroll = new ScrollPane(cards);
        scroll.getStyleClass().add("view-scroll");
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(cards.getChildren().get(2), Priority.ALWAYS);
        return scroll;
    }

    /** The widths of look.md at its three windows, and what lies between them. */
    private void fit(double width) {
        boolean narrow = width < 1300;
        boolean wide = width >= 2000;
        double gap = narrow ? 12 : 16;
        body.setSpacing(gap);
        body.setPadding(new Insets(gap));
        ((VBox) outcome.getContent()).setSpacing(gap);
        fix(timeline, narrow ? 344 : wide ? 560 : 376);
        fix(outcome, narrow ? 272 : wide ? 640 : 336);
    }

    private static void fix(Region region, double width) {
        region.setMinWidth(width);
        region.setPrefWidth(width);
        region.setMaxWidth(width);
    }
}
