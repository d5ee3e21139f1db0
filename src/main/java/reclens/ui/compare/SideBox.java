package reclens.ui.compare;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import reclens.text.Numbers;
import reclens.ui.UiText;
import reclens.ui.icon.Icons;

/** One side of a comparison: its letter, what it is, its score; a click chooses another one. */
final class SideBox extends Button {
    private final String letter;
    private final Label title = new Label();
    private final Label note = new Label();
    private final Label score = new Label();
    private final Node chevron = Icons.of("mdi2c-chevron-down", 18, "icon-second");

    SideBox(String letter) {
        this.letter = letter;
        getStyleClass().add("side-box");
        Label mark = new Label(letter);
        mark.getStyleClass().addAll("side-letter", "side-letter-" + letter.toLowerCase(java.util.Locale.ROOT));
        title.getStyleClass().add("card-title");
        title.setMinWidth(0);
        note.getStyleClass().add("second-line");
        note.setMinWidth(0);
        VBox names = new VBox(2, title, note);
        names.setAlignment(Pos.CENTER_LEFT);
        names.setMinWidth(0);
        HBox.setHgrow(names, Priority.ALWAYS);
        score.getStyleClass().add("side-score");
        score.setMinWidth(USE_PREF_SIZE);
        Label unit = new Label(UiText.get("whatif.score"));
        unit.getStyleClass().add("hint");
        unit.visibleProperty().bind(score.textProperty().isNotEmpty());
        VBox figures = new VBox(score, unit);
        figures.setAlignment(Pos.CENTER_RIGHT);
        figures.setMinWidth(USE_PREF_SIZE);
        HBox content = new HBox(12, mark, names, figures, chevron);
        content.setAlignment(Pos.CENTER_LEFT);
        content.prefWidthProperty().bind(widthProperty().subtract(26));
        content.setMouseTransparent(true);
        setGraphic(content);
        setMinWidth(0);
        setPrefWidth(400);
        setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(this, Priority.ALWAYS);
    }

    /** @param side null while there is none */
    void show(Compared.Side side, boolean choosable) {
        title.setText(side == null ? Numbers.MISSING : side.title());
        note.setText(side == null ? "" : side.note());
        score.setText(side == null ? "" : Numbers.score(side.score()));
        chevron.setVisible(choosable);
        chevron.setManaged(choosable);
        setAccessibleText(UiText.format(
                choosable ? "compare.side.choose" : "compare.side",
                letter,
                title.getText(),
                note.getText(),
                score.getText()));
    }
}
