package reclens.ui.whatif;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import reclens.session.WhatIfResult;
import reclens.text.Numbers;
import reclens.ui.UiText;
import reclens.ui.control.Card;
import reclens.ui.icon.Icons;

/** What entered the list, what left it, and what moved furthest. */
final class MoversCard extends VBox {
    private static final int MOST = 8;

    private final WhatIfViewModel model;
    private final VBox box = new VBox();
    private final List<Line> lines = new ArrayList<>();
    private final Label none = new Label(UiText.get("whatif.movers.none"));

    MoversCard(WhatIfViewModel model) {
        this.model = model;
        Card card = new Card(UiText.format("whatif.movers", Integer.toString(WhatIfViewModel.TOP)));
        card.hint().setText(UiText.get("whatif.movers.hint"));
        none.getStyleClass().add("second-line");
        none.setWrapText(true);
        card.content(box);
        VBox.setVgrow(card, Priority.ALWAYS);
        getChildren().add(card);
        model.resultProperty().addListener((p, was, now) -> show(now));
        show(model.resultProperty().get());
    }

    private void show(WhatIfResult result) {
        List<WhatIfResult.Change> order = result == null ? new ArrayList<>() : new ArrayList<>(result.changes());
        order.removeIf(c -> !c.entered() && !c.left() && c.risen() == 0);
        order.sort(Comparator.<WhatIfResult.Change>comparingInt(c -> c.entered() ? 0 : c.left() ? 1 : 2)
                .thenComparingInt(c -> -Math.abs(c.risen())));
        int shown = Math.min(MOST, order.size());
        while (lines.size() < shown) {
            lines.add(new Line());
        }
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            line.setVisible(i < shown);
            line.setManaged(i < shown);
            if (i < shown) {
                line.show(order.get(i));
            }
        }
        none.setVisible(shown == 0);
        none.setManaged(shown == 0);
        if (box.getChildren().size() != lines.size() + 1) {
            box.getChildren().setAll(none);
            box.getChildren().addAll(lines);
        }
    }

    /** One item; kept for the next one, since a new line with its icon would take longer than the ranks. */
    private final class Line extends HBox {
        private final FontIcon icon = Icons.of("mdi2a-arrow-up", 16);
        private final Label title = new Label();
        private final Label ranks = new Label();

        Line() {
            super(10);
            title.getStyleClass().add("recommendation-title");
            title.setMinWidth(0);
            title.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(title, Priority.ALWAYS);
            ranks.getStyleClass().add("score");
            ranks.setMinWidth(USE_PREF_SIZE);
            setAlignment(Pos.CENTER_LEFT);
            getStyleClass().add("mover");
            getChildren().addAll(icon, title, ranks);
        }

        void show(WhatIfResult.Change change) {
            String literal = change.entered()
                    ? "mdi2a-arrow-right-circle-outline"
                    : change.left()
                            ? "mdi2a-arrow-left-circle-outline"
                            : change.risen() > 0 ? "mdi2a-arrow-up" : "mdi2a-arrow-down";
            String style = change.entered() ? "icon-supports" : change.left() ? "icon-against" : "icon-second";
            if (!literal.equals(icon.getIconLiteral())) {
                icon.setIconLiteral(literal);
            }
            if (!icon.getStyleClass().contains(style)) {
                icon.getStyleClass().removeIf(c -> c.startsWith("icon-"));
                icon.getStyleClass().add(style);
            }
            title.setText(TimelineRows.title(model.catalog(), change.item()));
            ranks.setText(UiText.format(
                    "whatif.movers.ranks",
                    rank(change.before().rank()),
                    rank(change.after().rank())));
        }
    }

    private static String rank(int rank) {
        return rank == 0 ? Numbers.MISSING : Numbers.count(rank);
    }
}
