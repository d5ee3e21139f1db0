package reclens.ui.whatif;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import reclens.session.WhatIfResult;
import reclens.text.Numbers;
import reclens.ui.UiText;
import reclens.ui.control.Card;
import reclens.ui.icon.Icons;

/** Rank and score of the selected item, before and after. */
final class OutcomeCard extends VBox {
    private final Card card = new Card("");
    private final Figure rank = new Figure(UiText.get("whatif.rank"));
    private final Figure score = new Figure(UiText.get("whatif.score.name"));

    /** Below this width two scores and two ranks of two digits do not fit in the large size. */
    private static final double ROOM_FOR_LARGE_FIGURES = 320;

    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

    /** A number that became another one. */
    private static final class Figure extends VBox {
        private final Label from = new Label();
        private final Label to = new Label();
        private final String name;

        Figure(String name) {
            super(2);
            this.name = name;
            Label title = new Label(name);
            title.getStyleClass().add("second-line");
            from.getStyleClass().add("figure");
            to.getStyleClass().add("figure");
            from.setMinWidth(USE_PREF_SIZE);
            to.setMinWidth(USE_PREF_SIZE);
            HBox line = new HBox(8, from, Icons.of("mdi2a-arrow-right", 18, "icon-second"), to);
            line.setAlignment(Pos.CENTER_LEFT);
            getChildren().addAll(title, line);
            setMinWidth(USE_PREF_SIZE);
        }

        void show(String before, String after) {
            from.setText(before);
            to.setText(after);
            setAccessibleText(UiText.format("whatif.figure", name, before, after));
        }
    }

    OutcomeCard(WhatIfViewModel model) {
        Region rule = new Region();
        rule.getStyleClass().add("figure-rule");
        Label cost = new Label();
        cost.getStyleClass().add("second-line");
        cost.setWrapText(true);
        cost.setMinHeight(USE_PREF_SIZE);
        cost.textProperty().bind(model.costProperty());
        HBox figures = new HBox(16, rank, rule, score);
        widthProperty()
                .addListener((p, was, now) ->
                        figures.pseudoClassStateChanged(NARROW, now.doubleValue() < ROOM_FOR_LARGE_FIGURES));
        figures.getStyleClass().add("figures");
        VBox content = new VBox(6, figures, cost);
        card.title().setMinWidth(0);
        card.content(content);
        getChildren().add(card);
        setMinHeight(USE_PREF_SIZE);
        model.focusProperty().addListener((p, was, now) -> show(model, now));
        show(model, model.focusProperty().get());
    }

    private void show(WhatIfViewModel model, WhatIfResult.Change change) {
        if (change == null) {
            card.title().setText(UiText.get("whatif.no-item"));
            rank.show(Numbers.MISSING, Numbers.MISSING);
            score.show(Numbers.MISSING, Numbers.MISSING);
            return;
        }
        card.title().setText(TimelineRows.title(model.catalog(), change.item()));
        rank.show(rank(change.before().rank()), rank(change.after().rank()));
        score.show(
                Numbers.score(change.before().score()),
                Numbers.score(change.after().score()));
    }

    private static String rank(int rank) {
        return rank == 0 ? Numbers.MISSING : Numbers.count(rank);
    }
}
