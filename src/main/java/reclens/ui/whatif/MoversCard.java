package reclens.ui.whatif;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import reclens.session.WhatIfResult;
import reclens.text.Numbers;
import reclens.ui.UiText;
import reclens.ui.control.Card;
import reclens.ui.icon.Icons;

/** What entered the list, what left it, and what moved furthest. */
final class MoversCard extends VBox {
    private static final int MOST = 8;

    private final WhatIfViewModel model;
    private final VBox lines = new VBox();

    MoversCard(WhatIfViewModel model) {
        this.model = model;
        Card card = new Card(UiText.format("whatif.movers", Integer.toString(WhatIfViewModel.TOP)));
        card.hint().setText(UiText.get("whatif.movers.hint"));
        card.content(lines);
        VBox.setVgrow(card, Priority.ALWAYS);
        getChildren().add(card);
        model.resultProperty().addListener((p, was, now) -> show(now));
        show(model.resultProperty().get());
    }

    private void show(WhatIfResult result) {
        List<Node> nodes = new ArrayList<>();
        if (result != null) {
            List<WhatIfResult.Change> order = new ArrayList<>(result.changes());
            order.removeIf(c -> !c.entered() && !c.left() && c.risen() == 0);
            order.sort(Comparator.<WhatIfResult.Change>comparingInt(c -> c.entered() ? 0 : c.left() ? 1 : 2)
                    .thenComparingInt(c -> -Math.abs(c.risen())));
            order.stream().limit(MOST).map(this::line).forEach(nodes::add);
        }
        if (nodes.isEmpty()) {
            Label none = new Label(UiText.get("whatif.movers.none"));
            none.getStyleClass().add("second-line");
            none.setWrapText(true);
            nodes.add(none);
        }
        lines.getChildren().setAll(nodes);
    }

    private Node line(WhatIfResult.Change change) {
        String icon = change.entered()
                ? "mdi2a-arrow-right-circle-outline"
                : change.left()
                        ? "mdi2a-arrow-left-circle-outline"
                        : change.risen() > 0 ? "mdi2a-arrow-up" : "mdi2a-arrow-down";
        String style = change.entered() ? "icon-supports" : change.left() ? "icon-against" : "icon-second";
        Label title = new Label(TimelineRows.title(model.catalog(), change.item()));
        title.getStyleClass().add("recommendation-title");
        title.setMinWidth(0);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        Label ranks = new Label(UiText.format(
                "whatif.movers.ranks",
                rank(change.before().rank()),
                rank(change.after().rank())));
        ranks.getStyleClass().add("score");
        ranks.setMinWidth(USE_PREF_SIZE);
        HBox line = new HBox(10, Icons.of(icon, 16, style), title, ranks);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("mover");
        return line;
    }

    private static String rank(int rank) {
        return rank == 0 ? Numbers.MISSING : Numbers.count(rank);
    }
}
