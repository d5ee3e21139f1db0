package reclens.ui.evolution;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import reclens.ui.UiText;

/** Rank, the colour of the series, title over feature values, score. */
final class EvolutionCell extends ListCell<EvolutionRow> {
    private final Label rank = new Label();
    private final Region chip = new Region();
    private final Label title = new Label();
    private final Label values = new Label();
    private final Label score = new Label();
    private final HBox row;

    EvolutionCell() {
        rank.getStyleClass().add("rank");
        rank.setMinWidth(16);
        rank.setAlignment(Pos.CENTER_RIGHT);
        chip.getStyleClass().add("series-chip");
        title.getStyleClass().add("recommendation-title");
        title.setMinWidth(0);
        values.getStyleClass().add("hint");
        values.setMinWidth(0);
        VBox names = new VBox(title, values);
        names.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(names, Priority.ALWAYS);
        score.getStyleClass().add("score");
        score.setMinWidth(USE_PREF_SIZE);
        row = new HBox(8, rank, chip, names, score);
        row.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(EvolutionRow item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        rank.setText(Integer.toString(item.rank()));
        chip.setStyle("-fx-background-color: -rl-" + item.token() + ";");
        title.setText(item.title());
        values.setText(item.values());
        values.setManaged(!item.values().isEmpty());
        score.setText(item.score());
        setAccessibleText(UiText.format(
                "recommendations.row", Integer.toString(item.rank()), item.title(), item.score(), item.values()));
        setGraphic(row);
    }
}
