package reclens.ui.recommendations;

import javafx.collections.ListChangeListener;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import reclens.ui.UiText;
import reclens.ui.control.Lists;

/** The list of recommended items. */
public final class RecommendationsView extends VBox {
    public RecommendationsView(RecommendationsViewModel model) {
        getStyleClass().add("pane");
        ListView<RecommendationRow> list = new ListView<>(model.rows());
        list.getStyleClass().addAll("plain-list", "recommendation-list");
        list.setFixedCellSize(36);
        list.setCellFactory(l -> new RecommendationCell());
        list.setAccessibleText(UiText.get("recommendations.title"));
        list.setOnContextMenuRequested(e -> {
            menu(model).show(list, e.getScreenX(), e.getScreenY());
            e.consume();
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        Runnable show = Lists.bind(list, model.selectedProperty(), model::rowOf, row -> model.rows()
                .get(row)
                .index());
        model.rows().addListener((ListChangeListener<RecommendationRow>) c -> show.run());
        getChildren().addAll(head(model), list);
    }

    /** Questions about the row that the click has selected. */
    private static ContextMenu menu(RecommendationsViewModel model) {
        ContextMenu menu = new ContextMenu();
        for (RecommendationRow other : model.rivals()) {
            MenuItem item = new MenuItem(
                    UiText.format("recommendations.why-not", Integer.toString(other.rank()), other.title()));
            item.setMnemonicParsing(false);
            item.setOnAction(e -> model.whyNot(other));
            menu.getItems().add(item);
        }
        return menu;
    }

    private static HBox head(RecommendationsViewModel model) {
        Label title = new Label(UiText.get("recommendations.title"));
        title.getStyleClass().add("pane-title");
        title.setMinWidth(USE_PREF_SIZE);
        Label summary = new Label();
        summary.getStyleClass().add("second-line");
        summary.textProperty().bind(model.summaryProperty());
        Label score = new Label(UiText.get("recommendations.score"));
        score.getStyleClass().add("column-head");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(8, title, summary, gap, score);
        head.getStyleClass().add("pane-head");
        return head;
    }
}
