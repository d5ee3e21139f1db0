package reclens.ui.recommendations;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import reclens.ui.UiText;
import reclens.ui.control.CellContent;

/** Rank, title over features, bar, score. */
final class RecommendationCell extends ListCell<RecommendationRow> {
    private static final double BAR = 36;

    private final Label rank = new Label();
    private final Label title = new Label();
    private final Label features = new Label();
    private final Region bar = new Region();
    private final Label score = new Label();
    private final Tooltip tooltip = new Tooltip();
    private final HBox row;

    RecommendationCell() {
        rank.getStyleClass().add("rank");
        rank.setMinWidth(16);
        rank.setAlignment(Pos.CENTER_RIGHT);
        title.getStyleClass().add("recommendation-title");
        title.setMinWidth(0);
        features.getStyleClass().add("hint");
        features.setMinWidth(0);
        VBox names = new VBox(title, features);
        names.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(names, Priority.ALWAYS);
        bar.getStyleClass().add("score-bar");
        bar.setMaxHeight(6);
        StackPane track = new StackPane(bar);
        track.getStyleClass().add("score-track");
        track.setAlignment(Pos.CENTER_LEFT);
        track.setMinWidth(BAR);
        track.setMaxSize(BAR, 6);
        score.getStyleClass().add("score");
        score.setMinWidth(USE_PREF_SIZE);
        row = new HBox(8, rank, names, track, score);
        row.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0);
        // Never taken out: a list empties its cells to fill them again, and what comes back has its styles looked up
        // anew.
        setGraphic(new CellContent(row));
    }

    @Override
    protected void updateItem(RecommendationRow item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            row.setVisible(false);
            setTooltip(null);
            setAccessibleText(null);
            return;
        }
        rank.setText(Integer.toString(item.rank()));
        title.setText(item.title());
        features.setText(item.features());
        features.setManaged(!item.features().isEmpty());
        bar.setMinWidth(BAR * item.share());
        bar.setMaxWidth(BAR * item.share());
        score.setText(item.score());
        String full = UiText.format(
                "recommendations.row", Integer.toString(item.rank()), item.title(), item.score(), item.features());
        tooltip.setText(full);
        setTooltip(tooltip);
        setAccessibleText(full);
        row.setVisible(true);
    }
}
